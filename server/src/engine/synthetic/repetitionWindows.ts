/**
 * Shares of a window's characters that lie in repeated n-grams, after the repetition filters of Gopher (Rae et al.
 * 2021, table A1), which are defined over whole documents; here over 64 words, where a short loop cannot hide.
 */

import { mix } from './repetitionLoops';
import type { Tokens } from './repetitionTokens';

/** Words of a window. */
export const windowWords = 64;
/** An n-gram of so many words counts as a duplicate where it comes the second time. */
const duplicateWords = 5;

/** Shares of the letters of one window, each from 0 to 1. */
export interface Shares {
  /** Of the most frequent n-gram of 2, 3 and 4 words, at least seen twice. */
  readonly top2: number;
  readonly top3: number;
  readonly top4: number;
  /** Of all words inside a 5-gram seen before in the window. */
  readonly duplicated: number;
}

const tableSize = 256;
const keys = new Int32Array(tableSize);
const stamps = new Int32Array(tableSize);
const weights = new Int32Array(tableSize);
const ends = new Int32Array(tableSize);
let stamp = 0;

/** A window with less of its letters in pairs of words seen before cannot reach any share worth reporting. */
const leastRepeated = 0.17;
const nothing: Shares = { top2: 0, top3: 0, top4: 0, duplicated: 0 };
/** Characters in pairs seen before, of the last call of `heaviest`. */
let repeated = 0;

/** Measures the words from `from` up to `to` (at most {@link windowWords}). */
export function measureShares(tokens: Tokens, from: number, to: number): Shares {
  const { start, end } = tokens;
  let total = 0;
  for (let index = from; index < to; index++) total += end[index]! - start[index]!;
  const top2 = heaviest(tokens, from, to, 2);
  if (repeated < leastRepeated * total) return nothing;
  return {
    top2: top2 / total,
    top3: heaviest(tokens, from, to, 3) / total,
    top4: heaviest(tokens, from, to, 4) / total,
    duplicated: duplicates(tokens, from, to) / total,
  };
}

function slotOf(gram: number): number {
  let slot = (gram ^ (gram >>> 15)) & (tableSize - 1);
  while (stamps[slot] === stamp && keys[slot] !== gram) slot = (slot + 1) & (tableSize - 1);
  return slot;
}

/** Characters under the repeats of the n-gram that covers most; copies that overlap count once. */
function heaviest(tokens: Tokens, from: number, to: number, words: number): number {
  const { hash, start, end } = tokens;
  stamp++;
  let most = 0;
  repeated = 0;
  for (let index = from; index + words <= to; index++) {
    let gram = hash[index]!;
    let characters = end[index]! - start[index]!;
    for (let next = 1; next < words; next++) {
      gram = mix(gram, hash[index + next]!);
      characters += end[index + next]! - start[index + next]!;
    }
    const slot = slotOf(gram);
    if (stamps[slot] !== stamp) {
      stamps[slot] = stamp;
      keys[slot] = gram;
      weights[slot] = characters;
      ends[slot] = index + words;
      continue;
    }
    repeated += characters;
    if (index >= ends[slot]!) {
      weights[slot]! += characters;
      ends[slot] = index + words;
      if (weights[slot]! > most) most = weights[slot]!;
    }
  }
  return most;
}

/** Characters of the words inside a 5-gram that already stood in the window. */
function duplicates(tokens: Tokens, from: number, to: number): number {
  const { hash, start, end } = tokens;
  stamp++;
  let covered = from;
  let characters = 0;
  for (let index = from; index + duplicateWords <= to; index++) {
    let gram = hash[index]!;
    for (let next = 1; next < duplicateWords; next++) gram = mix(gram, hash[index + next]!);
    const slot = slotOf(gram);
    if (stamps[slot] !== stamp) {
      stamps[slot] = stamp;
      keys[slot] = gram;
      continue;
    }
    for (covered = Math.max(covered, index); covered < index + duplicateWords; covered++) {
      characters += end[covered]! - start[covered]!;
    }
  }
  return characters;
}
