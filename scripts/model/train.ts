/** Trains the weights: logistic regression by Adagrad over presence features, scaled by their consistency. */
import { consistencyScale } from './consistency';
import { randomFrom, shuffle } from './random';
import type { Windows } from './windows';

/** What training can be told. */
export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Exponent of the size of a corpus and label in its weight. */
  readonly balance: number;
  /** Exponent of the consistency scale; 0 turns it off. */
  readonly consistency: number;
  /** Added weight of human windows the model takes for machine text. */
  readonly hardHuman: number;
  readonly seed: number;
  /** Which orders of n-grams to keep, one bit a feature family. */
  readonly l1?: number;
  readonly variance?: number;
  readonly accumulator?: number;
  readonly bag?: number;
  readonly l2?: number;
  readonly smoothing?: number;
  readonly minCorpora?: number;
}

export const recipe: TrainingOptions = {
  epochs: 2,
  rate: 0.3,
  balance: 1,
  consistency: 0.35,
  hardHuman: 100,
  seed: 1,
};

/** Weights by slot, the scale folded in, and a bias: `score = bias + Σ weights / √total`. */
export interface Trained {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Labels and strata of the windows' documents. */
export interface Labels {
  readonly machine: Uint8Array;
  /** Index of the corpus of each document. */
  readonly corpus: Int32Array;
  readonly corpora: number;
}

/** Trains on the windows whose index is in `chosen`. */
export function train(
  windows: Windows,
  labels: Labels,
  chosen: Int32Array,
  options: TrainingOptions,
  slots: number,
  sharedScale?: Float32Array,
): Trained {
  const scale =
    sharedScale ?? consistencyScale(windows, labels, chosen, slots, options.consistency, options.minCorpora ?? 0);
  // Weight, sum of squared slopes and scale of a slot lie together: one cache line instead of three.
  const table = new Float32Array(4 * slots);
  for (let slot = 0; slot < scale.length; slot++) {
    table[slot * 4 + 1] = options.accumulator ?? 1e-8;
    table[slot * 4 + 2] = scale[slot]!;
  }
  const importance = stratumWeights(windows, labels, chosen, options.balance);
  const random = randomFrom(options.seed);
  if (options.bag !== undefined) {
    const keep = new Float64Array(labels.corpora * 2).map(() => (random() < options.bag! ? 1 : 0));
    for (const window of chosen) {
      const document = windows.documents[window]!;
      importance[window]! *= keep[labels.corpus[document]! * 2 + labels.machine[document]!]!;
    }
  }
  const order = chosen.slice();
  let bias = 0;
  let biasSquares = 1e-8;
  const { features, offsets, totals, documents } = windows;
  const means = new Float64Array(labels.corpora);
  const known = new Uint8Array(labels.corpora);
  let grand = 0;
  const smoothing = options.smoothing ?? 0;
  const l1 = options.l1 ?? 0;
  const l2 = options.l2 ?? 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (let index = 0; index < order.length; index++) {
      const window = order[index]!;
      if (importance[window] === 0) continue;
      const from = offsets[window]!;
      const to = offsets[window + 1]!;
      let sum = 0;
      for (let i = from; i < to; i++) {
        const at = features[i]! << 2;
        sum += table[at]! * table[at + 2]!;
      }
      const root = 1 / Math.sqrt(totals[window]!);
      const logit = bias + sum * root;
      const probability = 1 / (1 + Math.exp(-logit));
      const document = documents[window]!;
      const machine = labels.machine[document]!;
      let gradient = (probability - (machine === 1 ? 1 - smoothing : smoothing)) * importance[window]!;
      if (machine === 0) gradient *= 1 + options.hardHuman * probability;
      if (options.variance && machine === 0) {
        const c = labels.corpus[document]!;
        const before = known[c] ? means[c]! : logit;
        means[c] = before + 0.02 * (logit - before);
        known[c] = 1;
        grand += 0.002 * (means[c]! - grand);
        gradient += options.variance * Math.max(-3, Math.min(3, means[c]! - grand)) * importance[window]!;
      }
      const step = gradient * root;
      biasSquares += gradient * gradient;
      bias -= (options.rate * gradient) / Math.sqrt(biasSquares);
      for (let i = from; i < to; i++) {
        const at = features[i]! << 2;
        const factor = table[at + 2]!;
        if (factor === 0) continue;
        let slope = step * factor;
        const old = table[at]!;
        if (l2 > 0) slope += l2 * old;
        const square = table[at + 1]! + slope * slope;
        table[at + 1] = square;
        const pace = options.rate / Math.sqrt(square);
        let value = old - pace * slope;
        if (l1 > 0) {
          const shrink = pace * l1;
          value = value > shrink ? value - shrink : value < -shrink ? value + shrink : 0;
        }
        table[at] = value;
      }
    }
  }
  const weights = scale.map((factor, slot) => table[slot * 4]! * factor);
  return { weights, bias };
}

/** Windows of a corpus and label share a weight of `n^(1 - balance)`, capped and scaled so that the labels weigh alike. */
function stratumWeights(windows: Windows, labels: Labels, chosen: Int32Array, balance: number): Float32Array {
  const counts = new Float64Array(labels.corpora * 2);
  const stratum = (window: number) => {
    const document = windows.documents[window]!;
    return labels.corpus[document]! * 2 + labels.machine[document]!;
  };
  for (const window of chosen) counts[stratum(window)]!++;
  const mean = chosen.length / counts.filter((count) => count > 0).length;
  const weights = new Float32Array(windows.count);
  const sums = [0, 0];
  for (const window of chosen) {
    const weight = Math.min(10, (counts[stratum(window)]! / mean) ** -balance);
    weights[window] = weight;
    sums[stratum(window) & 1]! += weight;
  }
  const half = chosen.length / 2;
  for (const window of chosen) weights[window]! *= half / sums[stratum(window) & 1]!;
  return weights;
}

/** Score of one window: log-odds. */
export function scoreWindow(trained: Trained, windows: Windows, window: number): number {
  const { features, offsets, totals } = windows;
  let sum = 0;
  for (let i = offsets[window]!; i < offsets[window + 1]!; i++) sum += trained.weights[features[i]!]!;
  return trained.bias + sum / Math.sqrt(totals[window]!);
}
