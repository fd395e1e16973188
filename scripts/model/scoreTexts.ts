/** Scores the beginnings of texts through the code the package ships. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import { LexicalScorer } from '../../server/src/engine/synthetic/lexical/scorer';
import { type LabelledText, wordOffsets } from './corpora';

/** A text and the score of its first words. */
export interface Scored {
  readonly of: LabelledText;
  /** Whitespace-separated words of the whole text. */
  readonly words: number;
  readonly score: number;
}

/**
 * Scores the first `size` words of each text that has at least `least`. `modelFor` says which model may judge the text;
 * texts it has none for are left out.
 */
export function scoreTexts(
  texts: readonly LabelledText[],
  size: number,
  least: number,
  modelFor: (text: LabelledText) => LexicalModel | undefined,
): Scored[] {
  const scorers = new Map<LexicalModel, LexicalScorer>();
  const scored: Scored[] = [];
  for (const of of texts) {
    const model = modelFor(of);
    if (model === undefined) continue;
    const offsets = wordOffsets(of.text);
    const words = offsets.length / 2;
    if (words < least) continue;
    let scorer = scorers.get(model);
    if (scorer === undefined) {
      scorer = new LexicalScorer(model);
      scorers.set(model, scorer);
    }
    scored.push({ of, words, score: scorer.scoreText(of.text.slice(0, offsets[Math.min(size, words) * 2 - 1])).score });
  }
  return scored;
}

/** Scores of one label. */
export function scoresOf(scored: readonly Scored[], machine: boolean): Float64Array {
  return Float64Array.from(
    scored.filter(({ of }) => of.machine === machine),
    ({ score }) => score,
  );
}
