/** Hashes of words, and which of them are function words. */
import { functionWords } from './functionWords';

/** Start value of a word's hash. */
export const WORD_SEED = 0x2f0b5a1d;
/** Multiplier of a word's hash: `hash = imul(hash ^ foldedCode, WORD_PRIME)` for each code unit. */
export const WORD_PRIME = 0x01000193;

/** Hash of a folded word, as the tokeniser computes it while it reads. */
export function hashWord(word: string): number {
  let hash = WORD_SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), WORD_PRIME);
  return hash;
}

const FUNCTION_BITS = 12;
/** A word's place in the table of function words is its hash shifted right by this … */
export const FUNCTION_SHIFT = 32 - FUNCTION_BITS;
/** … or the first free one after it, around this mask. */
export const FUNCTION_MASK = (1 << FUNCTION_BITS) - 1;
/** Hashes of the function words, open addressing; 0 marks a free place. */
export const functionTable = new Int32Array(1 << FUNCTION_BITS);
for (const word of functionWords) {
  const hash = hashWord(word);
  let place = hash >>> FUNCTION_SHIFT;
  while (functionTable[place] !== 0 && functionTable[place] !== hash) place = (place + 1) & FUNCTION_MASK;
  functionTable[place] = hash;
}
