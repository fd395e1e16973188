import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atEnd } from './atEnd';

/** Where editors are kept between runs: outside the clone, so that cleaning the clone does not cost a new install. */
export function cacheFolder(): string {
  const { DATASET_HYGIENE_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own || join(shared || join(homedir(), '.cache'), 'dataset-hygiene');
}

/** The clone's root: found upwards from the running file, which may be a source or a bundle at any depth under `out/`. */
export function projectRoot(from = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'dataset-hygiene') return folder;
    if (dirname(folder) === folder) throw new Error(`${from} is not inside a clone of dataset-hygiene`);
  }
}

/** A new folder that is gone after `remove()`, or when the process ends. */
export function temporaryFolder(signals?: NodeJS.Signals[]): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dh-'));
  return { path, remove: atEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }), signals) };
}
