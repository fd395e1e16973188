import fc from 'fast-check';
import type { Limits } from '../../server/src/engine/records/limits';
import { type ReadingFacts, splitterFor } from '../../server/src/engine/records/reader';
import type { RawRecord } from '../../server/src/engine/records/record';
import type { StartPoint } from '../../server/src/engine/records/splitter';

/** Sizes of the chunks a file arrives in; repeated when they run out. */
export const chunkSizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });

/** Bytes in chunks of these sizes, each a copy with a buffer of its own, as a stream would give them. */
export function inChunks(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    chunks.push(Uint8Array.from(bytes.subarray(at, at + size)));
    at += size;
  }
  return chunks;
}

/** All records of a file that arrives in these chunks. */
export function splitAll(
  facts: ReadingFacts,
  chunks: readonly Uint8Array[],
  start?: StartPoint,
  limits?: Limits,
): RawRecord[] {
  const splitter = splitterFor(facts, start, limits);
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()].map((record) => ({
    ...record,
    // One kind of array, so that records can be compared whatever pieces they were made of.
    bytes: Uint8Array.from(record.bytes),
  }));
}
