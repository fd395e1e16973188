import { type Member, member, type ObjectValue, type Value } from './value';

/**
 * A place in a record: keys separated by dots, `[]` for every element of an array: `conversations[].value`,
 * `meta.pile_set_name`. A key that itself has dots (a flattened CSV column `provenance.license`) is matched whole first.
 */
export type Path = string;

/** A value found by a path, with the member that holds it where it is an object member. */
export interface Found {
  value: Value;
  member: Member | undefined;
  /** The object that has the member. */
  holder?: ObjectValue;
}

type Step = string | typeof EACH;
const EACH = Symbol('each element');
const parsed = new Map<Path, Step[]>();

function steps(path: Path): Step[] {
  let result = parsed.get(path);
  if (!result) {
    result = path.split('.').flatMap((part): Step[] => {
      const depth = part.split('[]').length - 1;
      const key = part.slice(0, part.length - 2 * depth);
      return [...(key ? [key] : []), ...Array<Step>(depth).fill(EACH)];
    });
    parsed.set(path, result);
  }
  return result;
}

/** The key of a record in which everything at a path stands; undefined for the record itself. */
export function firstKey(path: Path): string | undefined {
  const [first] = steps(path);
  return typeof first === 'string' ? first : undefined;
}

/** Every value at a path, in order. */
export function select(root: Value, path: Path): Found[] {
  const all = steps(path);
  const [first] = all;
  if (typeof first === 'string') {
    // Most paths lead nowhere in most records: that is seen with one look at the keys.
    if (root.type !== 'object') return [];
    const whole = all.length === 1 || path.includes('.') ? member(root, path) : undefined;
    if (whole) return [{ value: whole.value, member: whole }];
    if (all.length === 1 || !member(root, first)) return [];
  }
  let found: Found[] = [{ value: root, member: undefined }];
  for (const step of all) {
    const next: Found[] = [];
    for (const { value } of found) {
      if (step === EACH) {
        if (value.type === 'array') for (const item of value.items) next.push({ value: item, member: undefined });
      } else if (value.type === 'object') {
        const at = member(value, step);
        if (at) next.push({ value: at.value, member: at, holder: value });
      }
    }
    if (next.length === 0) return next;
    found = next;
  }
  return found;
}

/** Whether a value says anything: not null, and not an empty string, list or object. */
export function isFilled(value: Value): boolean {
  if (value.type === 'null') return false;
  if (value.type === 'string') return value.end - value.start > 2 ? value.text.trim() !== '' : value.text !== '';
  if (value.type === 'array') return value.items.length > 0;
  if (value.type === 'object') return value.members.length > 0;
  return true;
}
