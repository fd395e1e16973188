import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Span } from '../engine/records/position';

const CHUNK_BYTES = 1 << 20;

/**
 * A new version of a file, written beside it: spans are replaced in file order and everything between is copied byte by
 * byte. The file itself changes only at `commit`, at once.
 */
export class Rewrite {
  /** Where the new version stands until then. */
  readonly temporary: string;
  private readonly target: number;
  private readonly size: number;
  private copied = 0;
  private open = true;

  /** @param source the open file */
  constructor(
    private readonly path: string,
    private readonly source: number,
  ) {
    const { mode, size } = fstatSync(source);
    this.size = size;
    this.temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    this.target = openSync(this.temporary, 'wx', mode & 0o777);
  }

  replace({ start, end }: Span, bytes: Uint8Array): void {
    this.copyTo(start);
    this.write(bytes);
    this.copied = end;
  }

  /** Copies the rest and brings it to the disk. */
  finish(): void {
    this.copyTo(this.size);
    fsyncSync(this.target);
    this.close();
  }

  /** Puts the new version in the place of the file. */
  commit(): void {
    renameSync(this.temporary, this.path);
  }

  /** Leaves the file as it was. */
  discard(): void {
    this.close();
    rmSync(this.temporary, { force: true });
  }

  private close(): void {
    if (this.open) closeSync(this.target);
    this.open = false;
  }

  private copyTo(end: number): void {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(end - this.copied, 1)));
    while (this.copied < end) {
      const count = readSync(this.source, buffer, 0, Math.min(buffer.length, end - this.copied), this.copied);
      if (count === 0) throw new Error('it became shorter while it was read');
      this.write(buffer.subarray(0, count));
      this.copied += count;
    }
  }

  private write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.target, bytes, at);
  }
}

/** What tells one state of a file from another without reading it. */
export function fileState(path: string): string {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
