/** Trains the weights: logistic regression by Adagrad over presence features, scaled by their consistency. */
import { consistencyScale } from './consistency';
import { randomFrom, shuffle } from './random';
import type { Windows } from './windows';

/** What training can be told. */
export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** What Adagrad's sums of squares begin with: large enough that a feature met once gets no full step. */
  readonly accumulator: number;
  /** Exponent of the size of a source and label in its weight: 1 lets all sources of a label weigh alike … */
  readonly balance: number;
  /** … but none of their windows more than this, where the mean is 1. */
  readonly mostWeight: number;
  /** Exponent of the consistency scale; 0 turns it off. */
  readonly consistency: number;
  /** Added weight of human windows the model takes for machine text: false alarms rank above misses. */
  readonly hardHuman: number;
  readonly seed: number;
}

/** What the weights in the package were trained with; `docs/ablation.md` tells what else was tried. */
export const recipe: TrainingOptions = {
  epochs: 4,
  rate: 0.3,
  accumulator: 0.01,
  balance: 1,
  mostWeight: 3,
  consistency: 0.2,
  hardHuman: 1000,
  seed: 1,
};

/** Weights by feature, the scale folded in, and a bias: `score = bias + Σ weights / √total`. */
export interface Trained {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Labels and sources of the windows' documents. A source is a register of a corpus. */
export interface Labels {
  readonly machine: Uint8Array;
  /** Index of the source of each document. */
  readonly source: Int32Array;
  readonly sources: number;
}

/** Trains on the windows whose index is in `chosen`; `size` is the number of features. */
export function train(
  windows: Windows,
  labels: Labels,
  chosen: Int32Array,
  size: number,
  options: TrainingOptions = recipe,
): Trained {
  const { features, offsets, totals, documents } = windows;
  const { rate, hardHuman } = options;
  const scale = consistencyScale(windows, labels, chosen, size, options.consistency);
  // Weight, sum of squared slopes and scale of a feature lie together: one cache line instead of three.
  const table = new Float32Array(4 * size);
  for (let feature = 0; feature < size; feature++) {
    table[feature * 4 + 1] = options.accumulator;
    table[feature * 4 + 2] = scale[feature]!;
  }
  const importance = stratumWeights(windows, labels, chosen, options);
  const random = randomFrom(options.seed);
  const order = chosen.slice();
  let bias = 0;
  let biasSquares = options.accumulator;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const window of order) {
      const from = offsets[window]!;
      const to = offsets[window + 1]!;
      let sum = 0;
      for (let i = from; i < to; i++) {
        const at = features[i]! << 2;
        sum += table[at]! * table[at + 2]!;
      }
      const root = 1 / Math.sqrt(totals[window]!);
      const probability = 1 / (1 + Math.exp(-bias - sum * root));
      const machine = labels.machine[documents[window]!]!;
      const hard = machine === 0 ? 1 + hardHuman * probability : 1;
      const gradient = (probability - machine) * importance[window]! * hard;
      biasSquares += gradient * gradient;
      bias -= (rate * gradient) / Math.sqrt(biasSquares);
      for (let i = from; i < to; i++) {
        const at = features[i]! << 2;
        const slope = gradient * root * table[at + 2]!;
        const squares = table[at + 1]! + slope * slope;
        table[at + 1] = squares;
        table[at]! -= (rate * slope) / Math.sqrt(squares);
      }
    }
  }
  return { weights: scale.map((factor, feature) => table[feature * 4]! * factor), bias };
}

/** Windows of a source and label share a weight of `n^(1 - balance)`, capped and scaled so that the labels weigh alike. */
function stratumWeights(
  windows: Windows,
  labels: Labels,
  chosen: Int32Array,
  { balance, mostWeight }: TrainingOptions,
): Float32Array {
  const counts = new Float64Array(labels.sources * 2);
  const stratum = (window: number) => {
    const document = windows.documents[window]!;
    return labels.source[document]! * 2 + labels.machine[document]!;
  };
  for (const window of chosen) counts[stratum(window)]!++;
  const mean = chosen.length / counts.filter((count) => count > 0).length;
  const weights = new Float32Array(windows.count);
  const sums = [0, 0];
  for (const window of chosen) {
    const weight = Math.min(mostWeight, (counts[stratum(window)]! / mean) ** -balance);
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
