import type { Span } from '../../records/position';
import type { ObjectValue } from '../../records/value';
import { type CreatorsKey, HUMAN_CREATORS, readCreator } from './cardCreators';
import { bodyOf, type CardEntry, entriesOf, onlyEntry } from './cardEntries';
import { cardFiles } from './cardFiles';
import { licenseExpression, type Reach, type Said, Statements, spanOf } from './documents';
import type { DeclarationReading } from './reading';

/**
 * Reads a Hugging Face dataset card: the YAML front matter of a README.md as the reader of records gives it.
 *
 * A list of one creator says it of every record, one of several of some; `tags: synthetic` says that some are a machine's.
 * `found` and `other` tell how a text was obtained, not who wrote it, and say nothing.
 */
export function readCard(root: ObjectValue): DeclarationReading {
  const statements = new Statements();
  const files = cardFiles(root);
  const byConfig = new Map<string | undefined, string[]>();
  for (const { config, globs } of files) {
    const known = byConfig.get(config);
    if (!known) byConfig.set(config, [...globs]);
    else for (const glob of globs) known.push(glob);
  }
  const reachOf = (config: string | undefined): Reach | undefined => {
    if (config === undefined) return { scope: 'dataset' };
    const globs = byConfig.get(config);
    return globs && globs.length > 0 ? { scope: 'split', files: globs } : undefined;
  };
  sayEntries(entriesOf(root, 'language_creators'), originOf, 'digital_source_type', reachOf, statements);
  sayEntries(entriesOf(root, 'annotations_creators'), labelsOf, 'annotations_creator', reachOf, statements);
  const licenses = entriesOf(root, 'license');
  const meant = licenseIn(root);
  sayEntries(licenses.length > 0 ? licenses : entriesOf(root, 'licenses'), meant, 'license', reachOf, statements);
  const sources = entriesOf(root, 'source_datasets');
  sayEntries(sources, sourceOf, 'source', reachOf, statements);
  sayEntries(sources, (text) => wrapped(sourceOf(text)), 'derived_from', reachOf, statements);
  const tags = entriesOf(root, 'tags');
  for (const tag of tags.filter(({ text }) => isSyntheticTag(text))) {
    statements.say('digital_source_type', said(tag, 'trainedAlgorithmicMedia'), { scope: 'dataset' }, 'some');
  }
  return {
    statements: statements.list,
    columns: [],
    dataFiles: files.length > 0 ? files.flatMap(({ globs }) => globs) : undefined,
    tags: tags.map(({ text }) => text),
  };
}

type Meaning = string | readonly string[] | undefined;

const said = <Value>({ value }: CardEntry, means: Value): Said<Value> => ({ ...spanOf(value), value: means });

/** Says what the entries of a key mean; where they are listed by configuration, of the files of each. */
function sayEntries(
  entries: readonly CardEntry[],
  meaning: (text: string) => Meaning,
  field: Parameters<Statements['say']>[0],
  reachOf: (config: string | undefined) => Reach | undefined,
  statements: Statements,
): void {
  const reaches = new Map<string | undefined, { reach: Reach | undefined; listed: number }>();
  for (const { config } of entries) {
    const known = reaches.get(config);
    if (known) known.listed++;
    else reaches.set(config, { reach: reachOf(config), listed: 1 });
  }
  for (const entry of entries) {
    const means = meaning(entry.text);
    if (means === undefined) continue;
    const { reach, listed } = reaches.get(entry.config)!;
    // Of a configuration whose files are not named, some records of the dataset are.
    statements.say(field, said(entry, means), reach ?? { scope: 'dataset' }, reach && listed === 1 ? 'every' : 'some');
  }
}

function originOf(text: string): string | undefined {
  const { creator } = knownCreator(text, 'language_creators');
  if (creator === 'machine-generated') return 'trainedAlgorithmicMedia';
  return creator && HUMAN_CREATORS.has(creator) ? 'digitalCreation' : undefined;
}

const labelsOf = (text: string) => knownCreator(text, 'annotations_creators').creator ?? text;

/** What people probably meant is for the rule to ask, not for a reader to assume. */
function knownCreator(text: string, key: CreatorsKey): { creator?: string } {
  const reading = readCreator(text, key);
  return reading.kind === 'listed' || reading.kind === 'spelling' ? reading : {};
}

function licenseIn(root: ObjectValue): (text: string) => string | undefined {
  const name = onlyEntry(root, 'license_name')?.text;
  const link = onlyEntry(root, 'license_link')?.text;
  return (text) => {
    if (text !== 'other') return licenseExpression(text);
    if (name) return `LicenseRef-${name.replace(/[^\w.-]/g, '-')}`;
    return link && /^https?:/i.test(link) ? licenseExpression(link) : undefined;
  };
}

/** The dataset that an entry of `source_datasets` names: `squad`, `extended|squad`, `extended|other-turkcorpus`. */
function sourceOf(text: string): string | undefined {
  const source = text.replace(/^extended\|(?:other-)?/, '');
  return source === 'original' || source === 'extended' || source === 'other' || source === '' ? undefined : source;
}

const wrapped = (text: string | undefined) => (text === undefined ? undefined : [text]);

/** Whether a tag says that there is machine text; a convention of generators of cards. */
export function isSyntheticTag(tag: string): boolean {
  return /^(?:synthetic|synthetic[ _-](?:data|dataset|text)|(?:ai|llm|machine|model)[ _-]generated)$/i.test(tag);
}

/** How cards written by generation pipelines begin: "Synthetic data generated by …". */
const SYNTHETIC_PROSE =
  /^[ \t]*(?:this is a )?synthetic (?:data|dataset|text)\b[^.\n]{0,40}\bgenerated (?:by|with|using)\b/im;

/** The sentence of the prose that says at the start of a line that the data are synthetic. */
export function syntheticProse(root: ObjectValue): Span | undefined {
  const body = bodyOf(root);
  const found = body && SYNTHETIC_PROSE.exec(body.text.slice(0, 20_000));
  return found ? body.locate(found.index, found.index + found[0].length) : undefined;
}
