import type { OriginClass } from '../vocabulary';
import { Counter } from './counter';
import type { RecordFacts } from './recordFacts';

/** Who or what made the text of a record: the class of its origin, or nothing where none is stated. */
export type Origin = OriginClass | 'none';

/** Counts of records and of the words of their texts. */
export interface Amount {
  records: number;
  words: number;
}

/** When something happened, over all records that say so. */
export interface Dates {
  /** Milliseconds since 1970, both ends included. */
  earliest: number;
  latest: number;
  /** Records with a date. */
  records: number;
  /** Records whose date is not read as one. */
  unread: number;
}

/** What the records of a file, or of all files, say of themselves; values that several levels state count once a record. */
export class Facts {
  records = 0;
  /** Records that could not be read: nothing is known of them. */
  unreadable = 0;
  words = 0;
  /** Unicode characters of text. */
  characters = 0;
  readonly origins = new Map<Origin, Amount>();
  /** Codes of digital source types. */
  readonly types: Counter;
  /** Records with text of a trained model, in whole or in part. */
  withModelText = 0;
  /** Those of them that name no generator. */
  withUnnamedModel = 0;
  /** Records with text of a model or of another program, in whole or in part. */
  withMachineText = 0;
  readonly generators: Counter;
  /** SPDX expressions. */
  readonly licenses: Counter;
  /** Licences as they are written where they mean no expression, or one of several. */
  readonly unreadLicenses: Counter;
  /** Records with a licence that is read. */
  licensed = 0;
  /** Sources that are no URLs: ids and names of datasets. */
  readonly sources: Counter;
  readonly urls: Counter;
  /** Hosts of the URLs. */
  readonly hosts: Counter;
  /** Records with a source. */
  sourced = 0;
  readonly annotators: Counter;
  /** Records that say who made their labels. */
  annotated = 0;
  readonly created: Dates = noDates();
  readonly added: Dates = noDates();

  /** @param limit most distinct values kept of each kind */
  constructor(limit?: number) {
    this.types = new Counter(limit);
    this.generators = new Counter(limit);
    this.licenses = new Counter(limit);
    this.unreadLicenses = new Counter(limit);
    this.sources = new Counter(limit);
    this.urls = new Counter(limit);
    this.hosts = new Counter(limit);
    this.annotators = new Counter(limit);
  }

  add(record: RecordFacts): void {
    this.records++;
    this.words += record.words;
    this.characters += record.characters;
    const amount = this.origins.get(record.origin) ?? { records: 0, words: 0 };
    amount.records++;
    amount.words += record.words;
    this.origins.set(record.origin, amount);
    if (record.withModelText) {
      this.withModelText++;
      if (record.generators.length === 0) this.withUnnamedModel++;
    }
    if (record.withMachineText) this.withMachineText++;
    if (record.licenses.length > 0) this.licensed++;
    if (record.sources.length + record.urls.length > 0) this.sourced++;
    if (record.annotators.length > 0) this.annotated++;
    addAll(this.types, record.types);
    addAll(this.generators, record.generators);
    addAll(this.licenses, record.licenses);
    addAll(this.unreadLicenses, record.unreadLicenses);
    addAll(this.sources, record.sources);
    addAll(this.urls, record.urls);
    addAll(this.hosts, record.hosts);
    addAll(this.annotators, record.annotators);
    addDate(this.created, record.created);
    addDate(this.added, record.added);
  }

  /** Records of an origin. */
  count(...origins: Origin[]): number {
    return origins.reduce((sum, origin) => sum + (this.origins.get(origin)?.records ?? 0), 0);
  }

  /** Distinct sources of all kinds. */
  get distinctSources(): number {
    return this.sources.distinct + this.urls.distinct;
  }

  /** Whether some sources were not kept: what is listed is not all. */
  get sourcesBeyond(): number {
    return this.sources.beyond + this.urls.beyond;
  }
}

const noDates = (): Dates => ({
  earliest: Number.POSITIVE_INFINITY,
  latest: Number.NEGATIVE_INFINITY,
  records: 0,
  unread: 0,
});

function addAll(counter: Counter, values: readonly string[]): void {
  for (const value of values) counter.add(value);
}

function addDate(dates: Dates, date: RecordFacts['created']): void {
  if (date === undefined) return;
  if (date === 'unread') {
    dates.unread++;
    return;
  }
  dates.records++;
  dates.earliest = Math.min(dates.earliest, date.earliest);
  dates.latest = Math.max(dates.latest, date.latest);
}
