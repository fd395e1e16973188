import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { escape as escapeGlob } from 'minimatch';
import { CONFIGURATION_FILE } from '../engine/configuration';
import type { Edit, ProvenancePatch } from '../engine/provenance/write';
import { extensionOf } from '../engine/records/format';
import { declare } from './declare';
import type { Project } from './project';
import { readText } from './readText';

/** How a project's configuration changes. */
export interface ConfigurationChange {
  path: string;
  /** Its text; undefined where it has to be created. */
  text: string | undefined;
  edits: Edit[];
}

/**
 * Declares provenance for whole files in the configuration that holds for them, which is created in the project's root
 * where there is none.
 *
 * @param paths files of one project
 * @param textOf text of a file as it is now
 * @returns undefined where there is nothing to declare, or the configuration is too broken to be edited
 */
export function declarationFor(
  project: Project,
  paths: readonly string[],
  patch: ProvenancePatch,
  textOf: (path: string) => string | undefined = readText,
): ConfigurationChange | undefined {
  const [first] = paths;
  const values = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  if (first === undefined || Object.keys(values).length === 0) return undefined;
  const root = project.rootOf(first);
  const path = project.configurationFor(first)?.path ?? join(root, CONFIGURATION_FILE);
  const files = globsFor(paths, root);
  const text = textOf(path);
  const edits =
    text === undefined || text.trim() === ''
      ? [{ start: 0, end: text?.length ?? 0, newText: newConfiguration(files, values) }]
      : declare(text, files, values);
  return edits && { path, text, edits };
}

function newConfiguration(files: string | string[], values: object): string {
  return `${JSON.stringify({ provenance: [{ files, ...values }] }, null, 2)}\n`;
}

/** Globs for files: one for a whole folder of a kind, else each by name. */
function globsFor(paths: readonly string[], root: string): string | string[] {
  const globs = paths.map((path) => localGlob(escapeGlob(slashed(relative(root, path)))));
  const [only, ...others] = globs;
  if (others.length === 0) return only!;
  const folder = dirname(paths[0]!);
  const ending = `.${extensionOf(basename(paths[0]!))}`;
  const all = readdirSync(folder).filter((name) => name.endsWith(ending) && !name.endsWith(`.provenance${ending}`));
  const isAll = all.length === paths.length && all.every((name) => paths.includes(join(folder, name)));
  return isAll ? localGlob(`${escapeGlob(slashed(relative(root, folder)))}/*${ending}`.replace(/^\//, '')) : globs;
}

/** A name alone would hold for files of that name in every folder. */
const localGlob = (glob: string) => (glob.includes('/') ? glob : `./${glob}`);

const slashed = (path: string) => path.split(sep).join('/');
