import type { Counter } from './counter';
import type { Dates, Facts, Origin } from './facts';

/** A whole number with its thousands apart: 1,234,567. */
export const whole = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A share in percent with one decimal; what is not nothing, or not all, never reads as if it were. */
export function share(part: number, all: number): string {
  const percent = all === 0 ? 0 : (100 * part) / all;
  if (part > 0 && percent < 0.05) return '<0.1%';
  if (part < all && percent >= 99.95) return '>99.9%';
  return `${percent.toFixed(1)}%`;
}

export const plural = (n: number, noun: string): string => `${whole(n)} ${noun}${n === 1 ? '' : 's'}`;

/** Part of the records, in words: `300 of 1,200 records (25.0%)`. */
export const ofRecords = (part: number, { records }: Facts): string =>
  `${whole(part)} of ${plural(records, 'record')} (${share(part, records)})`;

/** The day of a moment, in UTC. */
export const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** A range of days in words; undefined where no record has a date. */
export function period({ earliest, latest, records }: Dates): string | undefined {
  if (records === 0) return undefined;
  const [from, to] = [day(earliest), day(latest)];
  return from === to ? from : `${from} to ${to}`;
}

/** A value or a group of values, and how often it occurs. */
export interface Row {
  /** Text of the dataset; absent for a group. */
  value?: string;
  /** Words of ours. */
  label?: string;
  records: number;
}

/** The most frequent values of a counter, and what is left of them as one row. */
export function topRows(counter: Counter, most: number): Row[] {
  const all = counter.top();
  const rows: Row[] = all.slice(0, most).map(([value, records]) => ({ value, records }));
  const rest = all.slice(most);
  const records = rest.reduce((sum, [, count]) => sum + count, 0) + counter.beyond;
  if (records === 0) return rows;
  const label = counter.beyond > 0 ? 'others, not all kept apart' : plural(rest.length, 'other');
  return [...rows, { label, records }];
}

/** Groups of origins as a reader of a declaration needs them, in the order to show. */
export const ORIGIN_ROWS: readonly { label: string; origins: readonly Origin[] }[] = [
  { label: 'Human', origins: ['human'] },
  { label: 'Machine', origins: ['machine'] },
  { label: 'Mixed', origins: ['mixed'] },
  { label: 'Captured, author left open', origins: ['neutral'] },
  { label: 'Not stated', origins: ['unknown', 'none'] },
];
