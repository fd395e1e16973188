/**
 * One pass over the char codes of a text: tokens, and for each token the hashes of the n-grams that end with it.
 *
 * Two families: n-grams of the folded words and punctuation marks themselves, and of a delexicalised reading in which
 * only function words and punctuation stay and every other word becomes its class. A hash is 32 bits; its top bits
 * choose the weight.
 */
import { APOSTROPHE, DIGIT, foldBeyond, folded, kindBeyond, kinds, LETTER, MARKUP, SPACE } from './characters';
import { FUNCTION_MASK, FUNCTION_SHIFT, functionTable, hashWord, WORD_PRIME, WORD_SEED } from './wordClasses';

/** Features of each token: word 1–3-grams, then delexicalised 2- and 3-grams. */
export const FEATURES_PER_TOKEN = 5;

const WORD_STEP = 0x2c1b3c6d;
const CLASS_STEP = 0x297a2d39;
const SPREAD = 0x9e3779b1 | 0;
/** Keeps the families apart: the same reading gives another hash in each. */
const S0 = 0x1b873593;
const S1 = 0x4cf5ad43;
const S2 = 0x38b34ae5;
const S3 = 0x52dce729;
const S4 = 0x7a3d1b2f;
/** Classes of the words the delexicalised reading does not keep. */
const SHORTER = 0x45d9f3b;
const LONGER = 0x8bb3e76;
const CAPITALISED = 0x1167cecd;
/** Letters of a word that still is short. */
const SHORT = 6;
const NUMBER_WORD = hashWord('0');
const TABLE = kinds.length;

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

/** Tokenises `text` from `from` to `to` into `buffer`. */
export function extractFeatures(text: string, buffer: FeatureBuffer, from = 0, to = text.length): void {
  buffer.grow(2048);
  let { features, starts, ends, words } = buffer;
  let capacity = starts.length - 4;
  let count = 0;
  let wordCount = 0;
  let afterSpace = true;
  let w2 = 0;
  let c2 = 0;
  let previousWord = 0;
  let c1 = 0;
  let i = from;
  while (i < to) {
    let code = text.charCodeAt(i);
    let kind = code < TABLE ? kinds[code]! : kindBeyond(code);
    if (kind === SPACE) {
      afterSpace = true;
      i++;
      continue;
    }
    if (kind === MARKUP) {
      i++;
      continue;
    }
    if (count >= capacity) {
      buffer.grow(starts.length * 2);
      ({ features, starts, ends, words } = buffer);
      capacity = starts.length - 4;
    }
    if (afterSpace) {
      words[wordCount++] = count;
      afterSpace = false;
    }
    const start = i;
    let word: number;
    let reduced: number;
    if (kind === LETTER) {
      const first = code;
      let hash = WORD_SEED;
      let length = 0;
      while (true) {
        code = code < TABLE ? folded[code]! : foldBeyond(code);
        hash = Math.imul(hash ^ code, WORD_PRIME);
        length++;
        if (++i >= to) break;
        code = text.charCodeAt(i);
        kind = code < TABLE ? kinds[code]! : kindBeyond(code);
        if (kind === LETTER) continue;
        if (kind !== APOSTROPHE || i + 1 >= to) break;
        const after = text.charCodeAt(i + 1);
        if ((after < TABLE ? kinds[after]! : kindBeyond(after)) !== LETTER) break;
        hash = Math.imul(hash ^ 39, WORD_PRIME);
        i++;
        length++;
        code = after;
      }
      word = hash;
      let place = hash >>> FUNCTION_SHIFT;
      let entry = functionTable[place]!;
      while (entry !== hash && entry !== 0) {
        place = (place + 1) & FUNCTION_MASK;
        entry = functionTable[place]!;
      }
      if (entry !== 0) reduced = hash;
      else if (first < TABLE && folded[first] !== first) reduced = CAPITALISED;
      else reduced = length > SHORT ? LONGER : SHORTER;
    } else if (kind === DIGIT) {
      while (++i < to) {
        code = text.charCodeAt(i);
        kind = code < TABLE ? kinds[code]! : MARKUP;
        if (kind === DIGIT) continue;
        if ((code !== 46 && code !== 44) || i + 1 >= to) break;
        const after = text.charCodeAt(i + 1);
        if (after >= TABLE || kinds[after] !== DIGIT) break;
      }
      word = NUMBER_WORD;
      reduced = NUMBER_WORD;
    } else {
      if (kind === APOSTROPHE) {
        // A single quote outside a word is a quotation mark or a leftover of one: which, is typography.
        i++;
        continue;
      }
      const mark = code < TABLE ? folded[code]! : foldBeyond(code);
      while (++i < to) {
        code = text.charCodeAt(i);
        if ((code < TABLE ? folded[code]! : foldBeyond(code)) !== mark) break;
      }
      if (mark === 45 && i - start === 1 && text.charCodeAt(start) === 45 && start > from && i < to) {
        // A hyphen inside a compound only separates its parts.
        const before = text.charCodeAt(start - 1);
        const after = text.charCodeAt(i);
        if (
          (before < TABLE ? kinds[before]! : kindBeyond(before)) >= LETTER &&
          (after < TABLE ? kinds[after]! : kindBeyond(after)) >= LETTER
        ) {
          continue;
        }
      }
      word = Math.imul(WORD_SEED ^ mark, WORD_PRIME);
      reduced = word;
    }
    starts[count] = start;
    ends[count] = i;
    const at = count * FEATURES_PER_TOKEN;
    count++;
    const w3 = (Math.imul(w2, WORD_STEP) + word) | 0;
    w2 = (Math.imul(previousWord, WORD_STEP) + word) | 0;
    previousWord = word;
    const c3 = (Math.imul(c2, CLASS_STEP) + reduced) | 0;
    c2 = (Math.imul(c1, CLASS_STEP) + reduced) | 0;
    c1 = reduced;
    features[at] = Math.imul(word ^ S0, SPREAD);
    features[at + 1] = Math.imul(w2 ^ S1, SPREAD);
    features[at + 2] = Math.imul(w3 ^ S2, SPREAD);
    features[at + 3] = Math.imul(c2 ^ S3, SPREAD);
    features[at + 4] = Math.imul(c3 ^ S4, SPREAD);
  }
  words[wordCount] = count;
  buffer.tokenCount = count;
  buffer.wordCount = wordCount;
  if (count > 0) features.fill(0, 1, FEATURES_PER_TOKEN);
  if (count > 1) features[FEATURES_PER_TOKEN + 2] = features[FEATURES_PER_TOKEN + 4] = 0;
}
