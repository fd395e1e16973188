/** Trains on all English corpora and writes `model.bin`: the same data give the same bytes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel } from '../../server/src/engine/synthetic/lexical/model';
import { corporaFolder, readEnglish } from './corpora';
import { occurrencesOf, quantise } from './quantise';
import { BITS, labelsOf, trainingWindows } from './samples';
import { recipe, train } from './train';

/** Weights that fit in the package. */
export const KEPT_WEIGHTS = 420_000;
/** Day of training; a constant, as the same data shall give the same bytes on any day. */
export const TRAINED_ON = '2026-11-23';

/** Writes the model of the project at `root`; `out` elsewhere. */
export function trainModel(root: string, out = join(root, 'server/src/engine/synthetic/lexical/model.bin')): void {
  const folder = corporaFolder(root);
  if (folder === undefined) throw new Error('the labelled corpora are not there (set DATASET_HYGIENE_SHARED)');
  const texts = readEnglish(folder);
  const labels = labelsOf(texts);
  const windows = trainingWindows(texts, labels);
  const trained = train(
    windows,
    labels,
    Int32Array.from({ length: windows.count }, (_, window) => window),
    recipe,
  );
  const model = quantise(trained, occurrencesOf(windows.features, BITS), BITS, KEPT_WEIGHTS, TRAINED_ON);
  const bytes = encodeModel(model);
  writeFileSync(out, bytes);
  console.log(`${texts.length} texts, ${windows.count} windows → ${out}, ${bytes.length} bytes`);
}
