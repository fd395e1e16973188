/** What in a text moved its score: the slow path, for a hover or `explain`. */
import { extractFeatures, FEATURES_PER_TOKEN, FeatureBuffer } from './features';
import { type LexicalModel, weightOf } from './model';

/** Share of one token in the score of a text. */
export interface TokenContribution {
  /** UTF-16 offset of the token's first code unit. */
  readonly start: number;
  /** UTF-16 offset one past the token's last code unit. */
  readonly end: number;
  /** Log-odds the token adds; the contributions of all tokens and the bias sum to the score. */
  readonly contribution: number;
}

/** Tokens an n-gram of each feature family spans. */
const LENGTHS = [1, 2, 3, 2, 3];

/**
 * Contributions of all tokens of `text`, in order. An n-gram's weight is shared evenly between its tokens, and, as only
 * its presence counts, between all places where it occurs.
 */
export function explainText(text: string, model: LexicalModel): TokenContribution[] {
  const buffer = new FeatureBuffer();
  extractFeatures(text, buffer);
  const { features, tokenCount, starts, ends } = buffer;
  const total = tokenCount * FEATURES_PER_TOKEN;
  const occurrences = new Map<number, number>();
  for (let i = 0; i < total; i++) {
    const feature = features[i]!;
    if (weightOf(model, feature) !== 0) occurrences.set(feature, (occurrences.get(feature) ?? 0) + 1);
  }
  const contributions = new Float64Array(tokenCount);
  const unit = model.scale / Math.sqrt(total);
  for (let i = 0; i < total; i++) {
    const feature = features[i]!;
    const times = occurrences.get(feature);
    if (times === undefined) continue;
    const token = Math.floor(i / FEATURES_PER_TOKEN);
    const span = LENGTHS[i % FEATURES_PER_TOKEN]!;
    const first = Math.max(0, token - span + 1);
    const share = (unit * weightOf(model, feature)) / (times * (token - first + 1));
    for (let at = first; at <= token; at++) contributions[at]! += share;
  }
  return Array.from(contributions, (contribution, token) => ({
    start: starts[token]!,
    end: ends[token]!,
    contribution,
  }));
}
