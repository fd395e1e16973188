/**
 * Scores texts with the lexical model. The score is a log-odds: bias + Σ weights of the distinct features / √(features).
 * It is no probability of anything: `calibration.ts` says what false alarms a threshold on it gave.
 */
import { extractFeatures, FEATURES_PER_TOKEN, FeatureBuffer } from './features';
import type { LexicalModel } from './model';

/**
 * Base 2 logarithm of the memory for features already counted: 32 KB, to stay in the nearest cache. A feature that comes
 * back after another took its place is counted again; in a few hundred words that is rare.
 */
export const SEEN_BITS = 13;
/** Shift from a feature to its place in that memory. */
export const SEEN_SHIFT = 32 - SEEN_BITS;

/** Score of a text or of a window of it. */
export interface LexicalScore {
  /** Whitespace-separated words that hold at least one letter, digit or punctuation mark. */
  readonly words: number;
  /** Log-odds, higher = more like machine text. The bias alone for a text without tokens. */
  readonly score: number;
}

/** Score of one window. */
export interface WindowScore extends LexicalScore {
  /** UTF-16 offset of the window's first code unit. */
  readonly start: number;
  /** UTF-16 offset one past the window's last code unit. */
  readonly end: number;
}

/** Score of a text and of the windows of it, in order. */
export interface WindowedScore extends LexicalScore {
  readonly windows: readonly WindowScore[];
}

/**
 * A few words of every kind that the tokeniser tells apart, enough of them to fill its first memory. Whoever is to score
 * many texts reads it first: V8 compiles a loop for what it has seen happen, and having to give that up later in the
 * middle of a text leaves it with code half as fast.
 */
const rehearsal = `“Don't” — a well-known ’tis; 3,000.5 of É. Ελλάδα 😀 **v** o' -x ... ` + 'a! '.repeat(2000);

/** Scores with one model; holds the working memory, so one for each thread is enough. */
export class LexicalScorer {
  readonly model: LexicalModel;
  readonly #buffer = new FeatureBuffer();
  /** The features of the text at hand counted so far, by their top bits. */
  readonly #seen = new Int32Array(1 << SEEN_BITS);
  /** Where each of those features stood, on a clock that runs on from text to text, so that nothing need be cleared. */
  readonly #places = new Int32Array(1 << SEEN_BITS);
  #clock = 1;
  /** Of each feature of the text at hand its weight and the index of its last occurrence before, negative for none. */
  #weights = new Int8Array(0);
  #earlier = new Int32Array(0);

  constructor(model: LexicalModel) {
    this.model = model;
    this.scoreText(rehearsal);
    this.scoreWithWindows(rehearsal, 9, 5, 0);
  }

  /** Scores a whole text. */
  scoreText(text: string): LexicalScore {
    const { words, score } = this.scoreWithWindows(text, 0, 0);
    return { words, score };
  }

  /**
   * Scores a whole text, and in one of at least `longEnough` words also windows of `size` words, one beginning every
   * `step` words; the last ends with the text and is as long as the others where the text allows.
   */
  scoreWithWindows(text: string, size: number, step: number, longEnough = Number.POSITIVE_INFINITY): WindowedScore {
    extractFeatures(text, this.#buffer);
    const { tokenCount, wordCount, words, starts, ends } = this.#buffer;
    const windows: WindowScore[] = [];
    if (wordCount < longEnough) return { words: wordCount, score: this.#scoreOf(this.#sum(), tokenCount), windows };
    this.#weigh();
    for (let from = 0; from < wordCount; from += step) {
      const to = Math.min(from + size, wordCount);
      const first = from === 0 ? 0 : Math.max(0, to - size);
      const tokens = [words[first]!, words[to]!] as const;
      windows.push({
        words: to - first,
        score: this.#scoreOf(this.#sumOfPart(...tokens), tokens[1] - tokens[0]),
        start: starts[tokens[0]]!,
        end: ends[tokens[1] - 1]!,
      });
      if (to === wordCount) break;
    }
    return { words: wordCount, score: this.#scoreOf(this.#sumOfPart(0, tokenCount), tokenCount), windows };
  }

  #scoreOf(sum: number, tokens: number): number {
    const { scale, bias } = this.model;
    return tokens > 0 ? bias + (scale * sum) / Math.sqrt(tokens * FEATURES_PER_TOKEN) : bias;
  }

  /** Sum of the weights of the text's features, in units of the scale. */
  #sum(): number {
    const { bits, table } = this.model;
    const { features, tokenCount } = this.#buffer;
    const seen = this.#seen;
    const end = tokenCount * FEATURES_PER_TOKEN;
    seen.fill(0);
    let sum = 0;
    for (let i = 0; i < end; i++) {
      const feature = features[i]!;
      const place = feature >>> SEEN_SHIFT;
      const isNew = nonZero(seen[place]! ^ feature);
      seen[place] = feature;
      sum += weightIn(table, bits, feature) & isNew;
    }
    return sum;
  }

  /** The same, but weight by weight, for sums of many parts of one text. */
  #weigh(): void {
    const { bits, table } = this.model;
    const { features, tokenCount } = this.#buffer;
    const places = this.#places;
    const end = tokenCount * FEATURES_PER_TOKEN;
    if (this.#weights.length < features.length) {
      this.#weights = new Int8Array(features.length);
      this.#earlier = new Int32Array(features.length);
    }
    const weights = this.#weights;
    const earlier = this.#earlier;
    if (this.#clock + end > 0x7fffffff) {
      places.fill(0);
      this.#clock = 1;
    }
    const start = this.#clock | 0;
    for (let i = 0; i < end; i++) {
      const feature = features[i]!;
      const place = feature >>> SEEN_SHIFT;
      const before = places[place]! - start;
      places[place] = start + i;
      weights[i] = weightIn(table, bits, feature);
      // Another feature that had the place, like one of another text, makes it negative.
      earlier[i] = before | nonZero(features[before & ~(before >> 31)]! ^ feature);
    }
    this.#clock += end;
  }

  /** Sum of the tokens from `first` to `last`, as if they were a text. */
  #sumOfPart(first: number, last: number): number {
    const weights = this.#weights;
    const earlier = this.#earlier;
    const from = first * FEATURES_PER_TOKEN;
    const to = last * FEATURES_PER_TOKEN;
    let sum = 0;
    for (let i = from; i < to; i++) sum += weights[i]! & ((earlier[i]! - from) >> 31);
    return sum;
  }
}

/** All ones, or zero for zero: a mask where a branch would be guessed wrong too often. */
function nonZero(value: number): number {
  return (value | -value) >> 31;
}

/** `weightOf` without a branch. */
function weightIn(table: Int16Array, bits: number, feature: number): number {
  const entry = table[feature >>> (32 - bits)]!;
  return ((entry << 24) >> 24) & ~nonZero((entry >> 8) ^ ((feature << bits) >> 24));
}
