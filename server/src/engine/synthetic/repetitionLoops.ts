/** Verbatim loops: the same words, or the same line, over and over at one distance. */

import type { Tokens } from './repetitionTokens';

/** One loop, in indices of words. */
export interface Loop {
  /** First word of the first copy. */
  readonly from: number;
  /** One past the last word of the last copy. */
  readonly to: number;
  /** Words of one copy. */
  readonly period: number;
}

const places = new Map<number, number>();

/**
 * Finds passages that repeat what stands exactly one period before, at least twice over.
 *
 * Each three words look up where they stood last; as long as that distance stays the same, one run goes on.
 */
export function findLoops(tokens: Tokens): Loop[] {
  const { hash, count } = tokens;
  const loops: Loop[] = [];
  places.clear();
  let period = 0;
  let runStart = 0;
  const close = (to: number) => {
    // The run covers the copies after the first; two of them, or less than a whole one, are a quotation, not a loop.
    if (period > 0 && to - runStart >= 2 * period) loops.push({ from: runStart - period, to, period });
  };
  for (let index = 0; index + 2 < count; index++) {
    const gram = mix(mix(hash[index]!, hash[index + 1]!), hash[index + 2]!);
    const before = places.get(gram);
    places.set(gram, index);
    const distance = before === undefined ? 0 : index - before;
    if (distance === period) continue;
    close(index + 2);
    period = distance;
    runStart = index;
  }
  close(count);
  places.clear();
  return loops;
}

/** Joins two 32-bit hashes; order matters. */
export function mix(left: number, right: number): number {
  return (Math.imul(left, 0x9e3779b1) ^ (right + (left << 6) + (left >>> 2))) | 0;
}
