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

  /** Writes bytes, or those between two offsets. */
  write(bytes: Buffer, start = 0, end = bytes.length): void {
    const length = end - start;
    this.size += length;
    if (length > this.buffer.length - this.filled) this.flush();
    if (length >= this.buffer.length) this.put(bytes.subarray(start, end));
    else {
      // Most pieces are short: a view of each would be work for the garbage collector.
      bytes.copy(this.buffer, this.filled, start, end);
      this.filled += length;
    }
  }

  /**
   * Writes a text as UTF-8.
   *
   * @returns bytes written
   */
  writeText(text: string): number {
    // No unit takes more than three bytes.
    if (text.length * 3 >= this.buffer.length) {
      const bytes = Buffer.from(text);
      this.write(bytes);
      return bytes.length;
    }
    if (text.length * 3 > this.buffer.length - this.filled) this.flush();
    const length = this.buffer.write(text, this.filled);
    this.filled += length;
    this.size += length;
    return length;
  }

  /** Writes the content of another file. */
  writeFile(path: string): void {
    const file = openSync(path, 'r');
    try {
      const source = new FileSource(file);
      source.readTo(source.size, (buffer, start, end) => this.write(buffer, start, end));
    } finally {
      closeSync(file);
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
  /** What is in the buffer and was not handed over yet. */
  private next = 0;
  private end = 0;

  constructor(private readonly file: number) {
    this.size = fstatSync(file).size;
  }

  /**
   * Hands over the bytes up to an offset, in pieces of a buffer that holds them during the call only.
   *
   * @throws Error when the file ends before it
   */
  readTo(offset: number, take: (buffer: Buffer, start: number, end: number) => void): void {
    while (this.at < offset) {
      if (this.next === this.end) this.fill();
      const start = this.next;
      const end = Math.min(this.end, start + offset - this.at);
      take(this.buffer, start, end);
      this.at += end - start;
      this.next = end;
    }
  }

  /** Digest of the file, of which the rest is read. */
  finish(): Digest {
    this.readTo(this.size, () => undefined);
    return { size: this.size, sha256: this.hash.digest('hex') };
  }

  private fill(): void {
    const wanted = Math.min(this.buffer.length, this.size - this.at);
    this.end = readSync(this.file, this.buffer, 0, wanted, this.at);
    this.next = 0;
    if (this.end === 0) throw new Error('it became shorter while it was read');
    this.hash.update(this.buffer.subarray(0, this.end));
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
