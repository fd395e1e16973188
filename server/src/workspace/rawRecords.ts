import { readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { EncodingFact } from '../engine/records/encoding';
import type { Span } from '../engine/records/position';
import type { RawRecord } from '../engine/records/record';

const CHUNK_BYTES = 1 << 16;

/** Where the text of one record stands in its file. */
export interface RecordPlace {
  /** Offset in the file of a unit of the record's text; units are asked for in order. */
  offset(unit: number): number;
}

class Utf8Place implements RecordPlace {
  private unit = 0;

  /** @param isAscii a byte for each unit */
  constructor(
    private readonly source: string,
    private readonly isAscii: boolean,
    private at: number,
  ) {}

  offset(unit: number): number {
    this.at += this.isAscii ? unit - this.unit : Buffer.byteLength(this.source.slice(this.unit, unit));
    this.unit = unit;
    return this.at;
  }
}

/**
 * The bytes of records as they stand in an open file. Records know their place in its UTF-8 form; where the file is
 * UTF-16, the two are walked side by side, so records must be asked for in file order.
 */
export class RawRecords {
  private chunk = Buffer.alloc(0);
  private chunkStart = 0;
  private raw: number;
  private utf8 = 0;

  constructor(
    private readonly file: number,
    private readonly encoding: EncodingFact,
  ) {
    this.raw = encoding.bom;
  }

  /** Bytes of a record in the file, whatever they are. */
  find(record: RawRecord): Span {
    const end = record.byteOffset + record.bytes.length;
    if (this.encoding.encoding === 'utf-8') return { start: record.byteOffset, end };
    return { start: this.advance(record.byteOffset), end: this.advance(end) };
  }

  /**
   * The way from the text of a record to its bytes.
   *
   * @param record one whose bytes are valid
   * @returns undefined when what stands in the file does not read as the record's text and back
   */
  place(record: RawRecord): RecordPlace | undefined {
    const { source, bytes } = record;
    const at = this.find(record);
    if (this.encoding.encoding === 'utf-8') return new Utf8Place(source, bytes.length === source.length, at.start);
    const written = this.encode(source) as Buffer | undefined;
    return written?.equals(this.read(at)) ? { offset: (unit) => at.start + 2 * unit } : undefined;
  }

  /** Text in the encoding of the file, as bytes unless that is UTF-8; undefined where it cannot be written in it. */
  encode(text: string): Buffer | string | undefined {
    const { encoding } = this.encoding;
    if (encoding === 'utf-8') return text;
    const bytes = Buffer.from(text, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes) === text ? bytes : undefined;
  }

  private read({ start, end }: Span): Buffer {
    const bytes = Buffer.alloc(end - start);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(this.file, bytes, at, bytes.length - at, start + at);
      if (count === 0) return bytes.subarray(0, at);
      at += count;
    }
    return bytes;
  }

  /** Offset in the UTF-16 file of the place that has this offset in its UTF-8 form. */
  private advance(utf8: number): number {
    while (this.utf8 < utf8) {
      const unit = this.unit(this.raw);
      if (unit === undefined) break;
      const pair = (unit & 0xfc00) === 0xd800 && ((this.unit(this.raw + 2) ?? 0) & 0xfc00) === 0xdc00;
      this.raw += pair ? 4 : 2;
      this.utf8 += pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
    return this.raw;
  }

  private unit(at: number): number | undefined {
    let offset = at - this.chunkStart;
    if (offset + 2 > this.chunk.length) {
      this.chunk = Buffer.alloc(CHUNK_BYTES);
      this.chunk = this.chunk.subarray(0, readSync(this.file, this.chunk, 0, CHUNK_BYTES, at));
      this.chunkStart = at;
      offset = 0;
      if (this.chunk.length < 2) return undefined;
    }
    return this.encoding.encoding === 'utf-16le' ? this.chunk.readUInt16LE(offset) : this.chunk.readUInt16BE(offset);
  }
}
