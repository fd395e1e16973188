import { firstKey, isFilled, type Path, select } from '../records/path';
import type { Range } from '../records/position';
import type { DatasetRecord } from '../records/record';
import type { Member, ObjectValue, Value } from '../records/value';
import type { Shape } from '../shapes/shape';
import { fieldForKey, type ProvenanceField, provenanceFields } from './fields';

/** What a provenance field is asserted to be. */
export type AssertedValue = string | number | readonly string[];

/** A level at which provenance can be declared, nearest first; the nearest that asserts a field wins. */
export const SCOPES = ['turn', 'record', 'sidecar', 'column', 'file', 'split', 'directory', 'dataset'] as const;
export type Scope = (typeof SCOPES)[number];

/** A place in another file that asserts something. */
export interface Place {
  file: string;
  range: Range;
}

/** One statement about one provenance field. */
export interface Assertion {
  field: ProvenanceField;
  value: AssertedValue;
  scope: Scope;
  /** Where it stands, for every scope but those within the record. */
  place?: Place;
  /** Where it stands in the record. */
  own?: OwnPlace;
}

export interface OwnPlace {
  path: Path;
  value: Value;
  /** `canonical`: our keys; `native`: a field of the record's shape; `implied`: follows from a native field. */
  by: 'canonical' | 'native' | 'implied';
}

/** A provenance key that a record carries, whether or not it is filled. */
export interface CarriedKey {
  field: ProvenanceField;
  path: Path;
  value: Value;
  member: Member | undefined;
  native: boolean;
}

/** Objects that hold the canonical keys, nearest first. */
export const CONTAINERS: readonly Path[] = ['provenance', 'metadata.provenance', 'meta.provenance'];

/** Canonical keys that mean nothing else, wherever they stand at the top level. */
export const BARE_KEYS: ReadonlySet<string> = new Set([
  'digital_source_type',
  'generation_depth',
  'derived_from',
  'annotations_creator',
]);
const CANONICAL = new Set<string>(provenanceFields.map(({ field }) => field));

/** The provenance keys of a record, canonical ones first. */
export function carriedKeys(root: Value, shape: Shape): readonly CarriedKey[] {
  if (root.type !== 'object' || !mentionsProvenance(root, shape)) return NO_KEYS;
  const keys: CarriedKey[] = [];
  for (const container of CONTAINERS) {
    for (const { value } of select(root, container)) {
      if (value.type !== 'object') continue;
      for (const [field, member] of carrying(value, fieldForKey)) {
        keys.push({ field, path: `${container}.${member.key}`, value: member.value, member, native: false });
      }
    }
  }
  for (const [field, member] of carrying(root, topLevelField)) {
    keys.push({ field, path: member.key, value: member.value, member, native: false });
  }
  for (const { path, field } of shape.provenance) {
    if (keys.some((key) => key.path === path)) continue;
    for (const { value, member } of select(root, path)) keys.push({ field, path, value, member, native: true });
  }
  return keys;
}

const NO_KEYS: readonly CarriedKey[] = [];

/** Keys of a record under which provenance can stand, by shape. */
const heads = new WeakMap<Shape, ReadonlySet<string>>();

/** A look at the keys of the record: most records of an undeclared dataset need no closer one. */
function mentionsProvenance({ members }: ObjectValue, shape: Shape): boolean {
  let keys = heads.get(shape);
  if (!keys) {
    const paths = [...CONTAINERS, ...shape.provenance.map(({ path }) => path)];
    keys = new Set([...BARE_KEYS, ...paths.flatMap((path) => [path, firstKey(path) ?? path])]);
    heads.set(shape, keys);
  }
  for (const { key } of members) if (keys.has(key) || key.startsWith('provenance.')) return true;
  return false;
}

/** The field that a key of the record itself means in any shape: a bare canonical key, or a flattened `provenance.…`. */
function topLevelField(key: string): ProvenanceField | undefined {
  const flat = key.startsWith('provenance.') ? key.slice('provenance.'.length) : key;
  return (flat === key ? BARE_KEYS : CANONICAL).has(flat) ? (flat as ProvenanceField) : undefined;
}

/**
 * Members of an object that carry a field. Of a repeated key the last one counts, as everywhere; canonical names come
 * before their synonyms.
 */
function carrying(
  { members }: ObjectValue,
  fieldOf: (key: string) => ProvenanceField | undefined,
): [ProvenanceField, Member][] {
  const found: [ProvenanceField, Member][] = [];
  for (const member of members) {
    const field = fieldOf(member.key);
    if (!field) continue;
    const before = found.findIndex(([, { key }]) => key === member.key);
    if (before >= 0) found[before] = [field, member];
    else found.push([field, member]);
  }
  const synonym = ([field, { key }]: [ProvenanceField, Member]) => (key === field ? 0 : 1);
  return found.length > 1 ? found.sort((a, b) => synonym(a) - synonym(b)) : found;
}

/** What a record asserts of itself, nearest first: canonical keys, then native fields, then what those imply. */
export function recordAssertions(record: DatasetRecord, shape: Shape): Assertion[] {
  return record.root ? assertionsOf(carriedKeys(record.root, shape), shape) : [];
}

/** What the provenance keys of a record assert. */
export function assertionsOf(keys: readonly CarriedKey[], shape: Shape): Assertion[] {
  const assertions: Assertion[] = [];
  const implied: Assertion[] = [];
  for (const key of keys) {
    const own = (by: OwnPlace['by']): OwnPlace => ({ path: key.path, value: key.value, by });
    if (!key.native) {
      const value = key.field === 'digital_source_type' ? originValue(key.value) : assertedValue(key.value);
      if (value !== undefined) assertions.push({ field: key.field, value, scope: 'record', own: own('canonical') });
      continue;
    }
    const native = shape.provenance.find(({ path }) => path === key.path)!;
    const said = assertedValue(key.value);
    if (said === undefined) continue;
    const meant = native.values ? meaning(native.values, String(said)) : said;
    if (meant !== null) {
      assertions.push({ field: key.field, value: meant, scope: 'record', own: own('native') });
    }
    if (native.implies && isFilled(key.value)) {
      implied.push({ field: 'digital_source_type', value: native.implies, scope: 'record', own: own('implied') });
    }
  }
  return implied.length > 0 ? [...assertions, ...implied] : assertions;
}

/** The asserted value of a filled field; undefined where it says nothing, or is no kind of value that could. */
export function assertedValue(value: Value): AssertedValue | undefined {
  if (value.type === 'string') return value.text.trim() === '' ? undefined : value.text;
  if (value.type === 'number') return value.value as number;
  if (value.type === 'boolean') return String(value.value);
  if (value.type !== 'array') return undefined;
  const items = value.items.flatMap((item) => (item.type === 'string' && item.text.trim() !== '' ? [item.text] : []));
  return items.length > 0 ? items : undefined;
}

/** What a listed value means; one not listed says nothing, not even where it is the name of an object's method. */
function meaning(values: Record<string, string | null>, said: string): string | null {
  return Object.hasOwn(values, said) ? values[said]! : null;
}

/** `synthetic: true` asserts a machine; `false` asserts no person, since a page of numbers is not synthetic either. */
export function originValue(value: Value): AssertedValue | undefined {
  if (value.type === 'boolean') return value.value ? 'trainedAlgorithmicMedia' : undefined;
  return assertedValue(value);
}

/** A value in words, for messages. */
export function sayValue(value: AssertedValue): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}
