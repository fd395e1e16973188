import { readFileSync, statSync } from 'node:fs';
import type { Span } from '../engine/records/position';
import { type Digest, FileSink, FileSource } from './fileSink';
import type { ReversePatchWriter } from './undo/reversePatch';

/**
 * A new version of a file, written beside it: spans are replaced in file order and everything between is copied byte by
 * byte. What leads back to the old version is noted on the way.
 */
export class Rewrite {
  private readonly source: FileSource;
  private readonly write: (piece: Uint8Array) => void;

  /**
   * @param source the open file
   * @param sink takes the new version
   * @param undo takes the way back; not needed for a new file that leaves this one as it is
   */
  constructor(
    source: number,
    private readonly sink: FileSink,
    private readonly undo: ReversePatchWriter | undefined,
  ) {
    this.source = new FileSource(source);
    this.write = (piece) => this.sink.write(piece);
  }

  replace({ start, end }: Span, bytes: Uint8Array): void {
    const copied = this.copyTo(start);
    const removed: Uint8Array[] = [];
    this.source.readTo(end, (piece) => removed.push(Uint8Array.from(piece)));
    this.write(bytes);
    this.undo?.step(copied, bytes.length, removed.length === 1 ? removed[0]! : Buffer.concat(removed));
  }

  /** Adds the content of another file at the end. */
  append(path: string): void {
    const copied = this.copyTo(this.source.size);
    const bytes = readFileSync(path);
    this.write(bytes);
    this.undo?.step(copied, bytes.length, new Uint8Array());
  }

  /** Copies the rest and brings everything to the disk. */
  finish(): { before: Digest; after: Digest } {
    this.copyTo(this.source.size);
    this.undo?.finish();
    return { before: this.source.finish(), after: this.sink.finish() };
  }

  private copyTo(offset: number): number {
    const from = this.source.at;
    if (offset < from) throw new RangeError(`what stands at ${offset} was written already`);
    this.source.readTo(offset, this.write);
    return offset - from;
  }
}

/** What tells one state of a file from another without reading it. */
export function fileState(path: string): string {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
