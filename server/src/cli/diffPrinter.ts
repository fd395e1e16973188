import type { Hunk } from '../workspace/bulk/hunk';
import type { Output } from './output';
import { printable } from './printable';

/** Prints changes as a unified diff without context. Lines are those of records; what a terminal would obey is shown. */
export class DiffPrinter {
  private file: string | undefined;
  /** Lines that the new version is ahead of the old one. */
  private ahead = 0;

  constructor(private readonly out: Output) {}

  print(file: string, { line, removed, added }: Hunk): void {
    if (file !== this.file) {
      this.file = file;
      this.ahead = 0;
      this.out.line(`--- ${printable(file)}`);
      this.out.line(`+++ ${printable(file)}`);
    }
    this.out.line(`@@ -${range(line, removed.length)} +${range(line + this.ahead, added.length)} @@`);
    for (const text of removed) this.out.line(`-${printable(text)}`);
    for (const text of added) this.out.line(`+${printable(text)}`);
    this.ahead += added.length - removed.length;
  }
}

/** Lines from 1; of none, the one before. */
const range = (line: number, count: number) => `${count === 0 ? line : line + 1},${count}`;
