import { parseJson } from './jsonParser';
import type { Limits } from './limits';
import type { DatasetRecord, Fault, RawRecord } from './record';
import { fileStart, isBlank, PendingBytes, RecordCursor, type Splitter, tooLarge } from './splitter';

/** Where the records of a JSON file are. */
export type JsonWrapper =
  /** The elements of the array that is the file. */
  | { kind: 'array' }
  /** The elements of the array under this key of the object that is the file: `{"data": […]}`. */
  | { kind: 'key'; key: string }
  /** The member values of the object that is the file: `{"id1": {…}, "id2": {…}}`. */
  | { kind: 'map' }
  /** The whole file is one record. */
  | { kind: 'single' };

/**
 * Cuts a JSON document into its records without parsing them: it follows strings and brackets only, so that one
 * malformed record leaves the others readable. What is wrong with the envelope is reported at the record before it.
 */
export class JsonSplitter implements Splitter {
  private readonly cursor: RecordCursor;
  private readonly pending: PendingBytes;
  private readonly level: number;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Inside the container whose elements are the records. */
  private inside = false;
  /** The container was there and is closed. */
  private closed = false;
  /** In a map: between the key and the colon that precedes the record. */
  private beforeColon = false;
  /** Text of the last string at the level of the wrapper key. */
  private lastKey: number[] = [];
  private keyMatches = false;
  private elements = 0;

