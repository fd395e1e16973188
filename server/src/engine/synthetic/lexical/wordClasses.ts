/**
 * Classes for the words the delexicalised n-grams do not keep: how a word ends says what it does in the sentence
 * (participle, adverb, plural, abstract noun), its length says a little about register.
 */
import { functionWords } from './functionWords';

const FIRST = 0x2f0b5a1d;
const PRIME = 0x01000193;

/** Start value of a word's hash. */
export const WORD_SEED = FIRST;
/** Multiplier of a word's hash: `hash = imul(hash ^ foldedCode, WORD_PRIME)` for each code unit. */
export const WORD_PRIME = PRIME;

/** Hash of a folded word, as the tokeniser computes it while it reads. */
export function hashWord(word: string): number {
  let hash = FIRST;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}

/** Open addressing over the top bits of the hash; 0 marks a free place. */
const FUNCTION_BITS = 12;
export const FUNCTION_SHIFT = 32 - FUNCTION_BITS;
export const FUNCTION_MASK = (1 << FUNCTION_BITS) - 1;
export const functionTable = new Int32Array(1 << FUNCTION_BITS);
for (const word of functionWords) {
  const hash = hashWord(word);
  let place = hash >>> FUNCTION_SHIFT;
  while (functionTable[place] !== 0 && functionTable[place] !== hash) place = (place + 1) & FUNCTION_MASK;
  functionTable[place] = hash;
}

/** Suffix class by the last two letters, `(low five bits of the last but one) << 5 | low five bits of the last`. */
export const suffixClasses = new Uint8Array(1024);
['ng', 'ed', 'ly', 'on', 'ty', 'nt', 'ce', 'ss', 'al', 'ic', 'us', 'le', 'ry', 'er', 've', 'st', 'or'].forEach(
  (ending, index) => {
    suffixClasses[((ending.charCodeAt(0) & 31) << 5) | (ending.charCodeAt(1) & 31)] = index + 2;
  },
);
for (let before = 0; before < 32; before++) {
  const plural = (before << 5) | ('s'.charCodeAt(0) & 31);
  if (suffixClasses[plural] === 0) suffixClasses[plural] = 1;
}
