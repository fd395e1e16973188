import { DAY_MS } from './calendar';
import { readIsoDate } from './isoDate';
import { remember } from './memo';
import { isVariant, type ModelName, readModelName, tokensOf } from './modelReleasesNames';
import { type ModelRelease, modelReleases } from './modelReleasesTable';

/** The earliest day on which a model can have written something. */
export interface Release {
  /** The model, or the family it belongs to, as the table names it. */
  model: string;
  vendor: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the day is not known. */
  date: string;
  /** First moment of that day or month in UTC, in milliseconds since 1970. */
  earliest: number;
  citation: string;
}

const byTokens = new Map<string, ModelRelease>();
let longest = 0;
for (const release of modelReleases) {
  for (const name of release.names) {
    const tokens = tokensOf(name);
    longest = Math.max(longest, tokens.length);
    byTokens.set(tokens.join(' '), release);
  }
}

/**
 * When the model that a generator names was released. The longest name of the table that it begins with counts, and only
 * where the rest says no more than size, tuning, format or date: `my-gpt-4-filter` and `gpt-4-filter` are other things.
 * A date in the name of a snapshot (`-20240229`, `-0613`) that is later than that of its family counts instead.
 */
export function releaseOf(generator: string): Release | undefined {
  return find(generator).release;
}

const find = remember((generator: string): { release: Release | undefined } => {
  const name = readModelName(generator);
  return { release: name && findRelease(name) };
});

function findRelease({ tokens, revision }: ModelName): Release | undefined {
  for (let length = Math.min(longest, tokens.length); length > 0; length--) {
    const release = byTokens.get(tokens.slice(0, length).join(' '));
    if (!release) continue;
    const rest = tokens.slice(length);
    if (!isVariant(rest)) return undefined;
    const { names, vendor, citation, date } = release;
    const family = startOf(date)!;
    const pinned = snapshotDate(revision ? [...rest, revision] : rest, release, family);
    const known = pinned && pinned.earliest > family ? pinned : { date, earliest: family };
    return { model: names[0]!, vendor, citation, ...known };
  }
  return undefined;
}

interface Dated {
  date: string;
  earliest: number;
}

/** The day or month that the name of a snapshot gives. */
function snapshotDate(rest: readonly string[], { snapshots }: ModelRelease, family: number): Dated | undefined {
  for (let at = 0; at < rest.length; at++) {
    const [one, two = '', three = ''] = rest.slice(at, at + 3);
    const written = dateIn(one!, two, three) ?? (snapshots === 'yymm' ? yearAndMonth(one!) : undefined);
    const found = written === undefined ? undefined : { date: written, earliest: startOf(written) ?? Number.NaN };
    if (found && !Number.isNaN(found.earliest)) return found;
    const day = snapshots === 'mmdd' && /^\d{4}$/.test(one!) ? firstSince(one!, family) : undefined;
    if (day) return day;
  }
  return undefined;
}

function dateIn(one: string, two: string, three: string): string | undefined {
  if (/^20\d{6}$/.test(one)) return `${one.slice(0, 4)}-${one.slice(4, 6)}-${one.slice(6)}`;
  if (/^20\d\d$/.test(one) && /^\d\d$/.test(two) && /^\d\d$/.test(three)) return `${one}-${two}-${three}`;
  return /^\d\d$/.test(one) && /^20\d\d$/.test(two) ? `${two}-${one}` : undefined;
}

const yearAndMonth = (token: string) =>
  /^2\d(?:0[1-9]|1[0-2])$/.test(token) ? `20${token.slice(0, 2)}-${token.slice(2)}` : undefined;

/** The first day with this month and day of month that is not before the family: the year is not written. */
function firstSince(monthAndDay: string, family: number): Dated | undefined {
  const year = new Date(family).getUTCFullYear();
  for (const candidate of [year, year + 1]) {
    const date = `${candidate}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2)}`;
    const earliest = startOf(date);
    if (earliest !== undefined && earliest >= family - DAY_MS) return { date, earliest };
  }
  return undefined;
}

const startOf = (date: string) => readIsoDate(date)?.earliest;
