/** Measures one change of the recipe after another on the folds of corpora, with fewer texts so that it stays quick. */

import { corporaFolder, readEnglish } from './corpora';
import { allOf } from './fit';
import { foldCount, foldOf } from './folds';
import { auroc, shareAbove, thresholdAt } from './metrics';
import { firstWords, labelsOf, trainingWindows } from './samples';
import { recipe, scoreWindow, type TrainingOptions, train } from './train';
import { numberFeatures, vocabularyOf } from './vocabulary';

/** Texts of each source and label trained on. */
const TRAINED = 500;
/** Texts of each corpus and label judged, at most. */
const JUDGED = 600;

const changes: readonly [name: string, leastSources: number, change: Partial<TrainingOptions>][] = [
  ['recipe', 5, {}],
  ['features in ≥ 3 sources', 3, {}],
  ['features in ≥ 8 sources', 8, {}],
  ['no consistency scale', 5, { consistency: 0 }],
  ['consistency exponent 0.35', 5, { consistency: 0.35 }],
  ['consistency exponent 0.7', 5, { consistency: 0.7 }],
  ['hard human weight 10', 5, { hardHuman: 10 }],
  ['hard human weight 100', 5, { hardHuman: 100 }],
  ['accumulator 1e-8', 5, { accumulator: 1e-8 }],
  ['accumulator 0.1', 5, { accumulator: 0.1 }],
  ['balance n^-0.7', 5, { balance: 0.7 }],
  ['most weight 10', 5, { mostWeight: 10 }],
  ['rate 0.1', 5, { rate: 0.1 }],
  ['1 epoch', 5, { epochs: 1 }],
  ['2 epochs', 5, { epochs: 2 }],
];

/** Prints a row of the table for every change. */
export function ablate(root: string): void {
  const folder = corporaFolder(root);
  if (folder === undefined) throw new Error('the labelled corpora are not there (set DATASET_HYGIENE_SHARED)');
  const texts = readEnglish(folder).filter(({ corpus }) => foldOf(corpus) >= 0);
  const labels = labelsOf(texts);
  const folds = texts.map(({ corpus }) => foldOf(corpus));
  const windows = trainingWindows(texts, labels, TRAINED);
  const judgedTexts = sample(texts, JUDGED);
  const judged = firstWords(judgedTexts, 150, 40);

  console.log('change | AUROC | TPR at 5 / 1 / 0.5 / 0.1 % FPR');
  for (const [name, least, change] of changes) {
    const vocabulary = vocabularyOf(windows, labels, least);
    const numbered = numberFeatures(windows, vocabulary);
    const judgedNumbered = numberFeatures(judged, vocabulary);
    const scores: number[][] = [[], []];
    for (let fold = 0; fold < foldCount; fold++) {
      const chosen = allOf(numbered).filter((window) => folds[numbered.documents[window]!] !== fold);
      const trained = train(numbered, labels, chosen, vocabulary.keys.length, { ...recipe, ...change });
      for (let window = 0; window < judged.count; window++) {
        const text = judgedTexts[judged.documents[window]!]!;
        if (foldOf(text.corpus) === fold) {
          scores[text.machine ? 1 : 0]!.push(scoreWindow(trained, judgedNumbered, window));
        }
      }
    }
    const [human, machine] = scores.map((list) => Float64Array.from(list)) as [Float64Array, Float64Array];
    const recall = [0.05, 0.01, 0.005, 0.001].map((rate) => shareAbove(machine, thresholdAt(human, rate)).toFixed(3));
    console.log(`${name} | ${auroc(human, machine).toFixed(4)} | ${recall.join(' / ')}`);
  }
}

/** At most about `maximum` texts of each corpus and label, evenly spread. */
function sample<Text extends { corpus: string; machine: boolean }>(texts: readonly Text[], maximum: number): Text[] {
  const key = (text: Text) => `${text.corpus} ${text.machine}`;
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(key(text), (counts.get(key(text)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return texts.filter((text) => {
    const index = seen.get(key(text)) ?? 0;
    seen.set(key(text), index + 1);
    return index % Math.ceil(counts.get(key(text))! / maximum) === 0;
  });
}
