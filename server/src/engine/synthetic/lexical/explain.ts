/** What in a text moved its score: the slow path, for a hover or `explain`. */
import { extractFeatures, FEATURES_PER_TOKEN, FeatureBuffer } from './features';
import { type LexicalModel, weightOf } from './model';
import { SEEN_BITS, SEEN_SHIFT } from './scorer';

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
  const uses = new Map<number, { counted: number; places: number }>();
  const seen = new Int32Array(1 << SEEN_BITS);
  for (let i = 0; i < total; i++) {
    const feature = features[i]!;
    const fresh = seen[feature >>> SEEN_SHIFT] !== feature;
    seen[feature >>> SEEN_SHIFT] = feature;
    if (weightOf(model, feature) === 0) continue;
    const use = uses.get(feature);
    if (use === undefined) uses.set(feature, { counted: 1, places: 1 });
    else {
      use.places++;
      if (fresh) use.counted++;
    }
  }
  const contributions = new Float64Array(tokenCount);
  const unit = model.scale / Math.sqrt(total);
  for (let i = 0; i < total; i++) {
    const feature = features[i]!;
    const use = uses.get(feature);
    if (use === undefined) continue;
    const token = Math.floor(i / FEATURES_PER_TOKEN);
    const span = LENGTHS[i % FEATURES_PER_TOKEN]!;
    const first = Math.max(0, token - span + 1);
    const share = (unit * weightOf(model, feature) * use.counted) / (use.places * (token - first + 1));
    for (let at = first; at <= token; at++) contributions[at]! += share;
  }
  return Array.from(contributions, (contribution, token) => ({
    start: starts[token]!,
    end: ends[token]!,
    contribution,
  }));
}
