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

/** Scores with one model; holds the working memory, so one for each thread is enough. */
export class LexicalScorer {
  readonly model: LexicalModel;
  readonly #buffer = new FeatureBuffer();
  /** The features of the window at hand counted so far, by their top bits. */
  readonly #seen = new Int32Array(1 << SEEN_BITS);

  constructor(model: LexicalModel) {
    this.model = model;
  }

  /** Scores a whole text. */
  scoreText(text: string): LexicalScore {
    extractFeatures(text, this.#buffer);
    return { words: this.#buffer.wordCount, score: this.#score(0, this.#buffer.tokenCount) };
  }

  /**
   * Scores a whole text, and in one of at least `longEnough` words also windows of `size` words, one beginning every
   * `step` words; the last ends with the text and is as long as the others where the text allows.
   */
  scoreWithWindows(text: string, size: number, step: number, longEnough = Number.POSITIVE_INFINITY): WindowedScore {
    const whole = this.scoreText(text);
    const { wordCount, words, starts, ends } = this.#buffer;
    const windows: WindowScore[] = [];
    for (let from = 0; wordCount >= longEnough && from < wordCount; from += step) {
      const to = Math.min(from + size, wordCount);
      const first = from === 0 ? 0 : Math.max(0, to - size);
      const tokens = [words[first]!, words[to]!] as const;
      windows.push({
        words: to - first,
        score: this.#score(...tokens),
        start: starts[tokens[0]]!,
        end: ends[tokens[1] - 1]!,
      });
      if (to === wordCount) break;
    }
    return { ...whole, windows };
  }

  /** Score of the tokens from `first` to `last` of the buffer. */
  #score(first: number, last: number): number {
    const { bits, table, scale, bias } = this.model;
    const from = first * FEATURES_PER_TOKEN;
    const to = last * FEATURES_PER_TOKEN;
    if (to <= from) return bias;
    const features = this.#buffer.features;
    const seen = this.#seen;
    const shift = 32 - bits;
    seen.fill(0);
    let sum = 0;
    for (let i = from; i < to; i++) {
      const feature = features[i]!;
      const place = feature >>> SEEN_SHIFT;
      const repeated = seen[place]! ^ feature;
      seen[place] = feature;
      const entry = table[feature >>> shift]!;
      const strange = (entry >> 8) ^ ((feature << bits) >> 24);
      // Masks instead of branches, which would be guessed wrong too often: `(x | -x) >> 31` is 0 for 0, else all ones.
      sum += ((entry << 24) >> 24) & ((repeated | -repeated) >> 31) & ~((strange | -strange) >> 31);
    }
    return bias + (scale * sum) / Math.sqrt(to - from);
  }
}
