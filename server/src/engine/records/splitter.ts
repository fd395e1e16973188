import { decodeUtf8 } from './decode';
import { advance, type Position } from './position';
import type { Fault, RawRecord } from './record';
import { moved, Walk } from './walk';

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

/** Whether a splitter starts where the file does, and not at a record in it: an envelope or a header comes first. */
export const isFileStart = ({ position }: StartPoint) => position.line === 0 && position.column === 0;

/** Numbers records and keeps the absolute position while a splitter walks over record bytes and the bytes between. */
export class RecordCursor {
  private row: number;
  private byteOffset: number;
  private readonly walk: Walk;

  constructor(start: StartPoint) {
    this.row = start.row;
    this.byteOffset = start.byteOffset;
    this.walk = new Walk(start.position);
  }

  /** Bytes that belong to no record. */
  skip(bytes: Uint8Array): void {
    this.walk.over(bytes);
    this.byteOffset += bytes.length;
  }

  /** Gathered bytes that turned out to belong to no record. */
  pass({ bytes, total, extent }: Gathered): void {
    if (extent) {
      this.walk.moveTo(moved(this.walk.position, extent));
      this.byteOffset += total;
    } else this.skip(bytes);
  }

  /** @param oneLine the record is known to hold no line break */
  record(bytes: Uint8Array, faults: Fault[] = [], oneLine = false): RawRecord {
    const { source, fault } = decodeUtf8(bytes);
    const record: RawRecord = {
      row: this.row++,
      start: this.walk.position,
      byteOffset: this.byteOffset,
      bytes,
      source,
    };
    if (fault) faults.push(fault);
    if (faults.length > 0) record.faults = faults;
    const { line, column } = record.start;
    this.walk.moveTo(oneLine ? { line, column: column + source.length } : advance(record.start, source));
    this.byteOffset += bytes.length;
    return record;
  }

  /** A record over the size limit, of which the head was kept; `lead` bytes of that stand before it. */
  cutRecord(gathered: Gathered, limit: number, lead = 0): RawRecord {
    const { position } = this.walk;
    const { byteOffset } = this;
    this.skip(gathered.bytes.subarray(0, lead));
    const total = gathered.total - lead;
    const record = this.record(gathered.bytes.subarray(lead));
    this.walk.moveTo(position);
    this.byteOffset = byteOffset;
    this.pass(gathered);
    return { ...record, faults: [tooLarge(total, limit)], cut: total };
  }
}

/** What was gathered for one record. */
export interface Gathered {
  /** All of it, or its head when it is over the limit. */
  bytes: Uint8Array;
  /** Size of all of it. */
  total: number;
  /** How far all of it moves the position; present when it is over the limit. */
  extent?: Position;
}

/** Bytes of the record being read, kept in pieces until it is complete; past `limit` only the head is kept. */
export class PendingBytes {
  private pieces: Uint8Array[] = [];
  private total = 0;
  private extent: Walk | undefined;

  constructor(private readonly limit: number) {}

  add(bytes: Uint8Array): void {
    this.total += bytes.length;
    if (this.extent) this.extent.over(bytes);
    else this.pieces.push(bytes);
    if (!this.extent && this.total > this.limit) this.keepHead();
  }

  /** What was gathered, and nothing is pending any more. */
  take(): Gathered {
    const [first] = this.pieces;
    const bytes = this.pieces.length === 1 && first ? first : Buffer.concat(this.pieces);
    const gathered: Gathered = { bytes, total: this.total, ...(this.extent && { extent: this.extent.position }) };
    this.pieces = [];
    this.total = 0;
    this.extent = undefined;
    return gathered;
  }

  private keepHead(): void {
    const extent = new Walk();
    for (const piece of this.pieces) extent.over(piece);
    // A copy: a view would keep all that was gathered alive. Its size must not depend on how the file was chunked.
    const head = Buffer.concat(this.pieces).subarray(0, Math.min(HEAD_BYTES, this.limit));
    this.pieces = [Uint8Array.from(head)];
    this.extent = extent;
  }
}

/** Enough of an oversized record to show where it is. */
const HEAD_BYTES = 1024;

export function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  return true;
}

/** The fault of a record over the size limit. */
function tooLarge(total: number, limit: number): Fault {
  const mib = (bytes: number) => `${(bytes / 1048576).toFixed(1)} MiB`;
  return {
    rule: 'record-too-large',
    start: 0,
    end: 1,
    what: `the record is ${mib(total)}, the limit is ${mib(limit)}`,
  };
}
