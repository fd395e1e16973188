/**
 * One pass over the char codes of a text: tokens, and for each token the hashes of the n-grams that end with it.
 *
 * Two families: n-grams of the folded words and punctuation marks themselves, and of a delexicalised reading in which
 * only function words and punctuation stay and every other word becomes its class. A hash is 32 bits; its top bits
 * choose the weight.
 */
import { codeUnitsOf } from '../codeUnits';
import { APOSTROPHE, CAPITAL, classes, DIGIT, KIND_MASK, KIND_SHIFT, LETTER, MARKUP, SPACE } from './characters';
import { FUNCTION_MASK, FUNCTION_SHIFT, functionTable, hashWord, WORD_SEED } from './wordClasses';

/** Features of each token: word 1–3-grams, then delexicalised 2- and 3-grams. */
export const FEATURES_PER_TOKEN = 5;

/** Classes of the words the delexicalised reading does not keep. */
const SHORTER = 0x45d9f3b;
const LONGER = 0x8bb3e76;
const CAPITALISED = 0x1167cecd;
/** Those, by two bits: the word is longer than {@link SHORT}, and it begins with a capital. */
const otherWords = Int32Array.of(SHORTER, LONGER, CAPITALISED, CAPITALISED);
/** Code units of a word that still is short. */
const SHORT = 6;
const HYPHEN = 0x2d;
const NUMBER_WORD = hashWord('0');

/** Tokens of a text and the hashes of their n-grams. Reused from text to text; grows with the longest. */
export class FeatureBuffer {
  /** `FEATURES_PER_TOKEN` hashes a token; 0 where an n-gram would begin before the text. */
  features = new Int32Array(1 << 14);
  /** UTF-16 offset of each token's first code unit. */
  starts = new Int32Array(1 << 11);
  /** UTF-16 offset one past each token's last code unit. */
  ends = new Int32Array(1 << 11);
  /** Index of the first token of each whitespace-separated word, one more for the end. */
  words = new Int32Array(1 << 11);
  tokenCount = 0;
  wordCount = 0;

  grow(tokens: number): void {
    if (tokens <= this.starts.length) return;
    const size = 1 << (32 - Math.clz32(tokens - 1));
    this.features = enlarged(this.features, size * FEATURES_PER_TOKEN);
    this.starts = enlarged(this.starts, size);
    this.ends = enlarged(this.ends, size);
    this.words = enlarged(this.words, size);
  }
}

function enlarged(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}

/**
 * Tokenises `text` from `from` to `to` into `buffer`.
 *
 * Every word of every text goes through this loop. What costs in it are branches that are guessed wrong, so whatever
 * depends on the word is masked, not branched on; and constants from outside the function, which V8 does not always
 * take for constant, so those of the loop are inside.
 */
