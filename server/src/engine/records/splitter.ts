import { decodeUtf8 } from './decode';
import { advance, type Position } from './position';
import type { Fault, RawRecord } from './record';

/**
 * Cuts a file into records. Chunks are UTF-8 without byte order mark, of any size; the records do not depend on how the
 * file was chunked. State is the unfinished record and a few numbers, so memory is bounded by the record limit.
 */
export interface Splitter {
  push(chunk: Uint8Array): RawRecord[];
  end(): RawRecord[];
}

/** Where a splitter starts: the beginning of a file, or the place in it where a byte range to be checked alone begins. */
export interface StartPoint {
  row: number;
  position: Position;
  byteOffset: number;
}

export const fileStart = (bom = 0): StartPoint => ({ row: 0, position: { line: 0, column: 0 }, byteOffset: bom });

/** Numbers records and keeps the absolute position while a splitter walks over record bytes and the bytes between. */
export class RecordCursor {
  private row: number;
  private position: Position;
  private byteOffset: number;

  constructor(start: StartPoint) {
    this.row = start.row;
    this.position = start.position;
    this.byteOffset = start.byteOffset;
  }

  /** Bytes that belong to no record. */
  skip(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.position = advance(this.position, decodeUtf8(bytes).source);
    this.byteOffset += bytes.length;
  }

  /** Bytes of a record that was cut: they count for offsets only; `lines` is the number of line ends among them. */
  drop(length: number, lines: number): void {
    this.byteOffset += length;
    if (lines > 0) this.position = { line: this.position.line + lines, column: 0 };
  }

  record(bytes: Uint8Array, faults: Fault[] = [], cut?: number): RawRecord {
    const { source, fault } = decodeUtf8(bytes);
    const record: RawRecord = { row: this.row++, start: this.position, byteOffset: this.byteOffset, bytes, source };
    if (fault && cut === undefined) faults.push(fault);
    if (faults.length > 0) record.faults = faults;
    if (cut !== undefined) record.cut = cut;
    this.position = advance(this.position, source);
    this.byteOffset += bytes.length;
    return record;
  }
}

/** Bytes of the record being read, kept in pieces until it is complete; past `limit` only the head is kept. */
export class PendingBytes {
  private pieces: Uint8Array[] = [];
  private kept = 0;
  /** Bytes seen, kept or not. */
  total = 0;
  /** Line feeds among the bytes not kept. */
  droppedLines = 0;

  constructor(private readonly limit: number) {}

  add(bytes: Uint8Array): void {
    this.total += bytes.length;
    if (this.total <= this.limit) {
      this.pieces.push(bytes);
      this.kept += bytes.length;
      return;
    }
    if (this.kept > HEAD_BYTES) this.keepHead();
    const room = Math.max(0, HEAD_BYTES - this.kept);
    this.pieces.push(bytes.subarray(0, room));
    this.kept += Math.min(room, bytes.length);
    this.droppedLines += countLineFeeds(bytes.subarray(room));
  }

  get oversize(): boolean {
    return this.total > this.limit;
  }

  /** The bytes kept, and the pending record is empty again. */
  take(): Uint8Array {
    const [first] = this.pieces;
    const bytes = this.pieces.length === 1 && first ? first : Buffer.concat(this.pieces);
    this.pieces = [];
    this.kept = this.total = this.droppedLines = 0;
    return bytes;
  }

  private keepHead(): void {
    const all = Buffer.concat(this.pieces);
    this.droppedLines += countLineFeeds(all.subarray(HEAD_BYTES));
    this.pieces = [Buffer.from(all.subarray(0, HEAD_BYTES))];
    this.kept = HEAD_BYTES;
  }
}

/** Enough of an oversized record to show where it is. */
const HEAD_BYTES = 1024;

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) count++;
  return count;
}

export function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  return true;
}

/** The fault of a record over the size limit. */
export function tooLarge(total: number, limit: number): Fault {
  const mib = (bytes: number) => `${(bytes / 1048576).toFixed(1)} MiB`;
  return {
    rule: 'record-too-large',
    start: 0,
    end: 1,
    what: `the record is ${mib(total)}, the limit is ${mib(limit)}`,
  };
}
