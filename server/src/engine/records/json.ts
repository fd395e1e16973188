import { decodeUtf8 } from './decode';
import { parseJson } from './jsonParser';
import type { Limits } from './limits';
import type { DatasetRecord, RawRecord } from './record';
import { fileStart, isFileStart, PendingBytes, RecordCursor, type Splitter } from './splitter';

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
  /** The last string at the level of the wrapper key, as it is written. */
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
    if (wrapper.kind === 'single') this.inside = true;
    else if (!isFileStart(start)) {
      // A byte range starts at a record, inside the container.
      this.inside = true;
      this.depth = this.level;
    }
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
        else if (byte === QUOTE) {
          this.endString();
          continue;
        }
        if (this.watchesKey() && this.lastKey.length < LONGEST_KEY) this.lastKey.push(byte);
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
            this.cursor.pass(this.pending.take());
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
    else {
      const what = 'the list of records is not there';
      records.push({
        ...this.cursor.record(new Uint8Array(), [{ ...unparseable, start: 0, end: 0, what }]),
        stray: true,
      });
    }
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
      const written = decodeUtf8(Uint8Array.from(this.lastKey)).source;
      const { root } = parseJson(`"${written}"`, 1);
      this.keyMatches = root?.type === 'string' && root.text === this.wrapper.key;
    }
  }

  private skipTo(chunk: Uint8Array, from: number, to: number): number {
    this.cursor.skip(chunk.subarray(from, to));
    return to;
  }

  /** Ends the element that `tail` completes; white space around it belongs to no record. */
  private finish(records: RawRecord[], tail: Uint8Array, how: 'element' | 'last' | 'unclosed'): void {
    this.pending.add(tail);
    const gathered = this.pending.take();
    const { bytes } = gathered;
    let start = 0;
    while (start < bytes.length && isSpace(bytes[start]!)) start++;
    if (gathered.extent) {
      records.push(this.cursor.cutRecord(gathered, this.limits.recordBytes, start));
      this.elements++;
      return;
    }
    if (start === bytes.length) {
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
      const stray = this.cursor.record(bytes, [{ ...unparseable, start: 0, end: bytes.length, what }]);
      records.push({ ...stray, stray: true });
      return;
    }
    let end = bytes.length;
    while (isSpace(bytes[end - 1]!)) end--;
    this.cursor.skip(bytes.subarray(0, start));
    const record = this.cursor.record(bytes.subarray(start, end));
    if (how === 'unclosed') {
      const what = 'the file ends after this record, inside the list: it is cut short';
      const { length } = record.source;
      record.faults = [...(record.faults ?? []), { ...unparseable, start: 0, end: length, what }];
    }
    records.push(record);
    this.elements++;
    this.cursor.skip(bytes.subarray(end));
  }

  /** What stands after the list of records must complete the document; nothing else may follow an array or a map. */
  private after(records: RawRecord[]): void {
    const gathered = this.pending.take();
    const { source } = decodeUtf8(gathered.bytes);
    const opening = OPENINGS[this.wrapper.kind];
    const [fault] = gathered.extent ? [] : parseJson(opening + source, this.limits.depth).faults;
    if (!fault) {
      this.cursor.pass(gathered);
      return;
    }
    const what = 'the document goes on after the list of records in a way that is not JSON';
    // The bracket that ends the list is part of what is parsed here, not of what is reported.
    const start = Math.max(0, fault.start - opening.length - 1);
    this.cursor.skip(gathered.bytes.subarray(0, 1));
    const stray = this.cursor.record(gathered.bytes.subarray(1));
    const end = Math.max(start, Math.min(fault.end - opening.length - 1, stray.source.length));
    records.push({ ...stray, faults: [{ ...unparseable, start, end, what }], stray: true });
  }
}

/** One JSON record to its value tree. */
export function parseJsonRecord(raw: RawRecord, limits: Limits): DatasetRecord {
  if (raw.cut !== undefined || raw.stray) return { ...raw, root: undefined, faults: raw.faults ?? [] };
  const { row, start, byteOffset, bytes, source } = raw;
  const { root, faults } = parseJson(source, limits.depth);
  // Named one by one: spreading a record takes longer than parsing a short one.
  return { row, start, byteOffset, bytes, source, root, faults: raw.faults ? [...raw.faults, ...faults] : faults };
}

const unparseable = { rule: 'record-unparseable' } as const;

/** A document cut off inside its list of records, so that what follows can be parsed. */
const OPENINGS = { array: '[', map: '{', key: '{"":[', single: '' };

/** Longer strings are no key of a list of records. */
const LONGEST_KEY = 1024;

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