export function extractFeatures(text: string, buffer: FeatureBuffer, from = 0, to = text.length): void {
  const wordPrime = 0x01000193;
  const wordStep = 0x2c1b3c6d;
  const classStep = 0x297a2d39;
  const spread = 0x9e3779b1;
  const { units } = codeUnitsOf(text.slice(from, to));
  const end = to - from;
  const table = classes;
  const functions = functionTable;
  const others = otherWords;
  buffer.grow(2048);
  let { features, starts, ends, words } = buffer;
  let capacity = starts.length - 4;
  let count = 0;
  let wordCount = 0;
  let afterSpace = 1;
  let w2 = 0;
  let c2 = 0;
  let previousWord = 0;
  let c1 = 0;
  let i = 0;
  while (i < end) {
    if (count >= capacity || wordCount >= capacity) {
      buffer.grow(starts.length * 2);
      ({ features, starts, ends, words } = buffer);
      capacity = starts.length - 4;
    }
    const start = i;
    let unit = units[i]!;
    let entry = table[unit]!;
    let word: number;
    let reduced: number;
    if (entry < 0) {
      words[wordCount] = count;
      wordCount += afterSpace;
      afterSpace = 0;
      const capital = entry & CAPITAL;
      word = WORD_SEED;
      while (true) {
        // The zeros after the text are no letters.
        do {
          word = Math.imul(word ^ unit ^ (entry & 0xffff), wordPrime);
          unit = units[++i]!;
          entry = table[unit]!;
        } while (entry < 0);
        if (entry >> KIND_SHIFT !== APOSTROPHE) break;
        const after = units[i + 1]!;
        if (table[after]! >= 0) break;
        word = Math.imul(word ^ 39, wordPrime);
        unit = after;
        entry = table[unit]!;
        i++;
      }
      let place = word >>> FUNCTION_SHIFT;
      let known = functions[place]!;
      // Until the word or a free place is found: both sides are negative where neither is.
      while ((((known ^ word) | -(known ^ word)) & (known | -known)) < 0) {
        place = (place + 1) & FUNCTION_MASK;
        known = functions[place]!;
      }
      const isKept = (known | -known) >> 31;
      reduced = (word & isKept) | (others[(capital >> 19) | ((SHORT - (i - start)) >>> 31)]! & ~isKept);
    } else {
      const kind = (entry >> KIND_SHIFT) & KIND_MASK;
      if (kind === SPACE) {
        afterSpace = 1;
        i++;
        continue;
      }
      if (kind === MARKUP) {
        i++;
        continue;
      }
      words[wordCount] = count;
      wordCount += afterSpace;
      afterSpace = 0;
      if (kind === APOSTROPHE) {
        // A single quote outside a word is a quotation mark or a leftover of one: which, is typography.
        i++;
        continue;
      }
      if (kind === DIGIT) {
        i = endOfNumber(units, i);
        word = NUMBER_WORD;
      } else {
        const mark = unit ^ (entry & 0xffff);
        do unit = units[++i]!;
        while (i < end && (unit ^ (table[unit]! & 0xffff)) === mark);
        if (mark === HYPHEN && i - start === 1 && start > 0 && i < end && isInCompound(units, start)) continue;
        word = Math.imul(WORD_SEED ^ mark, wordPrime);
      }
      reduced = word;
    }
    starts[count] = start + from;
    ends[count] = i + from;
    const at = count * FEATURES_PER_TOKEN;
    count++;
    const w3 = (Math.imul(w2, wordStep) + word) | 0;
    w2 = (Math.imul(previousWord, wordStep) + word) | 0;
    previousWord = word;
    const c3 = (Math.imul(c2, classStep) + reduced) | 0;
    c2 = (Math.imul(c1, classStep) + reduced) | 0;
    c1 = reduced;
    // What is added by exclusive or keeps the families apart: the same reading gives another hash in each.
    features[at] = Math.imul(word ^ 0x1b873593, spread);
    features[at + 1] = Math.imul(w2 ^ 0x4cf5ad43, spread);
    features[at + 2] = Math.imul(w3 ^ 0x38b34ae5, spread);
    features[at + 3] = Math.imul(c2 ^ 0x52dce729, spread);
    features[at + 4] = Math.imul(c3 ^ 0x7a3d1b2f, spread);
  }
  words[wordCount] = count;
  buffer.tokenCount = count;
  buffer.wordCount = wordCount;
  if (count > 0) features.fill(0, 1, FEATURES_PER_TOKEN);
  if (count > 1) features[FEATURES_PER_TOKEN + 2] = features[FEATURES_PER_TOKEN + 4] = 0;
}

function kindAt(units: Uint16Array, at: number): number {
  return (classes[units[at]!]! >> KIND_SHIFT) & KIND_MASK;
}

/** One past the last digit of a number, points and commas between digits included. */
function endOfNumber(units: Uint16Array, start: number): number {
  let end = start + 1;
  while (true) {
    if (kindAt(units, end) === DIGIT) end++;
    else if ((units[end] === 0x2e || units[end] === 0x2c) && kindAt(units, end + 1) === DIGIT) end += 2;
    else return end;
  }
}

/** Whether the hyphen inside only separates the parts of a compound. Dashes are folded to hyphens, but do not. */
function isInCompound(units: Uint16Array, hyphen: number): boolean {
  return units[hyphen] === HYPHEN && kindAt(units, hyphen - 1) >= LETTER && kindAt(units, hyphen + 1) >= LETTER;
}
