/** Rounds trained weights to small integers and lays them into the table that is shipped. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import { FINGERPRINT_BITS, SLOT_BITS } from './keys';
import type { Trained } from './train';

/** Weights that fit in the package: each takes about three bytes there. */
export const KEPT_WEIGHTS = 250_000;

/**
 * The features that move scores most, at most `count` of them and one a slot. Worth is the size of the weight times the
 * root of the number of windows with it, so that a large weight nobody meets does not crowd out a common n-gram's.
 */
export function worthKeeping(
  { weights }: Trained,
  occurrences: Float64Array,
  keys: Uint32Array,
  count: number,
): Uint32Array {
  const worth = weights.map((weight, number) => Math.abs(weight) * Math.sqrt(occurrences[number]!));
  const best = new Int32Array(1 << SLOT_BITS).fill(-1);
  keys.forEach((key, number) => {
    const slot = key >>> FINGERPRINT_BITS;
    const rival = best[slot]!;
    if (slot !== 0 && worth[number]! > 0 && (rival < 0 || worth[number]! > worth[rival]!)) best[slot] = number;
  });
  const winners = best.filter((number) => number >= 0);
  const sizes = Float32Array.from(winners, (number) => worth[number]!).sort();
  const least = sizes[Math.max(0, sizes.length - count)]!;
  return Uint32Array.from(
    winners.filter((number) => worth[number]! >= least),
    (number) => keys[number]!,
  );
}

/** The table of features that are alone in their slots. */
export function quantise({ weights, bias }: Trained, keys: Uint32Array, date: string): LexicalModel {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  // A few weights are far larger than all others: clipping them costs less than coarse steps for the rest.
  const clip = sizes[Math.floor(sizes.length * 0.9995)]!;
  const scale = Math.fround(clip / 127);
  const table = new Int16Array(1 << SLOT_BITS);
  keys.forEach((key, number) => {
    const weight = Math.max(-127, Math.min(127, Math.round(weights[number]! / scale)));
    if (weight !== 0) table[key >>> FINGERPRINT_BITS] = ((key & 255) << 8) | (weight & 255);
  });
  return { table, bits: SLOT_BITS, scale, bias: Math.fround(bias), date };
}

/** How many windows have each feature. */
export function occurrencesOf(features: Int32Array, slots: number): Float64Array {
  const occurrences = new Float64Array(slots);
  for (const feature of features) occurrences[feature]!++;
  return occurrences;
}
