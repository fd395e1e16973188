import type { Position as LspPosition, Range as LspRange } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckSummary } from '../../engine/check';
import type { FileContext } from '../../engine/context';
import type { Range } from '../../engine/finding';
import type { Position } from '../../engine/records/position';
import { readRecord, splitterFor } from '../../engine/records/reader';
import type { DatasetRecord } from '../../engine/records/record';
import { fileStart } from '../../engine/records/splitter';
import type { FindingStore } from './findingStore';
import type { RecordStarts } from './recordStarts';
import { Cancelled, markLength } from './textFile';

/** A dataset open in the editor, as the last check saw it. Its records are read again from the text when needed. */
export class CheckedDocument {
  private readonly mark: number;

  constructor(
    readonly document: TextDocument,
    readonly version: number,
    /** Path on disk; undefined for a document that was never saved. */
    readonly path: string | undefined,
    readonly summary: CheckSummary,
    readonly findings: FindingStore,
    private readonly starts: RecordStarts,
  ) {
    this.mark = markLength(document.getText());
  }

  get uri(): string {
    return this.document.uri;
  }

  get context(): FileContext {
    return this.summary.context;
  }

  get rows(): number {
    return this.starts.length;
  }

  /** @throws Cancelled when the document was edited since the check: its records are no longer these */
  assertCurrent(): void {
    if (this.document.version !== this.version) throw new Cancelled();
  }

  /** Reads one record; undefined where there is none of that number. */
  record(row: number): DatasetRecord | undefined {
    const start = this.starts.at(row);
    if (!start) return undefined;
    const next = this.starts.at(row + 1);
    const text = this.document.getText();
    // What stands before the first record (a header row, the opening of a list) belongs to reading it.
    const from = row === 0 ? this.mark : this.document.offsetAt(this.toClient(start));
    const to = next ? this.document.offsetAt(this.toClient(next)) : text.length;
    const splitter = splitterFor(this.context.facts, row === 0 ? fileStart() : { row, position: start, byteOffset: 0 });
    const bytes = Buffer.from(text.slice(from, to));
    const raw = [...splitter.push(bytes), ...splitter.end()].find((candidate) => candidate.row === row);
    return raw && readRecord(raw, this.context.facts);
  }

  /** Where a record starts. */
  startOf(row: number): LspPosition | undefined {
    const start = this.starts.at(row);
    return start && this.toClient(start);
  }

  /** The record that starts last before a place of the client's; undefined before the first. */
  rowAt(position: LspPosition): number | undefined {
    return this.starts.rowAt(this.fromClient(position));
  }

  toClient({ line, column }: Position): LspPosition {
    return { line, character: line === 0 ? column + this.mark : column };
  }

  rangeToClient({ start, end }: Range): LspRange {
    return { start: this.toClient(start), end: this.toClient(end) };
  }

  private fromClient({ line, character }: LspPosition): Position {
    return { line, column: line === 0 ? Math.max(0, character - this.mark) : character };
  }
}
