/** Trains one model for each fold of corpora, each on the others, rounded as the shipped weights are. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import type { LabelledText } from './corpora';
import { foldCount, foldOf } from './folds';
import { occurrencesOf, quantise } from './quantise';
import { BITS, labelsOf, trainingWindows } from './samples';
import { recipe, train } from './train';
import { KEPT_WEIGHTS, TRAINED_ON } from './trainModel';

/** Models by fold. The last, at `foldCount`, was trained on all folds and is for the corpora nothing was tuned on. */
export function foldModels(texts: readonly LabelledText[]): LexicalModel[] {
  const known = texts.filter(({ corpus }) => foldOf(corpus) >= 0);
  const labels = labelsOf(known);
  const windows = trainingWindows(known, labels);
  const occurrences = occurrencesOf(windows.features, BITS);
  const folds = known.map(({ corpus }) => foldOf(corpus));
  return Array.from({ length: foldCount + 1 }, (_, fold) => {
    const all = Int32Array.from({ length: windows.count }, (_unused, window) => window);
    const chosen = all.filter((window) => folds[windows.documents[window]!] !== fold);
    const trained = train(windows, labels, chosen, recipe);
    console.error(`fold ${fold}: ${chosen.length} windows`);
    return quantise(trained, occurrences, BITS, KEPT_WEIGHTS, TRAINED_ON);
  });
}

/** A model trained on every text for which `chosen` holds. */
export function modelOf(texts: readonly LabelledText[], chosen: (text: LabelledText) => boolean): LexicalModel {
  const kept = texts.filter(chosen);
  const labels = labelsOf(kept);
  const windows = trainingWindows(kept, labels);
  const all = Int32Array.from({ length: windows.count }, (_, window) => window);
  return quantise(
    train(windows, labels, all, recipe),
    occurrencesOf(windows.features, BITS),
    BITS,
    KEPT_WEIGHTS,
    TRAINED_ON,
  );
}
