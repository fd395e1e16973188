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

const slotBits = 14;
/**
 * Where the three words of each slot stood last; may be another three's, so it is only a hint. Counted on from stretch
 * to stretch, so that nothing has to be cleared between them.
 */
const places = new Int32Array(1 << slotBits);
let base = 1;

/**
 * Finds passages that repeat what stands exactly one period before, at least twice over.
 *
 * Three words look up where they stood last; from there on one comparison a word tells whether the copy goes on.
 */
export function findLoops(tokens: Tokens): Loop[] {
  const { hash, count } = tokens;
  const loops: Loop[] = [];
  let period = 0;
  let runStart = 0;
  const isCopy = (index: number, distance: number) =>
    hash[index] === hash[index - distance] &&
    hash[index + 1] === hash[index + 1 - distance] &&
    hash[index + 2] === hash[index + 2 - distance];
  const close = (to: number) => {
    // The run covers the copies after the first; less than two of them are a quotation, not a loop.
    if (period > 0 && to - runStart >= 2 * period) loops.push({ from: runStart - period, to, period });
    period = 0;
  };
  if (base + count > 0x7fffffff) {
    places.fill(0);
    base = 1;
  }
  for (let index = 0; index + 2 < count; index++) {
    const slot = mix(mix(hash[index]!, hash[index + 1]!), hash[index + 2]!) >>> (32 - slotBits);
    const before = places[slot]! - base;
    places[slot] = base + index;
    if (period > 0) {
      if (hash[index + 2] === hash[index + 2 - period]) continue;
      close(index + 2);
    }
    if (before < 0 || !isCopy(index, index - before)) continue;
    period = index - before;
    runStart = index;
  }
  close(count);
  base += count;
  return loops;
}

/** Joins two 32-bit hashes; order matters. */
export function mix(left: number, right: number): number {
  return (Math.imul(left, 0x9e3779b1) ^ (right + (left << 6) + (left >>> 2))) | 0;
}
