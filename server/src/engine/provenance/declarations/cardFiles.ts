import { matchesAny } from '../../glob';
import { member, type ObjectValue, type Value } from '../../records/value';

/** Data files that a configuration of a card names. */
export interface CardFiles {
  config: string | undefined;
  /** Undefined where the names of the files decide: see {@link splitByName}. */
  split: string | undefined;
  /** Globs relative to the card; addresses elsewhere are left out. */
  globs: readonly string[];
}

/**
 * The files that `configs` names: `data_files` as a glob, a list of globs (all of them `train`), or a list of splits with
 * their paths; else all of `data_dir`. Configurations that name none are left out. Source: datasets-file-names-and-splits
 * of the Hub's documentation and `utils/metadata.py` of the `datasets` library.
 */
export function cardFiles(root: ObjectValue): CardFiles[] {
  const configs = member(root, 'configs')?.value;
  if (configs?.type !== 'array') return [];
  return configs.items.flatMap((config) => (config.type === 'object' ? filesOfConfig(config) : []));
}

function filesOfConfig(config: ObjectValue): CardFiles[] {
  const name = textOf(member(config, 'config_name')?.value);
  const folder = textOf(member(config, 'data_dir')?.value)?.replace(/^\.\//, '').replace(/\/+$/, '');
  const files = member(config, 'data_files')?.value;
  const named = (split: string | undefined, path: Value | undefined): CardFiles[] => {
    const globs = textsOf(path).flatMap((glob) => globOf(glob, folder));
    return textsOf(path).length > 0 ? [{ config: name, split, globs }] : [];
  };
  if (!files || files.type === 'null')
    return folder ? [{ config: name, split: undefined, globs: [`${folder}/**`] }] : [];
  if (files.type === 'object') return files.members.flatMap(({ key, value }) => named(key, value));
  const items = files.type === 'array' ? files.items : [files];
  return items.flatMap((item) =>
    item.type === 'object'
      ? named(textOf(member(item, 'split')?.value), member(item, 'path')?.value)
      : named('train', item),
  );
}

const textOf = (value: Value | undefined) =>
  value?.type === 'string' && value.text.trim() !== '' ? value.text.trim() : undefined;

function textsOf(value: Value | undefined): string[] {
  const items = value?.type === 'array' ? value.items : [value];
  return items.flatMap((item) => textOf(item) ?? []);
}

/** A path of a card as a glob of ours: from the folder of the card, also where it has no slash. */
function globOf(path: string, folder: string | undefined): string[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return [];
  const local = path.replace(/^(?:\.?\/)+/, '');
  return [folder ? `${folder}/${local}` : `./${local}`];
}

const SPLITS: readonly (readonly [split: string, keywords: string])[] = [
  ['train', 'train|training'],
  ['validation', 'validation|valid|dev|val'],
  ['test', 'test|testing|eval|evaluation'],
];
const KEYWORDS = SPLITS.map(
  ([split, words]) => [split, new RegExp(`(?:^|[-._ 0-9])(?:${words})(?:[-._ 0-9]|$)`)] as const,
);

/**
 * Split of a data file that no configuration names, by its path from the card: `data/{split}-00000-of-00001…`, else the
 * name of a folder, else that of the file; `train` where none tells.
 */
export function splitByName(path: string): string {
  const shard = /^data\/(\w+(?:\.\w+)*)-\d{5}-of-\d{5}[^/]*\.[^/]*$/.exec(path)?.[1];
  if (shard) return shard;
  const parts = path.split('/');
  const file = parts.pop()!;
  for (const part of [...parts, file]) {
    const found = KEYWORDS.find(([, words]) => words.test(part));
    if (found) return found[0];
  }
  return 'train';
}

/** Where a data file belongs by its card: each configuration that names it, with its split. */
export function splitsOf(path: string, named: readonly CardFiles[]): { config: string | undefined; split: string }[] {
  const places = named.length > 0 ? named.filter(({ globs }) => matchesAny(path, globs)) : [{ config: undefined }];
  return places.map(({ config, split }: Partial<CardFiles>) => ({ config, split: split ?? splitByName(path) }));
}
