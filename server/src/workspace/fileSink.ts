import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

const BUFFER_BYTES = 1 << 20;

/** Size and SHA-256 (hexadecimal) of a file's content. */
export interface Digest {
  size: number;
  sha256: string;
}

/** A new file that is written from front to back, through a buffer. */
export class FileSink {
  /** Bytes written so far. */
  size = 0;
  private readonly file: number;
  private readonly buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private readonly hash = createHash('sha256');
  private filled = 0;
  private open = true;

  /** @throws Error when there is a file of that name */
  constructor(
    readonly path: string,
    mode = 0o666,
  ) {
    this.file = openSync(path, 'wx', mode);
  }

  write(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (bytes.length > this.buffer.length - this.filled) this.flush();
    if (bytes.length >= this.buffer.length) this.put(bytes);
    else {
      this.buffer.set(bytes, this.filled);
      this.filled += bytes.length;
    }
  }

  /** Brings everything to the disk and closes the file. */
  finish(): Digest {
    this.flush();
    fsyncSync(this.file);
    this.close();
    return { size: this.size, sha256: this.hash.digest('hex') };
  }

  /** As if it had never been begun. */
  discard(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  private close(): void {
    if (this.open) closeSync(this.file);
    this.open = false;
  }

  private flush(): void {
    if (this.filled > 0) this.put(this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }

  private put(bytes: Uint8Array): void {
    this.hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }
}

/** An open file that is read from front to back, each byte once. */
export class FileSource {
  /** Offset of the next byte. */
  at = 0;
  /** Bytes of the file when reading began; what is added later is not read. */
  readonly size: number;
  private readonly hash = createHash('sha256');
  private readonly buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private window: Buffer = this.buffer.subarray(0, 0);

  constructor(private readonly file: number) {
    this.size = fstatSync(file).size;
  }

  /**
   * Hands over the bytes up to an offset, in pieces that are valid during the call only.
   *
   * @throws Error when the file ends before it
   */
  readTo(end: number, take: (piece: Buffer) => void): void {
    while (this.at < end) {
      if (this.window.length === 0) this.fill();
      const piece = this.window.subarray(0, end - this.at);
      take(piece);
      this.at += piece.length;
      this.window = this.window.subarray(piece.length);
    }
  }

  /** Digest of the file, of which the rest is read. */
  finish(): Digest {
    this.readTo(this.size, () => undefined);
    return { size: this.size, sha256: this.hash.digest('hex') };
  }

  private fill(): void {
    const wanted = Math.min(this.buffer.length, this.size - this.at);
    const count = readSync(this.file, this.buffer, 0, wanted, this.at);
    if (count === 0) throw new Error('it became shorter while it was read');
    this.window = this.buffer.subarray(0, count);
    this.hash.update(this.window);
  }
}

/** Digest of a file as it is on disk. */
export function digestOf(path: string): Digest {
  const file = openSync(path, 'r');
  try {
    return new FileSource(file).finish();
  } finally {
    closeSync(file);
  }
}

export const isSameDigest = (a: Digest, b: Digest) => a.size === b.size && a.sha256 === b.sha256;
