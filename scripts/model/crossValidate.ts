/** Models that have not seen the texts they are to judge, fitted and rounded as the shipped weights are. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import type { LabelledText } from './corpora';
import { allOf, fit, prepare } from './fit';
import { foldCount, foldOf } from './folds';
import { labelsOf, trainingWindows } from './samples';

/** Models by fold. The last, at `foldCount`, was trained on all folds and is for the corpora nothing was tuned on. */
export function foldModels(texts: readonly LabelledText[]): LexicalModel[] {
  const known = texts.filter(({ corpus }) => foldOf(corpus) >= 0);
  const labels = labelsOf(known);
  const windows = trainingWindows(known, labels);
  const prepared = prepare(windows, labels);
  const folds = known.map(({ corpus }) => foldOf(corpus));
  return Array.from({ length: foldCount + 1 }, (_, fold) => {
    const chosen = allOf(windows).filter((window) => folds[windows.documents[window]!] !== fold);
    console.error(`fold ${fold}: ${chosen.length} windows`);
    return fit(prepared, chosen);
  });
}

/** A model trained on every text for which `chosen` holds. */
export function modelOf(texts: readonly LabelledText[], chosen: (text: LabelledText) => boolean): LexicalModel {
  const kept = texts.filter(chosen);
  const labels = labelsOf(kept);
  return fit(prepare(trainingWindows(kept, labels), labels));
}
