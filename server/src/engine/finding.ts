import type { Range } from './records/position';
import type { Problem, Related, Severity } from './rules/rule';

export type { Range } from './records/position';

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
