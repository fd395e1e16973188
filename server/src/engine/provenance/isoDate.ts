import { DAY_MS, daysInMonth, daysToDate, daysToFirstWeek, daysToYear, isLeapYear } from './calendar';

/** A date or date-time of RFC 3339 or ISO 8601 and the milliseconds since the epoch it covers, both ends included. */
export interface IsoReading {
  kind: 'rfc3339' | 'iso8601';
  earliest: number;
  latest: number;
}

const EXTENDED =
  /^(\d{4})-(\d\d)-(\d\d)(?:([Tt ])(\d\d)(?::(\d\d)(?::(\d\d)(?:([.,])(\d+))?)?)?([Zz]|[+-]\d\d(?::\d\d)?)?)?$/;
const BASIC = /^(\d{4})(\d\d)(\d\d)(?:(T)(\d\d)(?:(\d\d)(?:(\d\d)(?:([.,])(\d+))?)?)?(Z|[+-]\d\d(?:\d\d)?)?)?$/;
const YEAR_OR_MONTH = /^(\d{4})(?:-(\d\d))?$/;
const WEEK = /^(\d{4})(-?)W(\d\d)(?:\2([1-7]))?$/;
const ORDINAL = /^(\d{4})-?(\d{3})$/;

/** Range of whole days, from `first` to `last` since 1970-01-01, both included. */
function wholeDays(kind: IsoReading['kind'], first: number, last: number): IsoReading {
  return { kind, earliest: first * DAY_MS, latest: (last + 1) * DAY_MS - 1 };
}

/** Offset from UTC in minutes; no offset counts as UTC. `undefined` when it is out of range. */
function offsetMinutes(offset: string | undefined): number | undefined {
  if (offset === undefined || offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * Milliseconds a fraction of a second adds, and the width of what it leaves open: '.5' covers 500 to 599 ms. Without a
 * fraction the whole second is covered.
 */
function fraction(digits: string | undefined): { ms: number; width: number } {
  if (digits === undefined) return { ms: 0, width: 1000 };
  const written = digits.slice(0, 3);
  return { ms: Number(written.padEnd(3, '0')), width: 10 ** (3 - written.length) };
}

/** A leap second may end any month, at 23:59:60 UTC. */
function endsMonth(utcMs: number): boolean {
  // The argument is a number: the calendar of Date in UTC, no text parsing and no local time.
  return new Date(utcMs).getUTCDate() === 1 && utcMs % DAY_MS === 0;
}

function readDateTime(parts: RegExpExecArray, basic: boolean): IsoReading | undefined {
  const [, years, months, days, separator, hours, minutes, seconds, mark, digits, zone] = parts;
  const year = Number(years);
  const month = Number(months);
  const day = Number(days);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = daysToDate(year, month, day);
  if (separator === undefined) return wholeDays(basic ? 'iso8601' : 'rfc3339', date, date);

  const hour = Number(hours);
  const minute = Number(minutes ?? '0');
  const second = Number(seconds ?? '0');
  const offset = offsetMinutes(zone);
  const { ms, width } = fraction(digits);
  if (offset === undefined || minute > 59 || second > 60) return undefined;
  const endOfDay = hour === 24;
  if (hour > 24 || (endOfDay && (minute > 0 || second > 0 || ms > 0))) return undefined;

  const start = date * DAY_MS + ((hour * 60 + minute - offset) * 60 + second) * 1000;
  if (second === 60 && !endsMonth(start)) return undefined;
  const span = minutes === undefined ? 3_600_000 : seconds === undefined ? 60_000 : width;
  const rfc3339 =
    !basic && seconds !== undefined && zone !== undefined && zone.length !== 3 && mark !== ',' && !endOfDay;
  return {
    kind: rfc3339 ? 'rfc3339' : 'iso8601',
    earliest: start + ms,
    // 24:00 names the instant at which the day ends, however coarsely it is written.
    latest: endOfDay ? start : start + ms + span - 1,
  };
}

function readReduced(text: string): IsoReading | undefined {
  const month = YEAR_OR_MONTH.exec(text);
  if (month) {
    const year = Number(month[1]);
    if (year < 1) return undefined;
    if (month[2] === undefined) return wholeDays('iso8601', daysToYear(year), daysToYear(year + 1) - 1);
    const number = Number(month[2]);
    if (number < 1 || number > 12) return undefined;
    const first = daysToDate(year, number, 1);
    return wholeDays('iso8601', first, first + daysInMonth(year, number) - 1);
  }
  const week = WEEK.exec(text);
  if (week) {
    const year = Number(week[1]);
    const first = daysToFirstWeek(year) + (Number(week[3]) - 1) * 7;
    if (year < 1 || Number(week[3]) < 1 || first >= daysToFirstWeek(year + 1)) return undefined;
    if (week[4] === undefined) return wholeDays('iso8601', first, first + 6);
    const day = first + Number(week[4]) - 1;
    return wholeDays('iso8601', day, day);
  }
  const ordinal = ORDINAL.exec(text);
  if (!ordinal) return undefined;
  const year = Number(ordinal[1]);
  const count = Number(ordinal[2]);
  if (year < 1 || count < 1 || count > (isLeapYear(year) ? 366 : 365)) return undefined;
  const day = daysToYear(year) + count - 1;
  return wholeDays('iso8601', day, day);
}

/**
 * Reads a date of RFC 3339 or ISO 8601 with a year from 0001 to 9999: calendar, week and ordinal dates, basic and
 * extended format, reduced precision. A value without an offset is read as UTC. A space in place of 'T' is accepted,
 * as the note in RFC 3339 section 5.6 allows. The leap second 23:59:60 UTC counts as the second that follows it, as in
 * POSIX time.
 *
 * @returns `undefined` when the text is in neither format or names a date that does not exist
 */
export function readIsoDate(text: string): IsoReading | undefined {
  const extended = EXTENDED.exec(text);
  if (extended) return readDateTime(extended, false);
  const basic = BASIC.exec(text);
  if (basic) return readDateTime(basic, true);
  return readReduced(text);
}
