import type { Severity } from '../engine/rules/rule';

/** Counts over all files of a check. */
export class Totals {
  readonly findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  files = 0;
  filesWithFindings = 0;
  records = 0;
  suppressed = 0;
  /** Files that should have been read and could not be. */
  failures = 0;

  /** Findings that fail a check, if no more than `tolerated` of those below error are to be let through. */
  fails(tolerated: number): boolean {
    const { error, warning, information } = this.findings;
    return error > 0 || warning + information > tolerated;
  }
}
