import { daysInMonth, daysToDate, weekday } from './calendar';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[.,]?\s*/;

const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ ./-]*${MONTH}[.,]?[ ./-]*(\\d{4})$`);
const MONTH_DAY_YEAR = new RegExp(`^${MONTH}[.]?[ -]*(\\d{1,2})(?:st|nd|rd|th)?(?:,|[ -])[ ]*(\\d{4})$`);
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4})[ ./-]*${MONTH}[.]?[ ./-]*(\\d{1,2})(?:st|nd|rd|th)?$`);
const MONTH_YEAR = new RegExp(`^${MONTH}[.,]?[ -]*(\\d{4})$`);
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

const TIME =
  /(?:,? at |, ?| |(?<=\d)t)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.](\d+))?)? ?([ap]\.?m\.?)? ?([a-z]{1,3}|(?:utc|gmt)?[+-]\d\d:?\d\d)?$/;
/** Unix `ctime` and Twitter put the year behind the time: 'fri mar 5 12:00:00 +0000 2021'. */
const YEAR_BEHIND_TIME = /^(.*[a-z] \d{1,2})( \d\d:\d\d:\d\d(?: [+-]\d{4}| [a-z]{1,3})?) (\d{4})$/;

const UTC_NAMES = new Set(['z', 'utc', 'gmt', 'ut']);
/** Zone names of RFC 2822 section 4.3. Elsewhere such letters name other zones too, so only that form may use them. */
const RFC_2822_ZONES: ReadonlyMap<string, string> = new Map([
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
]);

interface CivilDate {
  year: number;
  month: number;
  day: number;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

/** ISO offset of a zone as written, '' for none; `undefined` when the zone is not known for certain. */
function isoOffset(zone: string | undefined, rfc2822: boolean): string | undefined {
  if (zone === undefined) return '';
  if (UTC_NAMES.has(zone)) return 'Z';
  const numeric = /([+-]\d\d):?(\d\d)$/.exec(zone);
  if (numeric) return `${numeric[1]}:${numeric[2]}`;
  return rfc2822 ? RFC_2822_ZONES.get(zone) : undefined;
}

/** Time of day as 'Thh:mm:ss' with the fraction and offset that were written; `undefined` when it is no time. */
function isoTime(parts: RegExpExecArray, rfc2822: boolean): string | undefined {
  const [, hours, minutes, seconds, digits, half, zone] = parts;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  }
  const offset = isoOffset(zone, rfc2822);
  if (offset === undefined) return undefined;
  return `T${pad(hour)}:${minutes}:${seconds ?? '00'}${digits === undefined ? '' : `.${digits}`}${offset}`;
}

/** Every way to read a date without its time. */
function civilDates(text: string): CivilDate[] {
  const named = DAY_MONTH_YEAR.exec(text);
  if (named) return [{ year: Number(named[3]), month: monthNumber(named[2]!), day: Number(named[1]) }];
  const american = MONTH_DAY_YEAR.exec(text);
  if (american) return [{ year: Number(american[3]), month: monthNumber(american[1]!), day: Number(american[2]) }];
  const sorted = YEAR_MONTH_DAY.exec(text);
  if (sorted) return [{ year: Number(sorted[1]), month: monthNumber(sorted[2]!), day: Number(sorted[3]) }];
  const first = YEAR_FIRST.exec(text);
  if (first) return [{ year: Number(first[1]), month: Number(first[3]), day: Number(first[4]) }];
  const last = YEAR_LAST.exec(text);
  if (!last) return [];
  const year = Number(last[4]);
  const [one, other] = [Number(last[1]), Number(last[3])];
  return one === other
    ? [{ year, month: one, day: one }]
    : [
        { year, month: one, day: other },
        { year, month: other, day: one },
      ];
}

function exists({ year, month, day }: CivilDate): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Epoch seconds, or milliseconds, of 1973 to 2286; fewer digits could be any number. */
function epoch(text: string): string[] {
  const parts = /^(?:(\d{9,10})(?:\.(\d+))?|(\d{12,13}))$/.exec(text);
  if (!parts) return [];
  const ms = parts[3] === undefined ? Number(parts[1]) * 1000 : Number(parts[3]);
  const digits = parts[2]?.slice(0, 3).padEnd(3, '0');
  const iso = new Date(ms + Number(digits ?? '0')).toISOString();
  return [parts[3] === undefined && digits === undefined ? iso.replace('.000Z', 'Z') : iso];
}

/**
 * Digits of a date and time run together, yyyymmddhh with optional mm and ss. Only years that data carries are taken, so
 * that the epoch times of today have one reading.
 */
function compact(text: string): string[] {
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)?)?$/.exec(text);
  if (!parts) return [];
  const [, year, month, day, hour, minute, second] = parts;
  const clock = [hour, minute, second].filter((part) => part !== undefined).join(':');
  return [`${year}-${month}-${day}T${clock}`];
}

/**
 * Ways to read a date that is in no ISO format, each rewritten in ISO 8601: epoch seconds and milliseconds, digits run
 * together as in web archives (yyyymmddhhmmss), RFC 2822, Unix `ctime`, English month names, and numbers with '/', '.'
 * or '-'. The offset is kept as written; a form without one is rewritten without one, since adding one would be a guess.
 * Two-digit years and month names of other languages are not read.
 *
 * @param text trimmed and no longer than a date can be; work is linear in its length
 * @returns no entry when the text is not understood, several when the order of day and month is open
 */
export function readOtherDate(text: string): string[] {
  if (/^\d{9,}(?:\.\d+)?$/.test(text)) return [...epoch(text), ...compact(text)];

  let rest = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\([a-z ]*\)$/, '');
  const named = WEEKDAY.exec(rest);
  if (named) rest = rest.slice(named[0].length);
  rest = rest.replace(YEAR_BEHIND_TIME, '$1 $3$2');
  const time = TIME.exec(rest);
  const date = time ? rest.slice(0, time.index) : rest;

  const month = time || named ? null : MONTH_YEAR.exec(date);
  if (month) return [`${month[2]}-${pad(monthNumber(month[1]!))}`];
  const clock = time ? isoTime(time, DAY_MONTH_YEAR.test(date)) : '';
  if (clock === undefined) return [];
  const onWeekday = named ? WEEKDAYS.indexOf(named[1]!.slice(0, 3)) + 1 : undefined;
  return civilDates(date)
    .filter(exists)
    .filter((it) => onWeekday === undefined || weekday(daysToDate(it.year, it.month, it.day)) === onWeekday)
    .map((it) => `${pad(it.year, 4)}-${pad(it.month)}-${pad(it.day)}${clock}`);
}
