/** The features worth a weight, numbered: what occurs in several sources says something about more than one of them. */
import { FINGERPRINT_BITS, SLOT_BITS } from './keys';
import type { Labels } from './train';
import type { Windows } from './windows';

/** Numbered features. A key is the slot and the fingerprint of a hash: its top bits. */
export interface Vocabulary {
  readonly keys: Uint32Array;
  /** Number of a key's feature plus 1; 0 for keys without one. */
  readonly numbers: Int32Array;
}

const KEY_BITS = SLOT_BITS + FINGERPRINT_BITS;
const KEY_SHIFT = 32 - KEY_BITS;

/** Features that occur in at least `least` sources. */
export function vocabularyOf(windows: Windows, labels: Labels, least: number): Vocabulary {
  const sources = new Uint8Array(1 << KEY_BITS);
  const last = new Uint8Array(1 << KEY_BITS);
  const bySource: number[][] = Array.from({ length: labels.sources }, () => []);
  for (let window = 0; window < windows.count; window++) {
    bySource[labels.source[windows.documents[window]!]!]!.push(window);
  }
  bySource.forEach((list, source) => {
    for (const window of list) {
      for (let i = windows.offsets[window]!; i < windows.offsets[window + 1]!; i++) {
        const key = windows.features[i]! >>> KEY_SHIFT;
        if (last[key] === source + 1) continue;
        last[key] = source + 1;
        sources[key]!++;
      }
    }
  });
  const keys: number[] = [];
  // Key 0 belongs to n-grams that would begin before the text.
  for (let key = 1; key < sources.length; key++) if (sources[key]! >= least) keys.push(key);
  return numbered(Uint32Array.from(keys));
}

/** A vocabulary of the given keys. */
export function numbered(keys: Uint32Array): Vocabulary {
  const numbers = new Int32Array(1 << KEY_BITS);
  keys.forEach((key, index) => {
    numbers[key] = index + 1;
  });
  return { keys, numbers };
}

/** The windows with the numbers of their features instead of hashes; features without a number are left out. */
export function numberFeatures(windows: Windows, { numbers }: Vocabulary): Windows {
  const offsets = new Float64Array(windows.offsets.length);
  const features = new Int32Array(windows.features.length);
  let length = 0;
  for (let window = 0; window < windows.count; window++) {
    for (let i = windows.offsets[window]!; i < windows.offsets[window + 1]!; i++) {
      const number = numbers[windows.features[i]! >>> KEY_SHIFT]!;
      if (number !== 0) features[length++] = number - 1;
    }
    offsets[window + 1] = length;
  }
  return { ...windows, offsets, features: features.slice(0, length) };
}