  constructor(
    private readonly wrapper: JsonWrapper,
    private readonly limits: Limits,
    start = fileStart(),
  ) {
    this.cursor = new RecordCursor(start);
    this.pending = new PendingBytes(limits.recordBytes);
    this.level = wrapper.kind === 'key' ? 2 : 1;
    if (start.row > 0) {
      // A byte range starts at a record, inside the container.
      this.inside = true;
      this.depth = this.level;
    } else if (wrapper.kind === 'single') this.inside = true;
  }

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = [];
    if (this.wrapper.kind === 'single') {
      this.pending.add(chunk);
      return records;
    }
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.endString();
        else if (this.watchesKey()) this.lastKey.push(byte);
        continue;
      }
      if (byte > 125 || NEUTRAL[byte]) continue;
      switch (byte) {
        case QUOTE:
          this.inString = true;
          if (this.watchesKey()) this.lastKey = [];
          break;
        case OPEN_BRACE:
        case OPEN_BRACKET:
          this.depth++;
          if (!this.inside && !this.closed && this.opens(byte)) {
            this.inside = true;
            this.beforeColon = this.wrapper.kind === 'map';
            from = this.skipTo(chunk, from, i + 1);
          }
          break;
        case CLOSE_BRACE:
        case CLOSE_BRACKET:
          if (this.inside && this.depth === this.level) {
            this.finish(records, chunk.subarray(from, i), 'last');
            from = i;
            this.inside = false;
            this.closed = true;
          }
          this.depth--;
          break;
        case COMMA:
          if (this.inside && this.depth === this.level) {
            this.finish(records, chunk.subarray(from, i), 'element');
            from = this.skipTo(chunk, i, i + 1);
            this.beforeColon = this.wrapper.kind === 'map';
          } else if (this.depth === 1) this.keyMatches = false;
          break;
        case COLON:
          if (this.inside && this.beforeColon && this.depth === this.level) {
            // The key of a map belongs to no record.
            this.pending.add(chunk.subarray(from, i));
            this.cursor.skip(this.pending.take());
            from = this.skipTo(chunk, i, i + 1);
            this.beforeColon = false;
          }
          break;
      }
    }
    const rest = chunk.subarray(from);
    // After the list its end is kept, so that what follows is judged whole, however the file was chunked.
    if (this.inside || this.closed) this.pending.add(rest);
    else this.cursor.skip(rest);
    return records;
  }

  end(): RawRecord[] {
    const records: RawRecord[] = [];
    if (this.wrapper.kind === 'single') this.finish(records, new Uint8Array(), 'last');
    else if (this.inside) this.finish(records, new Uint8Array(), 'unclosed');
    else if (this.closed) this.after(records);
    return records;
  }

  private opens(byte: number): boolean {
    if (this.wrapper.kind === 'array') return this.depth === 1 && byte === OPEN_BRACKET;
    if (this.wrapper.kind === 'map') return this.depth === 1 && byte === OPEN_BRACE;
    return this.depth === 2 && byte === OPEN_BRACKET && this.keyMatches;
  }

  private watchesKey(): boolean {
    return this.wrapper.kind === 'key' && this.depth === 1 && !this.inside;
  }

  private endString(): void {
    this.inString = false;
    if (this.watchesKey() && this.wrapper.kind === 'key') {
      this.keyMatches = Buffer.from(this.lastKey).toString('utf8') === this.wrapper.key;
    }
  }

  private skipTo(chunk: Uint8Array, from: number, to: number): number {
    this.cursor.skip(chunk.subarray(from, to));
    return to;
  }

  /** Ends the element that `tail` completes; white space around it belongs to no record. */
  private finish(records: RawRecord[], tail: Uint8Array, how: 'element' | 'last' | 'unclosed'): void {
    this.pending.add(tail);
    const { total, oversize, droppedLines } = this.pending;
    const bytes = this.pending.take();
    const faults: Fault[] = [];
    if (oversize) {
      records.push(this.cursor.record(bytes, [tooLarge(total, this.limits.recordBytes)], total));
      this.cursor.drop(total - bytes.length, droppedLines);
      this.elements++;
      return;
    }
    const blank = isBlank(bytes);
    if (blank) {
      if (how === 'last' && (this.elements === 0 || this.wrapper.kind === 'single')) {
        this.cursor.skip(bytes);
        return;
      }
      const what =
        how === 'unclosed'
          ? 'the file ends inside the list of records: it is cut short'
          : how === 'last'
            ? 'a trailing comma after the last record'
            : 'nothing between two commas';
      const stray = this.cursor.record(bytes, [{ rule: 'record-unparseable', start: 0, end: bytes.length, what }]);
      records.push({ ...stray, stray: true });
      return;
    }
    let start = 0;
    let end = bytes.length;
    while (isSpace(bytes[start]!)) start++;
    while (isSpace(bytes[end - 1]!)) end--;
    this.cursor.skip(bytes.subarray(0, start));
    const record = this.cursor.record(bytes.subarray(start, end), faults);
    if (how === 'unclosed') {
      const what = 'the file ends after this record, inside the list: it is cut short';
      const { length } = record.source;
      record.faults = [...(record.faults ?? []), { rule: 'record-unparseable', start: 0, end: length, what }];
    }
    records.push(record);
    this.elements++;
    this.cursor.skip(bytes.subarray(end));
  }

  /** What stands after the list of records: behind an array nothing may. */
  private after(records: RawRecord[]): void {
    const rest = this.pending.take();
    this.cursor.skip(rest.subarray(0, 1));
    const tail = rest.subarray(1);
    if (this.wrapper.kind === 'key' || isBlank(tail)) {
      this.cursor.skip(tail);
      return;
    }
    const record = this.cursor.record(tail);
    const what = 'text after the end of the list of records';
    record.faults = [{ rule: 'record-unparseable', start: 0, end: record.source.length, what }];
    record.stray = true;
    records.push(record);
  }
}

/** One JSON record to its value tree. */
export function parseJsonRecord(raw: RawRecord, limits: Limits): DatasetRecord {
  const faults = [...(raw.faults ?? [])];
  if (raw.cut !== undefined || raw.stray) return { ...raw, root: undefined, faults };
  const { root, faults: syntax } = parseJson(raw.source, limits.depth);
  return { ...raw, root, faults: [...faults, ...syntax] };
}

const isSpace = (byte: number) => byte === 32 || byte === 9 || byte === 10 || byte === 13;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
/** Bytes that say nothing about structure, for a quick way past them. */
const NEUTRAL = Uint8Array.from({ length: 128 }, (_, byte) =>
  [QUOTE, COMMA, COLON, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE].includes(byte) ? 0 : 1,
);
