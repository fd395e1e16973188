import { basename, dirname, sep } from 'node:path';
import { CONFIGURATION_FILE } from '../engine/configuration';
import { DECLARATION_GLOBS, mayDeclare } from '../engine/provenance/declarations/names';
import { SIDECAR_ENDING } from '../engine/provenance/sidecar';
import { STATE_FOLDER } from '../workspace/baselineFile';

/** Files of the state folder that findings depend on. */
const STATE_FILES = ['baseline.json', 'calibration.json'];

/** Globs of the files that findings depend on besides the datasets themselves. */
export const INPUT_GLOBS: readonly string[] = [
  `**/${CONFIGURATION_FILE}`,
  `**/*${SIDECAR_ENDING}`,
  // A watcher may miss what happens in a folder that was made a moment ago, but not that it was made.
  `**/${STATE_FOLDER}`,
  `**/${STATE_FOLDER}/{${STATE_FILES.join(',')}}`,
  '**/.gitignore',
  ...DECLARATION_GLOBS,
];

/** Whether findings of datasets may depend on the file at a path. */
export function isInput(path: string): boolean {
  const name = basename(path);
  return (
    name === CONFIGURATION_FILE ||
    name === '.gitignore' ||
    name.endsWith(SIDECAR_ENDING) ||
    mayDeclare(name) ||
    name === STATE_FOLDER ||
    isState(path)
  );
}

/** Whether findings of the dataset at `dataset` may depend on the input at `input`. */
export function affects(input: string, dataset: string): boolean {
  if (input.endsWith(SIDECAR_ENDING)) return dataset === input.slice(0, -SIDECAR_ENDING.length);
  const folder = isState(input) ? dirname(dirname(input)) : dirname(input);
  return dataset.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isState(path: string): boolean {
  return STATE_FILES.includes(basename(path)) && basename(dirname(path)) === STATE_FOLDER;
}
