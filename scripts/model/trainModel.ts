/** Trains on all English corpora and writes `model.bin`: the same data give the same bytes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel } from '../../server/src/engine/synthetic/lexical/model';
import { corporaFolder, readEnglish } from './corpora';
import { fit, prepare } from './fit';
import { labelsOf, trainingWindows } from './samples';

/** Writes the model of the project at `root`; `out` elsewhere. */
export function trainModel(root: string, out = join(root, 'server/src/engine/synthetic/lexical/model.bin')): void {
  const folder = corporaFolder(root);
  if (folder === undefined) throw new Error('the labelled corpora are not there (set DATASET_HYGIENE_SHARED)');
  const texts = readEnglish(folder);
  const labels = labelsOf(texts);
  const windows = trainingWindows(texts, labels);
  const bytes = encodeModel(fit(prepare(windows, labels)));
  writeFileSync(out, bytes);
  console.log(`${texts.length} texts, ${windows.count} windows → ${out}, ${bytes.length} bytes`);
}
