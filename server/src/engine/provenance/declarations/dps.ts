import { member, type ObjectValue, type TextValue } from '../../records/value';
import {
  asSaid,
  namedLicense,
  objectAt,
  objectsAt,
  type Reach,
  type Said,
  Statements,
  spanOf,
  textAt,
  textsAt,
} from './documents';
import { readMethod } from './dpsCodes';
import type { DeclarationReading } from './reading';

const REACH: Reach = { scope: 'dataset' };
/** A description of more words tells how the data came about; a name of a model has few. */
const NAME_WORDS = 4;

/**
 * Reads a document of OASIS Data Provenance Metadata 1.0 or of the Data & Trust Alliance's standards 1.0.0.
 *
 * One method of generation is that of every record; of several that differ, each is that of some. Ways of collecting (crawling,
 * feeds, social media …) leave the author open and say nothing. What `sub-provenance` says is true of what went into the
 * data, so at most of some of it. Its dates are those of the dataset, which no record inherits.
 */
export function readDps(root: ObjectValue): DeclarationReading {
  const statements = new Statements();
  const layers = layersOf(root);
  for (const [depth, layer] of layers.entries()) readLayer(layer, depth === 0, statements);
  const upstream = layers.flatMap((layer) => textAt(layer, 'source') ?? []);
  for (const [index, source] of upstream.entries()) {
    const said = { ...spanOf(source), value: [source.text.trim()] };
    statements.say('derived_from', said, REACH, index === 0 ? 'every' : 'some');
  }
  const use = objectAt(root, 'use');
  const licenses = use ? textsAt(use, 'license') : [];
  const named = licenses.flatMap((license) => namedLicense([license]));
  statements.sayEach('license', named, REACH, licenses.length);
  return { statements: statements.list, columns: [], dataFiles: undefined, tags: [] };
}

/** `provenance` and what it is made of, nearest first: `sub-provenance` nests. */
export function layersOf(root: ObjectValue): ObjectValue[] {
  const layers: ObjectValue[] = objectsAt(root, 'provenance');
  for (let at = 0; at < layers.length; at++) layers.push(...objectsAt(layers[at]!, 'sub-provenance'));
  return layers;
}

function readLayer(layer: ObjectValue, isOwn: boolean, statements: Statements): void {
  const methods = objectsAt(layer, 'generation-method').flatMap((entry) => {
    const code = textAt(entry, 'code');
    return code ? [{ entry, code, origin: readMethod(code.text.trim())?.origin }] : [];
  });
  const agree = isOwn && new Set(methods.map(({ origin }) => origin)).size === 1;
  for (const { entry, code, origin } of methods) {
    if (!origin) continue;
    statements.say('digital_source_type', { ...spanOf(code), value: origin }, REACH, agree ? 'every' : 'some');
    const name = code.text.startsWith('machine-generated') ? modelName(entry) : undefined;
    if (name) statements.say('generator', asSaid(name), REACH, agree && methods.length === 1 ? 'every' : 'some');
  }
  if (!isOwn) return;
  const origins = objectsAt(layer, 'origin');
  const named = origins.flatMap((origin): Said[] => {
    const name = textAt(origin, 'url', 'legal-name', 'name');
    return name ? [asSaid(name)] : [];
  });
  statements.sayEach('source', named, REACH, origins.length);
  const date = textAt(layer, 'date');
  if (date) statements.say('added', asSaid(date), REACH, 'some');
  const period = objectAt(layer, 'generation-period');
  const end = period && textAt(period, 'end', 'start');
  if (end) statements.say('created', asSaid(end), REACH, 'some');
}

/** The description of a method, where it is short enough to be the name of a model. */
function modelName(method: ObjectValue): TextValue | undefined {
  const description = textAt(method, 'long-description', 'description');
  return description && description.text.trim().split(/\s+/, NAME_WORDS + 1).length <= NAME_WORDS
    ? description
    : undefined;
}

/** Whether a document claims to follow OASIS 1.0, whose codes are a closed list. */
export function followsOasis(root: ObjectValue): boolean {
  const schema = member(root, '$schema')?.value;
  if (schema?.type === 'string' && /docs\.oasis-open\.org\/dps\//.test(schema.text)) return true;
  return objectAt(root, 'set') !== undefined;
}
