import type { ProvenanceField } from '../../engine/provenance/fields';
import type { Position } from '../../engine/records/position';
import type { DatasetRecord } from '../../engine/records/record';
import { type Change, type Hunk, hunksOf, shortened } from './hunk';

/** Refused records that are named one by one; the others are counted. */
const NAMED = 20;
/** Changes kept to be shown. */
const SAMPLES = 20;

/** A record that is left as it is though it was meant. */
export interface RefusedRecord extends Position {
  row: number;
  why: string;
}

/** What became of one file, or would. */
export interface FileOutcome {
  path: string;
  records: number;
  /** Records that were meant. */
  chosen: number;
  /** Records that change, or are said something of. */
  changed: number;
  /** Of these, how many said something else before, by field. */
  replaced: ReadonlyMap<ProvenanceField, number>;
  /** Records that say it already. */
  already: number;
  /** Records for which no value is known. */
  unknown: number;
  refused: number;
  /** The first of them. */
  refusals: readonly RefusedRecord[];
  /** Where it is written: the file itself, its sidecar, the configuration. */
  written: ReadonlySet<string>;
  /** One declaration for the file would say the same. */
  declarable: boolean;
  /** Why nothing in the file is changed, though it could be read. */
  leftAlone?: string;
  /** Why it could not be done. */
  failed?: string;
}

/** A change as it is shown: record, place and lines, long ones cut. */
export interface Sample extends Hunk {
  path: string;
  row: number | null;
}

/** Counts what becomes of the records of a file. */
export class Tally implements FileOutcome {
  records = 0;
  chosen = 0;
  changed = 0;
  already = 0;
  unknown = 0;
  refused = 0;
  declarable = false;
  leftAlone?: string;
  failed?: string;
  readonly replaced = new Map<ProvenanceField, number>();
  readonly refusals: RefusedRecord[] = [];
  readonly written = new Set<string>();

  constructor(
    readonly path: string,
    private readonly report: (change: Change) => void,
  ) {}

  /** A record changed, by this change or by one for the whole file. */
  change(change: Change | undefined): void {
    this.changed++;
    if (!change) return;
    this.written.add(change.path);
    this.report(change);
  }

  refuse(record: DatasetRecord, why: string): void {
    this.refused++;
    if (this.refusals.length < NAMED) this.refusals.push({ ...record.start, row: record.row, why });
  }
}

/** Keeps the first changes of all files, as they are shown. */
export class Samples {
  readonly kept: Sample[] = [];

  add(change: Change): void {
    if (this.kept.length >= SAMPLES) return;
    for (const hunk of hunksOf(change))
      this.kept.push({ path: change.path, row: change.row, ...ownCopies(shortened(hunk)) });
  }
}

/** Strings that do not keep the text of a whole record in memory, as slices of it do. */
function ownCopies({ line, removed, added }: Hunk): Hunk {
  const own = (text: string) => Buffer.from(text).toString();
  return { line, removed: removed.map(own), added: added.map(own) };
}
