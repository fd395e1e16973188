import { isFilled, type Path } from '../../records/path';
import { member, type ObjectValue, type Value } from '../../records/value';
import { readLicense } from '../license';
import {
  asSaid,
  itemsAt,
  namedLicense,
  objectAt,
  objectsAt,
  originCode,
  type Reach,
  type Said,
  Statements,
  textAt,
  textsAt,
} from './documents';
import type { DeclarationReading } from './reading';

/** Properties that a resource without them inherits from its package (Data Package Standard v2, data resource). */
export const INHERITED_PROPERTIES = ['licenses', 'sources'] as const;
type InheritedProperty = (typeof INHERITED_PROPERTIES)[number];

/**
 * Reads a Frictionless data package, v1 or v2, and descriptors older than those (`license`, `url`, `web`).
 *
 * The standard has no property for who or what made the text. Where someone declares it all the same, as
 * `digitalSourceType` or in a `provenance` object with our keys, on package, resource or field, it is read. `created` is
 * when the package was made, which is no record's date: no record inherits it.
 */
export function readDatapackage(root: ObjectValue): DeclarationReading {
  const statements = new Statements();
  const resources = objectsAt(root, 'resources');
  for (const resource of resources) readResource(resource, statements);
  const reach: Reach = { scope: 'dataset' };
  for (const property of INHERITED_PROPERTIES) {
    const inheriting = resources.filter((resource) => !declares(resource, property));
    const files = inheriting.flatMap(filesOf);
    const all = inheriting.length === resources.length;
    if (all || files.length > 0) sayProperty(root, property, all ? reach : { ...reach, files }, statements);
  }
  sayCustom(root, reach, statements);
  const created = textAt(root, 'created');
  if (created) statements.say('created', asSaid(created), reach, 'some');
  return {
    statements: statements.list,
    columns: [],
    dataFiles: resources.length > 0 ? resources.flatMap(filesOf) : undefined,
    tags: textsAt(root, 'keywords').map(({ text }) => text),
  };
}

/** Whether a package or a resource has a property at all, or the one that stood for it before v1. */
export function declares(object: ObjectValue, property: InheritedProperty): boolean {
  return keysOf(property).some((key) => {
    const value = member(object, key)?.value;
    return value !== undefined && isFilled(value);
  });
}

const keysOf = (property: InheritedProperty) => (property === 'licenses' ? ['licenses', 'license'] : ['sources']);

function readResource(resource: ObjectValue, statements: Statements): void {
  const files = filesOf(resource);
  // Data in the descriptor, or elsewhere on the web, is no file beside it that a statement could cover.
  if (files.length === 0) return;
  const reach: Reach = { scope: 'file', files };
  for (const property of INHERITED_PROPERTIES) sayProperty(resource, property, reach, statements);
  sayCustom(resource, reach, statements);
  const schema = objectAt(resource, 'schema');
  for (const field of schema ? objectsAt(schema, 'fields') : []) {
    const column: Path | undefined = textAt(field, 'name')?.text;
    if (column !== undefined) sayCustom(field, { scope: 'column', files, column }, statements);
  }
}

function sayProperty(object: ObjectValue, property: InheritedProperty, reach: Reach, statements: Statements): void {
  const listed = keysOf(property).flatMap((key) => itemsAt(object, key));
  if (property === 'licenses') statements.sayEach('license', listed.flatMap(licenseOf), reach, listed.length);
  else statements.sayEach('source', listed.flatMap(sourceOf), reach, listed.length);
}

function licenseOf(license: Value): Said[] {
  if (license.type === 'string') return namedLicense([license]);
  if (license.type !== 'object') return [];
  const title = textAt(license, 'title');
  return namedLicense([
    ...['name', 'id', 'type', 'path', 'url'].flatMap((key) => textAt(license, key) ?? []),
    // A title is prose, and may as well say that there is no licence.
    ...(title && ['spdx', 'alias', 'family'].includes(readLicense(title.text).kind) ? [title] : []),
  ]);
}

/** A source by its address, else by its title. */
function sourceOf(source: Value): Said[] {
  if (source.type === 'string') return source.text.trim() === '' ? [] : [asSaid(source)];
  const said = source.type === 'object' ? textAt(source, 'path', 'web', 'url', 'title', 'name') : undefined;
  return said ? [asSaid(said)] : [];
}

function sayCustom(object: ObjectValue, reach: Reach, statements: Statements): void {
  const origin = textAt(object, 'digitalSourceType', 'digital_source_type');
  if (origin) {
    const code = { ...asSaid(origin), value: originCode(origin.text) };
    statements.say('digital_source_type', code, reach, 'every');
  }
  statements.sayCanonical(member(object, 'provenance')?.value, reach);
}

/**
 * Files beside the descriptor that hold a resource, as globs. A path on the web, or one that leaves the folder, which
 * the standard forbids, is none. `*` and `?` stay wildcards, as frictionless-py reads them.
 */
export function filesOf(resource: ObjectValue): string[] {
  return textsAt(resource, 'path').flatMap(({ text }) => {
    const path = text.trim().replace(/^(?:\.\/)+/, '');
    const leaves = path.startsWith('/') || path.split('/').includes('..');
    return path === '' || leaves || /^[a-z][a-z0-9+.-]*:/i.test(path)
      ? []
      : [`./${path.replace(/[[\]{}()!+@\\]/g, '\\$&')}`];
  });
}
