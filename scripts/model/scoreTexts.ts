/** Scores the beginnings of texts through the code the package ships. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import { LexicalScorer } from '../../server/src/engine/synthetic/lexical/scorer';
import { type LabelledText, wordOffsets } from './corpora';

/** Says which model may score a text: one that has not seen it. Texts it has none for are left out. */
export type ModelFor = (text: LabelledText) => LexicalModel | undefined;

/** A text and the score of its first words. */
export interface Scored {
  readonly of: LabelledText;
  readonly score: number;
  /** How many words that are. */
  readonly words: number;
  /** Bias of the model that scored. */
  readonly bias: number;
}

/** Scores the first `size` words of each text that has at least `least`. */
export function scoreTexts(texts: readonly LabelledText[], size: number, least: number, modelFor: ModelFor): Scored[] {
  const scorerFor = scorers(modelFor);
  return texts.flatMap((of) => {
    const scorer = scorerFor(of);
    const beginning = scorer && beginningOf(of.text, size, least);
    return beginning === undefined ? [] : [{ of, ...scorer!.scoreText(beginning), bias: scorer!.model.bias }];
  });
}

/** One scorer a model. */
export function scorers(modelFor: ModelFor): (text: LabelledText) => LexicalScorer | undefined {
  const byModel = new Map<LexicalModel, LexicalScorer>();
  return (text) => {
    const model = modelFor(text);
    if (!model) return undefined;
    const scorer = byModel.get(model) ?? new LexicalScorer(model);
    byModel.set(model, scorer);
    return scorer;
  };
}

/** The first `size` words of a text; undefined for one of fewer than `least`. */
export function beginningOf(text: string, size: number, least: number): string | undefined {
  const offsets = wordOffsets(text);
  const words = offsets.length / 2;
  return words < least ? undefined : text.slice(0, offsets[Math.min(size, words) * 2 - 1]);
}
