import { statSync } from 'node:fs';
import type { Span } from '../engine/records/position';
import { type Digest, type FileSink, FileSource } from './fileSink';
import type { ReversePatchWriter } from './undo/reversePatch';

/**
 * A new version of a file, written beside it: spans are replaced in file order and everything between is copied byte by
 * byte. What leads back to the old version is noted on the way.
 */
export class Rewrite {
  private readonly source: FileSource;
  private readonly copy: (buffer: Buffer, start: number, end: number) => void;
  private readonly keep: (buffer: Buffer, start: number, end: number) => void;

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
    this.copy = (buffer, start, end) => this.sink.write(buffer, start, end);
    this.keep = (buffer, start, end) => this.undo?.remove(buffer, start, end);
  }

  /** @param added bytes, or text that is written as UTF-8 */
  replace({ start, end }: Span, added: Buffer | string): void {
    const copied = this.copyTo(start);
    const before = this.sink.size;
    if (typeof added === 'string') this.sink.writeText(added);
    else this.sink.write(added);
    this.undo?.step(copied, this.sink.size - before, end - start);
    this.source.readTo(end, this.keep);
  }

  /** Adds the content of another file at the end. */
  append(path: string): void {
    const copied = this.copyTo(this.source.size);
    const before = this.sink.size;
    this.sink.writeFile(path);
    this.undo?.step(copied, this.sink.size - before, 0);
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
    this.source.readTo(offset, this.copy);
    return offset - from;
  }
}

/** What tells one state of a file from another without reading it. */
export function fileState(path: string): string {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
