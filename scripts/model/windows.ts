/** Windows of texts as sets of features, in one flat array: what training and evaluation run over. */
import { FEATURES_PER_TOKEN, type FeatureBuffer } from '../../server/src/engine/synthetic/lexical/features';

/** Windows in compressed rows: the distinct hashes of window `i` are `features[offsets[i]..offsets[i + 1]]`. */
export interface Windows {
  readonly features: Int32Array;
  readonly offsets: Float64Array;
  /** Features of each window counted with repetitions: what the score divides by the root of. */
  readonly totals: Int32Array;
  /** Index of each window's document. */
  readonly documents: Int32Array;
  readonly count: number;
}

/** Collects windows. */
export class WindowCollector {
  #features = new Int32Array(1 << 24);
  #length = 0;
  #offsets: number[] = [0];
  #totals: number[] = [];
  #documents: number[] = [];
  /** Which window a hash was last seen in, by its top bits: distinct hashes only, as far as the weights can tell. */
  #seen: Int32Array;
  #shift: number;

  constructor(bits: number) {
    this.#seen = new Int32Array(1 << bits);
    this.#shift = 32 - bits;
  }

  /** Adds the tokens of `buffer` from `firstToken` to `lastToken` as one window. */
  add(buffer: FeatureBuffer, document: number, firstToken = 0, lastToken = buffer.tokenCount): void {
    if (lastToken <= firstToken) return;
    const from = firstToken * FEATURES_PER_TOKEN;
    const to = lastToken * FEATURES_PER_TOKEN;
    if (this.#length + to - from > this.#features.length) {
      const larger = new Int32Array(this.#features.length * 2);
      larger.set(this.#features);
      this.#features = larger;
    }
    const stamp = this.#totals.length + 1;
    for (let i = from; i < to; i++) {
      const hash = buffer.features[i]!;
      const slot = hash >>> this.#shift;
      if (hash === 0 || this.#seen[slot] === stamp) continue;
      this.#seen[slot] = stamp;
      this.#features[this.#length++] = hash;
    }
    this.#offsets.push(this.#length);
    this.#totals.push(to - from);
    this.#documents.push(document);
  }

  finish(): Windows {
    return {
      features: this.#features.subarray(0, this.#length),
      offsets: Float64Array.from(this.#offsets),
      totals: Int32Array.from(this.#totals),
      documents: Int32Array.from(this.#documents),
      count: this.#totals.length,
    };
  }
}
