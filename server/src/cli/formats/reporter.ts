import type { Finding } from '../../engine/finding';
import type { Totals } from '../totals';

/** Turns what a check says into one output format. Called in the order of the files, and within a file in its order. */
export interface Reporter {
  /** The format shows the keys of findings. */
  readonly wantsKeys: boolean;
  finding(file: string, finding: Finding): void;
  checked(result: FileResult): void;
  notChecked(file: string, reason: string): void;
  end(totals: Totals): void;
}

/** What is said of a file that was checked. */
export interface FileResult {
  file: string;
  records: number;
  unreadable: number;
  /** Findings reported. */
  findings: number;
  /** Findings that the baseline accepts. */
  suppressed: number;
  format: string;
  shape: string;
}
