import { createReadStream } from 'node:fs';
import type { DatasetFile } from '../engine/check';

const CHUNK_BYTES = 1024 * 1024;

/** A file on disk as the engine reads it: streamed, from the start each time. */
export function dataFile(path: string, name = path): DatasetFile {
  return { name, bytes: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array> };
}
