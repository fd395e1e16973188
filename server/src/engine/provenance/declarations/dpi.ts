import { member, type ObjectValue, type TextValue } from '../../records/value';
import { readLicense } from '../license';
import {
  asSaid,
  namedLicense,
  objectsAt,
  type Reach,
  type Said,
  Statements,
  spanOf,
  textAt,
  textsAt,
} from './documents';
import type { DeclarationReading } from './reading';

const REACH: Reach = { scope: 'dataset' };

/** Generators of `Model Generated` that are no language model: templates, and translators of text that was there. */
const OTHER_GENERATORS: readonly [RegExp, origin: string][] = [
  [/^templates?$/i, 'dataDrivenMedia'],
  [/translat|^(?:deepl|indictrans|nllb|m2m-?100|opus-?mt|wmt\b)/i, 'compositeWithTrainedAlgorithmicMedia'],
];
/** What stands under `Text Sources` for text that comes from no place: from people, or nobody says where from. */
const NO_PLACE = /^(?:crowd-?sourced\b.*|human\b.*|undisclosed\b.*|mixed|unknown|none|other|n\/a)$/i;
/** Names under `License` that are those of none. */
const NO_LICENSE = /^(?:various|custom|request form)\b/i;

/**
 * Reads a summary of the Data Provenance Initiative: one dataset, or a collection of them by name.
 *
 * A summary is about a whole dataset. Only where it knows of one dataset, made by models and from no other text, is that
 * said of every record: text sources besides, or people who annotated, make the dataset a mixture in which no record is
 * known to be either. No models listed is no claim that people wrote it.
 */
export function readDpi(root: ObjectValue): DeclarationReading {
  const statements = new Statements();
  const datasets = datasetsOf(root);
  for (const dataset of datasets) readDataset(dataset, datasets.length === 1, statements);
  return { statements: statements.list, columns: [], dataFiles: undefined, tags: [] };
}

/** The datasets of a document: it is one, or holds them under their names. */
export function datasetsOf(root: ObjectValue): ObjectValue[] {
  if (isDataset(root)) return [root];
  return root.members.flatMap(({ value }) => (value.type === 'object' && isDataset(value) ? [value] : []));
}

const isDataset = (value: ObjectValue) => member(value, 'Unique Dataset Identifier') !== undefined;

/** What made the text of a dataset. */
export interface ModelGenerated {
  /** Models and other programs, as they are named. */
  generators: TextValue[];
  /** Digital source types with the generator that implies each. */
  origins: Said[];
  /** The one origin is that of every record: nothing else went into the dataset. */
  whole: boolean;
}

export function modelGenerated(dataset: ObjectValue): ModelGenerated {
  const generators = textsAt(dataset, 'Model Generated');
  const pure =
    textsAt(dataset, 'Text Sources').length === 0 && textAt(dataset, 'Human Annotation')?.text.trim() === 'No';
  const origins = new Map<string, Said>();
  for (const generator of generators) {
    const other = OTHER_GENERATORS.find(([pattern]) => pattern.test(generator.text.trim()))?.[1];
    const value = other ?? (pure ? 'trainedAlgorithmicMedia' : 'compositeSynthetic');
    if (!origins.has(value)) origins.set(value, { ...spanOf(generator), value });
  }
  return { generators, origins: [...origins.values()], whole: pure && origins.size === 1 };
}

function readDataset(dataset: ObjectValue, alone: boolean, statements: Statements): void {
  const { generators, origins, whole } = modelGenerated(dataset);
  const count = (listed: number) => (alone ? listed : MANY);
  statements.sayEach('digital_source_type', origins, REACH, whole ? count(1) : MANY);
  statements.sayEach('generator', generators.map(asSaid), REACH, whole ? count(generators.length) : MANY);
  const sources = textsAt(dataset, 'Text Sources');
  const places = sources.filter(({ text }) => !NO_PLACE.test(text.trim()));
  statements.sayEach('source', places.map(asSaid), REACH, count(sources.length));
  const parents = textsAt(dataset, 'Derived from Datasets');
  const ids = parents.map((parent) => ({ ...spanOf(parent), value: [parent.text.trim()] }));
  statements.sayEach('derived_from', ids, REACH, count(parents.length));
  const licenses = objectsAt(dataset, 'Licenses');
  statements.sayEach('license', licenses.flatMap(licenseOf), REACH, count(licenses.length));
}

/** More values than one: none of them is that of every record. */
const MANY = Number.POSITIVE_INFINITY;

/** A licence by its name, else by an address that means one exactly; others only lead to where it should be said. */
function licenseOf(license: ObjectValue): Said[] {
  const name = textAt(license, 'License');
  const url = textAt(license, 'License URL');
  return namedLicense([
    ...(name && !NO_LICENSE.test(name.text.trim()) ? [name] : []),
    ...(url && 'expression' in readLicense(url.text) ? [url] : []),
  ]);
}
