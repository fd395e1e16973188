import type { Position } from './records/position';
import type { Problem, Related, Severity } from './rules/rule';

/** A range in a file: lines and columns from 0, columns in UTF-16 units. */
export interface Range {
  start: Position;
  end: Position;
}

/** What the engine reports: one problem, placed in its file. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  /** Number of the record, from 0; null for a finding about the file. */
  row: number | null;
  range: Range;
  /** The rule's own record of the problem, from which its fixes are made. */
  problem: Problem<unknown> | null;
  related: readonly LocatedRelated[];
  /** Key of the finding in a baseline, where it was asked for. */
  key?: string;
  /** Records that a finding about the file is about. */
  rows?: readonly number[];
}

export interface LocatedRelated extends Omit<Related, 'span'> {
  range?: Range;
}
