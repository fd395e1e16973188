import { basename, dirname, sep } from 'node:path';
import { CONFIGURATION_FILE } from '../engine/configuration';
import { MANIFEST_NAMES } from '../engine/provenance/manifest';
import { SIDECAR_ENDING } from '../engine/provenance/sidecar';
import { STATE_FOLDER } from '../workspace/baselineFile';

/** Globs of the files that findings depend on besides the datasets themselves. */
export const INPUT_GLOBS: readonly string[] = [
  `**/${CONFIGURATION_FILE}`,
  '**/README.md',
  `**/*${SIDECAR_ENDING}`,
  `**/${STATE_FOLDER}/baseline.json`,
  '**/.gitignore',
  `**/{${MANIFEST_NAMES.join(',')}}`,
];

/** Whether findings of datasets may depend on the file at a path. */
export function isInput(path: string): boolean {
  const name = basename(path);
  return (
    name === CONFIGURATION_FILE ||
    name === 'README.md' ||
    name === '.gitignore' ||
    name.endsWith(SIDECAR_ENDING) ||
    MANIFEST_NAMES.includes(name.toLowerCase()) ||
    isBaseline(path)
  );
}

/** Whether findings of the dataset at `dataset` may depend on the input at `input`. */
export function affects(input: string, dataset: string): boolean {
  if (input.endsWith(SIDECAR_ENDING)) return dataset === input.slice(0, -SIDECAR_ENDING.length);
  const folder = isBaseline(input) ? dirname(dirname(input)) : dirname(input);
  return dataset.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isBaseline(path: string): boolean {
  return basename(path) === 'baseline.json' && basename(dirname(path)) === STATE_FOLDER;
}
