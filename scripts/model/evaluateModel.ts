/** Measures the lexical model on corpora it has not seen, fits the thresholds to that, and writes the model card. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Judge } from '../../server/src/engine/synthetic/judge';
import type { Calibration } from '../../server/src/engine/synthetic/lexical/bands';
import { LexicalScorer } from '../../server/src/engine/synthetic/lexical/scorer';
import { fitTexts } from './calibrate';
import { fitPassages } from './calibratePassages';
import { calibrationModule } from './calibrationModule';
import { type CardFigures, renderCard } from './card';
import { corporaFolder, type LabelledText, parseTexts, readEnglish } from './corpora';
import { foldModels } from './crossValidate';
import { reportOn } from './figures';
import { foldCount, foldOf, untouched } from './folds';
import { mixtureFigures } from './mixtures';
import { LEXICAL, ownFigures, shippedJudge, shippedModel, trainingFigures } from './shipped';
import { reportTables } from './tables';
import { vendorFigures } from './vendors';

/** Leave-corpus-out evaluation; writes `calibration.ts`, `docs/model-card.json` and `docs/model-card.md`. */
export function evaluateModel(root: string): void {
  const folder = corporaFolder(root);
  if (folder === undefined) throw new Error('the labelled corpora are not there (set DATASET_HYGIENE_SHARED)');
  const texts = readEnglish(folder);
  const models = foldModels(texts);
  const modelFor = ({ corpus }: LabelledText) => models[foldOf(corpus)];
  const calibration: Calibration = { texts: fitTexts(texts, modelFor), passages: fitPassages(texts, modelFor) };
  writeFileSync(join(root, LEXICAL, 'calibration.ts'), calibrationModule(calibration));

  const judges = models.map((model) => new Judge(new LexicalScorer(model), calibration));
  const leftOut = reportOn(texts, ({ corpus }) => judges[foldOf(corpus)]);
  const apart = reportOn(texts, ({ corpus }) => (untouched.includes(corpus) ? judges[foldCount] : undefined));
  console.log(reportTables(leftOut));
  const judge = shippedJudge(root, calibration);
  const figures: CardFigures = {
    model: shippedModel(root).sha256,
    date: judge.date,
    bytes: statSync(join(root, LEXICAL, 'model.bin')).size,
    leftOut,
    apart,
    mixtures: mixtureFigures(texts, judges.slice(0, foldCount), foldOf),
    vendors: vendorFigures(texts, calibration),
    training: trainingFigures(root, judge)!,
    own: ownFigures(root, judge),
  };
  writeFileSync(join(root, 'docs/model-card.json'), `${JSON.stringify(figures, null, 1)}\n`);
  writeFileSync(join(root, 'docs/model-card.md'), renderCard(figures, calibration));
}

/** Prints figures of the shipped weights on files of labelled texts. */
export function evaluatePacks(root: string, packs: readonly string[]): void {
  const texts = packs.flatMap((pack) => {
    const bytes = readFileSync(pack);
    return parseTexts((pack.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  });
  const judge = shippedJudge(root);
  console.log(reportTables(reportOn(texts, () => judge, 1)));
}
