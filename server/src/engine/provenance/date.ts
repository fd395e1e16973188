import { readIsoDate } from './isoDate';
import { readOtherDate } from './otherDate';

/**
 * What a written date means. `earliest` and `latest` are milliseconds since 1970-01-01T00:00:00Z and bound the range the
 * value covers, both included: a day covers 24 hours, a value written to the second covers that second. Whatever carries
 * no offset is read as UTC, so its true range may lie up to 14 hours earlier or 12 hours later.
 *
 * - `rfc3339`: a full-date, or a date-time with an offset
 * - `iso8601`: ISO 8601 but not RFC 3339: no offset, reduced precision, basic format, week or ordinal date, 24:00
 * - `fixable`: another form with one meaning; `iso` is that meaning in RFC 3339, or in ISO 8601 where the value has no
 *   offset or no day
 * - `ambiguous`: the order of day and month is open, or digits could be an epoch time or a date; `candidates` are the readings in ISO 8601, earlier one first
 * - `unreadable`: not a date, a date that does not exist, or a form that is not read (two-digit years)
 */
export type DateReading =
  | { kind: 'rfc3339'; earliest: number; latest: number }
  | { kind: 'iso8601'; earliest: number; latest: number }
  | { kind: 'fixable'; iso: string; earliest: number; latest: number }
  | { kind: 'ambiguous'; candidates: readonly string[] }
  | { kind: 'unreadable' };

/** Longest value considered, in UTF-16 units: a date that names its time zone in full, as JavaScript prints it. */
const LONGEST = 96;

const UNREADABLE: DateReading = { kind: 'unreadable' };

function fixable(iso: string): DateReading {
  const range = readIsoDate(iso);
  return range ? { kind: 'fixable', iso, earliest: range.earliest, latest: range.latest } : UNREADABLE;
}

/**
 * Reads a date as written in a record. The answer depends on the text alone, not on the time zone or language of the
 * machine. Never throws; work is linear in the length, and values over 96 characters are unreadable.
 */
export function readDate(value: string): DateReading {
  if (value.length > LONGEST) return UNREADABLE;
  const iso = readIsoDate(value);
  if (iso) return iso;
  const text = value.trim();
  if (text === '') return UNREADABLE;
  if (readIsoDate(text)) return fixable(text);
  const readings = readOtherDate(text).filter((reading) => readIsoDate(reading));
  const [only] = readings;
  if (only === undefined) return UNREADABLE;
  return readings.length === 1 ? fixable(only) : { kind: 'ambiguous', candidates: readings.sort() };
}
