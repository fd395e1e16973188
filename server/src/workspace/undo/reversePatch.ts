import { closeSync, openSync } from 'node:fs';
import { type Digest, FileSink, FileSource } from '../fileSink';

/** Bytes of the largest number, 2⁵³. */
const LONGEST_NUMBER = 8;

/**
 * The way back from the new version of a file to the old one, without what both have in common: steps of three numbers
 * (bytes to copy from the new version, bytes of it to leave out, bytes to put in their place) and those bytes. Numbers
 * are LEB128, seven bits a byte, lowest first. It is written and followed from front to back.
 */
export class ReversePatchWriter {
  private readonly sink: FileSink;
  /** Room for the three numbers of a step. */
  private readonly numbers = Buffer.alloc(3 * LONGEST_NUMBER);

  constructor(path: string) {
    this.sink = new FileSink(path);
  }

  /**
   * Begins a step, which is complete when as many bytes as `removed` were given to {@link remove}.
   *
   * @param copied bytes that both versions have
   * @param added bytes that only the new version has after them
   * @param removed bytes that the old version has instead
   */
  step(copied: number, added: number, removed: number): void {
    this.sink.write(this.numbers, 0, this.put(removed, this.put(added, this.put(copied, 0))));
  }

  /** Bytes that only the old version has. */
  remove(buffer: Buffer, start: number, end: number): void {
    this.sink.write(buffer, start, end);
  }

  finish(): void {
    this.sink.finish();
  }

  discard(): void {
    this.sink.discard();
  }

  private put(value: number, at: number): number {
    let rest = value;
    let end = at;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.numbers[end++] = (rest % 128) | 128;
    this.numbers[end++] = rest;
    return end;
  }
}

/**
 * Writes the old version of a file.
 *
 * @param changed the file as it is now
 * @param patch a file of {@link ReversePatchWriter}
 * @param old where to write; the file must not exist
 * @throws Error when the patch does not fit the file; nothing is left at `old` then
 */
export function reverse(changed: string, patch: string, old: string, mode: number): { now: Digest; before: Digest } {
  const files = [openSync(changed, 'r'), openSync(patch, 'r')] as const;
  const sink = new FileSink(old, mode);
  try {
    const source = new FileSource(files[0]);
    const steps = new FileSource(files[1]);
    const write = (buffer: Buffer, start: number, end: number) => sink.write(buffer, start, end);
    while (steps.at < steps.size) {
      const copied = readNumber(steps);
      const added = readNumber(steps);
      const removed = readNumber(steps);
      if (source.at + copied + added > source.size || steps.at + removed > steps.size) {
        throw new Error('what was kept to undo it does not fit the file');
      }
      source.readTo(source.at + copied, write);
      source.readTo(source.at + added, () => undefined);
      steps.readTo(steps.at + removed, write);
    }
    source.readTo(source.size, write);
    return { now: source.finish(), before: sink.finish() };
  } catch (error) {
    sink.discard();
    throw error;
  } finally {
    for (const file of files) closeSync(file);
  }
}

function readNumber(source: FileSource): number {
  let value = 0;
  for (let factor = 1, more = true; more; factor *= 128) {
    if (factor > 2 ** 49 || source.at >= source.size) throw new Error('what was kept to undo it is damaged');
    source.readTo(source.at + 1, (buffer, start) => {
      value += (buffer[start]! & 127) * factor;
      more = buffer[start]! >= 128;
    });
  }
  return value;
}
