import { fieldForKey, type ProvenanceField } from '../provenance/fields';
import { isFilled, type Path } from '../records/path';
import { type Member, member, type Value } from '../records/value';
import { originFlag, originLabel } from './native';
import type { NativeField } from './shape';

/** Objects in which records of any shape keep what is about them. */
export const BAGS = ['metadata', 'meta'] as const;

/** Names of a class label, whose classes may be origins. */
const LABELS = new Set([
  'label',
  'labels',
  'class',
  'category',
  'type',
  'kind',
  'origin',
  'author_type',
  'written_by',
  'text_type',
]);
/** In records that answer one another `parent` is what is answered, not what the text derives from. */
const ANSWERS = ['role', 'author', 'user', 'by', 'replies', 'kids', 'children', 'thread_id', 'parent_id'];
/** Keys beyond which a record is not looked through. */
const MEMBERS = 500;
/** Share of the values that must be what the field holds. */
const PLAUSIBLE = 0.8;

/** Keys of records of no known shape that assert provenance, judged by name and values. */
export function findNativeFields(roots: readonly Value[]): NativeField[] {
  const values = new Map<Path, Value[]>();
  let answering = false;
  for (const root of roots) {
    if (root.type !== 'object') continue;
    answering ||= ANSWERS.some((key) => member(root, key) !== undefined);
    collect(root.members, '', values);
    for (const bag of BAGS) {
      const inner = member(root, bag)?.value;
      if (inner?.type === 'object') collect(inner.members, `${bag}.`, values);
    }
  }
  const found: NativeField[] = [];
  for (const [path, seen] of values) {
    const key = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const field = fieldForKey(key);
    if (LABELS.has(key)) found.push(originLabel(path));
    else if (key === 'generated') found.push(originFlag(path));
    else if (!field || (field === 'derived_from' && answering)) continue;
    else if (field === 'digital_source_type' && seen.every(isFlag)) found.push(originFlag(path));
    else if (seen.filter((value) => isPlausible(field, value)).length >= seen.length * PLAUSIBLE)
      found.push({ path, field });
  }
  return found;
}

function collect(members: readonly Member[], prefix: string, values: Map<Path, Value[]>): void {
  for (const { key, value } of members.slice(0, MEMBERS)) {
    const name = key.toLowerCase();
    if (!isFilled(value) || key.includes('.') || key.includes('[]')) continue;
    if (!LABELS.has(name) && name !== 'generated' && !fieldForKey(key)) continue;
    const seen = values.get(prefix + key);
    if (seen) seen.push(value);
    else values.set(prefix + key, [value]);
  }
}

const isFlag = (value: Value) =>
  value.type === 'boolean' ||
  (value.type === 'number' && (value.value === 0 || value.value === 1)) ||
  (value.type === 'string' && /^(?:true|false|[01])$/i.test(value.text));

/** Whether a value is of the kind the field holds, its name aside: a `source` of three sentences is text. */
function isPlausible(field: ProvenanceField, value: Value): boolean {
  switch (field) {
    case 'created':
    case 'added':
      if (value.type === 'number') return isTime(value.value as number);
      return value.type === 'string' && value.end - value.start < 80 && /\d{4}|\d[/.-]\d/.test(value.text);
    case 'generation_depth':
      return value.type === 'number' && Number.isInteger(value.value);
    case 'derived_from':
      return value.type === 'array' || isShort(value);
    case 'generator':
      return isShort(value) && !/^[\d.,\s%-]*$/.test(value.text);
    default:
      return isShort(value) || (value.type === 'array' && value.items.every(isShort));
  }
}

/** Seconds or milliseconds since 1970, or a year. */
const isTime = (value: number) =>
  (value >= 1e8 && value < 1e14) || (Number.isInteger(value) && value > 1000 && value < 2200);

function isShort(value: Value): value is Extract<Value, { type: 'string' }> {
  return value.type === 'string' && value.end - value.start < 500 && value.text.split(/\s+/, 13).length < 13;
}
