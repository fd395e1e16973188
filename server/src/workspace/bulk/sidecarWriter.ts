import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { type SidecarRow, sidecarLine } from '../../engine/provenance/sidecar';
import type { Span } from '../../engine/records/position';
import type { FileSink } from '../fileSink';
import { LARGEST_TEXT } from '../readText';
import { fileState } from '../rewrite';
import type { Transaction } from '../undo/transaction';
import type { Change } from './hunk';

const LF = 10;

/**
 * Rows written into a sidecar: the line of a row that is there is replaced, the others are added at the end in the order
 * they come. Only lines that are replaced are kept in memory.
 */
export class SidecarWriter {
  /** State of the sidecar when it was read; undefined where there is none. */
  private readonly state: string | undefined;
  private readonly before: Buffer;
  private readonly lines = new Map<number, Span & { line: number }>();
  private readonly replaced = new Map<number, Buffer>();
  private readonly eol: string;
  private added: FileSink | undefined;
  private bytes: number;
  /** Lines that it has. */
  private readonly count: number;

  /** @param transaction takes the new version; without one it is only found out what would change */
  constructor(
    private readonly path: string,
    private readonly transaction: Transaction | undefined,
  ) {
    this.state = existsSync(path) ? fileState(path) : undefined;
    this.before = this.state === undefined ? Buffer.alloc(0) : readFileSync(path);
    this.bytes = this.before.length;
    this.eol = this.before[this.before.indexOf(LF) - 1] === 13 ? '\r\n' : '\n';
    this.count = this.index();
  }

  /** @throws Error when the sidecar would become larger than is read */
  write(row: SidecarRow): Change {
    const written = sidecarLine(row).trimEnd();
    const present = this.lines.get(row.row);
    const bytes = Buffer.from(present ? written : written + this.eol);
    this.bytes += bytes.length - (present ? present.end - present.start : 0);
    if (this.bytes > LARGEST_TEXT)
      throw new Error(`its sidecar would be larger than ${LARGEST_TEXT >> 20} MiB, too large to be read`);
    if (present) {
      this.replaced.set(row.row, bytes);
      const source = this.before.toString('utf8', present.start, present.end);
      const edits = [{ start: 0, end: source.length, newText: written }];
      return { path: this.path, row: row.row, line: present.line, source, edits };
    }
    if (this.transaction) {
      this.added ??= this.transaction.scratch(this.path);
      this.added.write(bytes);
    }
    const edits = [{ start: 0, end: 0, newText: written }];
    return { path: this.path, row: row.row, line: this.count, source: '', edits };
  }

  /** The new version is complete. */
  finish(): void {
    const { transaction, added, path } = this;
    if (!transaction || (!added && this.replaced.size === 0)) return;
    added?.finish();
    if (this.state === undefined) {
      const { sink, finish } = transaction.create(path);
      sink.writeFile(added!.path);
      finish();
      return;
    }
    const file = openSync(path, 'r');
    try {
      const { rewrite, finish } = transaction.rewrite(path, file, this.state);
      const inOrder = [...this.replaced].map(([row, bytes]) => ({ span: this.lines.get(row)!, bytes }));
      for (const { span, bytes } of inOrder.sort((a, b) => a.span.start - b.span.start)) rewrite.replace(span, bytes);
      if (added) {
        const end = this.before.length;
        if (end > 0 && this.before[end - 1] !== LF) rewrite.replace({ start: end, end }, Buffer.from(this.eol));
        rewrite.append(added.path);
      }
      finish();
    } finally {
      closeSync(file);
    }
  }

  /** Finds the line of each row; where a row stands twice the later one counts. */
  private index(): number {
    let line = 0;
    for (let start = 0; start < this.before.length; line++) {
      const lf = this.before.indexOf(LF, start);
      const next = lf < 0 ? this.before.length : lf + 1;
      let end = lf < 0 ? next : lf;
      if (this.before[end - 1] === 13) end--;
      const row = rowOf(this.before.toString('utf8', start, end));
      if (row !== undefined) this.lines.set(row, { start, end, line });
      start = next;
    }
    return line;
  }
}

/** Number of the record that a line is about, where it is known by that and its bytes. */
function rowOf(line: string): number | undefined {
  try {
    const { row, recordHash, id } = JSON.parse(line);
    return typeof row === 'number' && typeof recordHash === 'string' && id === undefined ? row : undefined;
  } catch {
    return undefined;
  }
}
