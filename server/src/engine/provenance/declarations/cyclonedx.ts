import type { ObjectValue } from '../../records/value';

import { type ProvenanceField, provenanceFields } from '../fields';
import {
  asSaid,
  licenseExpression,
  namedLicense,
  objectAt,
  objectsAt,
  originCode,
  type Reach,
  type Said,
  Statements,
  spanOf,
  textAt,
  textsAt,
} from './documents';
import type { DeclarationReading } from './reading';

/**
 * Reads the data components of a CycloneDX bill of materials (1.5 or later, JSON).
 *
 * The format has no property for who or what made the text; a `properties` entry named like one of our keys, with or
 * without a namespace (`acme:digital_source_type`), is read as that. Models and programs of the bill are left alone.
 */
export function readCycloneDx(root: ObjectValue): DeclarationReading {
  const statements = new Statements();
  const components = dataComponents(root);
  for (const component of components) readComponent(component, components.length === 1, statements);
  return {
    statements: statements.list,
    columns: [],
    dataFiles: undefined,
    tags: components.flatMap((component) => textsAt(component, 'tags').map(({ text }) => text)),
  };
}

/** Components of type `data` that are no configuration or code: the subject of the bill, its parts, and theirs. */
function dataComponents(root: ObjectValue): ObjectValue[] {
  const metadata = objectAt(root, 'metadata');
  const queue = [...(metadata ? objectsAt(metadata, 'component') : []), ...objectsAt(root, 'components')];
  for (let at = 0; at < queue.length; at++) for (const part of objectsAt(queue[at]!, 'components')) queue.push(part);
  return queue.filter((component) => textAt(component, 'type')?.text === 'data' && isDataset(component));
}

function isDataset(component: ObjectValue): boolean {
  const kinds = objectsAt(component, 'data').flatMap((data) => textAt(data, 'type')?.text ?? []);
  return kinds.length === 0 || kinds.includes('dataset');
}

function readComponent(component: ObjectValue, alone: boolean, statements: Statements): void {
  const reach: Reach = { scope: 'dataset' };
  const count = (listed: number) => (alone ? listed : Number.POSITIVE_INFINITY);
  const licenses = objectsAt(component, 'licenses');
  statements.sayEach('license', licenses.flatMap(licenseOf), reach, count(licenses.length));
  const addresses = objectsAt(component, 'data').flatMap((data) => {
    const contents = objectAt(data, 'contents');
    const url = contents && textAt(contents, 'url');
    return url && /^[a-z][a-z0-9+.-]*:/i.test(url.text.trim()) ? [asSaid(url)] : [];
  });
  statements.sayEach('source', addresses, reach, count(addresses.length));
  const pedigree = objectAt(component, 'pedigree');
  const ancestors = (pedigree ? objectsAt(pedigree, 'ancestors') : []).flatMap((ancestor) => {
    const id = textAt(ancestor, 'purl', 'bom-ref', 'name');
    return id ? [{ ...spanOf(id), value: [id.text.trim()] }] : [];
  });
  statements.sayEach('derived_from', ancestors, reach, count(ancestors.length));
  for (const [field, said] of propertiesOf(component)) statements.sayEach(field, [said], reach, count(1));
}

/** An entry of `licenses`: a licence by id, name or address, or an expression. */
function licenseOf(entry: ObjectValue): Said[] {
  const license = objectAt(entry, 'license');
  const expression = textAt(entry, 'expression');
  if (!license) return expression ? namedLicense([expression]) : [];
  return namedLicense(['id', 'name', 'url'].flatMap((key) => textAt(license, key) ?? []));
}

function propertiesOf(component: ObjectValue): [ProvenanceField, Said][] {
  return objectsAt(component, 'properties').flatMap((property): [ProvenanceField, Said][] => {
    const name = textAt(property, 'name')?.text.split(':').pop();
    const field = name === 'digitalSourceType' ? 'digital_source_type' : CANONICAL.get(name ?? '');
    const value = textAt(property, 'value');
    if (!field || !value) return [];
    const said = asSaid(value);
    if (field === 'digital_source_type') return [[field, { ...said, value: originCode(said.value) }]];
    const license = field === 'license' ? licenseExpression(said.value) : said.value;
    return license === undefined ? [] : [[field, { ...said, value: license }]];
  });
}

/** Keys of ours that a string can hold. */
const CANONICAL: ReadonlyMap<string, ProvenanceField> = new Map(
  provenanceFields.flatMap(({ field, type }) => (type === 'string' ? [[field, field] as const] : [])),
);
