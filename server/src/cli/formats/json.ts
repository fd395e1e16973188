import type { Finding } from '../../engine/finding';
import type { Output } from '../output';
import { printableJson } from '../printable';
import type { FileResult, Reporter } from './reporter';

/**
 * JSON, an object a line: findings, and after those of a file one object about the file. Rows count from 0; lines and
 * columns from 1, columns in UTF-16 units.
 */
export class JsonReporter implements Reporter {
  readonly wantsKeys = false;

  constructor(private readonly out: Output) {}

  finding(file: string, { rule, severity, message, row, range: { start, end } }: Finding): void {
    this.out.line(
      printableJson({
        file,
        row,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
        rule,
        severity,
        message,
      }),
    );
  }

  checked({ file, records, unreadable, findings, suppressed, format, shape }: FileResult): void {
    this.out.line(printableJson({ file, checked: true, records, unreadable, findings, suppressed, format, shape }));
  }

  notChecked(file: string, reason: string): void {
    this.out.line(printableJson({ file, checked: false, reason }));
  }

  end(): void {}
}
