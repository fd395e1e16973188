import { readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { EncodingFact } from '../engine/records/encoding';
import type { Span } from '../engine/records/position';
import type { RawRecord } from '../engine/records/record';

const CHUNK_BYTES = 1 << 16;

/**
 * The bytes of records as they stand in an open file. Records know their place in its UTF-8 form; where the file is
 * UTF-16, the two are walked side by side, so records must be asked for in file order.
 */
export class RawRecords {
  private chunk = Buffer.alloc(0);
  private chunkStart = 0;
  private raw: number;
  private utf8 = 0;
  private last: { text: string; bytes: Buffer } = { text: '', bytes: Buffer.alloc(0) };

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
   * Bytes in the file of parts of a record.
   *
   * @param record one whose bytes are valid
   * @param at the record's place, from {@link find}
   * @param parts in order, one after the other
   * @returns undefined when what stands there does not read as the record's text and back
   */
  parts(record: RawRecord, at: Span, parts: readonly Span[]): Span[] | undefined {
    const { source, bytes } = record;
    if (this.encoding.encoding !== 'utf-8') {
      if (!this.encode(source)?.equals(this.read(at))) return undefined;
      return parts.map(({ start, end }) => ({ start: at.start + 2 * start, end: at.start + 2 * end }));
    }
    // A text of as many bytes as units is ASCII.
    const isAscii = bytes.length === source.length;
    let unit = 0;
    let offset = at.start;
    const to = (next: number) => {
      offset += isAscii ? next - unit : Buffer.byteLength(source.slice(unit, next));
      unit = next;
      return offset;
    };
    return parts.map(({ start, end }) => ({ start: to(start), end: to(end) }));
  }

  /** Text in the encoding of the file; undefined where it cannot be written in it. */
  encode(text: string): Buffer | undefined {
    // Bulk changes write the same text again and again.
    if (text === this.last.text) return this.last.bytes;
    const bytes = Buffer.from(text, this.encoding.encoding === 'utf-8' ? 'utf8' : 'utf16le');
    const { encoding } = this.encoding;
    if (encoding === 'utf-16be') bytes.swap16();
    if (encoding !== 'utf-8' && new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes) !== text) return undefined;
    this.last = { text, bytes };
    return bytes;
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
