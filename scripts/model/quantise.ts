/** Rounds trained weights to small integers and keeps the ones that matter. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import type { Trained } from './train';

/**
 * Keeps the `count` weights that move scores most (`importance` is the number of windows with the slot, so that a large
 * weight nobody meets does not crowd out a smaller one of a common n-gram), clips at `clip` and rounds to eight bits.
 */
export function quantise(
  { weights, bias }: Trained,
  occurrences: Int32Array,
  bits: number,
  count: number,
  date: string,
): LexicalModel {
  const worth = weights.map((weight, slot) => Math.abs(weight) * Math.sqrt(occurrences[slot]!));
  const least = worth.slice().sort()[Math.max(0, worth.length - count)]!;
  const kept = weights.map((weight, slot) => (worth[slot]! > least ? weight : 0));
  const sizes = kept
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  // A few weights are far larger than all others: clipping them costs less than coarse steps for the rest.
  const clip = sizes[Math.floor(sizes.length * 0.9995)]!;
  const scale = Math.fround(clip / 127);
  const rounded = Int8Array.from(kept, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  // Slot 0 stands for n-grams that would begin before the text.
  rounded[0] = 0;
  return { weights: rounded, bits, scale, bias: Math.fround(bias), date };
}

/** How many windows have each slot. */
export function occurrencesOf(features: Int32Array, bits: number): Int32Array {
  const occurrences = new Int32Array(1 << bits);
  for (const feature of features) occurrences[feature >>> (32 - bits)]!++;
  return occurrences;
}
