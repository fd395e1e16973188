import { type Found, type Path, select } from '../records/path';
import type { Value } from '../records/value';
import type { Signature } from './shape';

/** Entries of a map looked at to tell what kind of map it is. */
const ENTRIES = 5;

const heads = new Map<Path, string>();

/** The top-level key that must be there for anything to stand at a path; empty where the path starts elsewhere. */
function headOf(path: Path): string {
  let head = heads.get(path);
  if (head === undefined) {
    head = /^[^.[]*/.exec(path)![0];
    heads.set(path, head);
  }
  return head;
}

/**
 * One record as signatures see it. Its top-level keys are indexed and every path is followed once at most, so that
 * trying a hundred shapes costs about as much as trying those that share a key with the record.
 */
export class RecordView {
  readonly keys: ReadonlySet<string>;
  private readonly found = new Map<Path, Found[]>();

  constructor(readonly root: Value) {
    this.keys = new Set(root.type === 'object' ? root.members.map(({ key }) => key) : []);
  }

  at(path: Path): Found[] {
    const head = headOf(path);
    if (head !== '' && !this.keys.has(head) && !this.keys.has(path)) return NOTHING;
    let found = this.found.get(path);
    if (!found) {
      found = select(this.root, path);
      this.found.set(path, found);
    }
    return found;
  }

  has(path: Path): boolean {
    return this.at(path).length > 0;
  }
}

const NOTHING: Found[] = [];

/** Whether a record satisfies every term of a signature. */
export function fits(view: RecordView, signature: Signature): boolean {
  const { has, hasAny, lacks, only, is, matches, type, key, members } = signature;
  if (has && !has.every((path) => view.has(path))) return false;
  if (hasAny && !hasAny.every((group) => group.some((path) => view.has(path)))) return false;
  if (lacks?.some((path) => view.has(path))) return false;
  if (only && ![...view.keys].every((name) => only.includes(name))) return false;
  if (is && !Object.entries(is).every(([path, values]) => areAll(view.at(path), values))) return false;
  if (matches && !Object.entries(matches).every(([path, pattern]) => someMatches(view.at(path), pattern))) return false;
  if (type && !Object.entries(type).every(([path, wanted]) => view.at(path)[0]?.value.type === wanted)) return false;
  if (key && ![...view.keys].some((name) => key.test(name))) return false;
  if (members && !entriesHave(view.root, members.has)) return false;
  return true;
}

function areAll(found: Found[], values: readonly string[]): boolean {
  return found.length > 0 && found.every(({ value }) => value.type === 'string' && values.includes(value.text));
}

function someMatches(found: Found[], pattern: RegExp): boolean {
  return found.some(
    ({ value }) => value.type === 'string' && value.end - value.start < 1000 && pattern.test(value.text),
  );
}

function entriesHave(root: Value, paths: readonly Path[]): boolean {
  if (root.type !== 'object' || root.members.length === 0) return false;
  return root.members.slice(0, ENTRIES).every(({ value }) => paths.every((path) => select(value, path).length > 0));
}

/** A signature in words that complete "the records have …". */
export function describe({ has, hasAny, only, is, type, key, members }: Signature): string {
  const paths = [...new Set([...(has ?? []), ...Object.keys(is ?? {}), ...Object.keys(type ?? {})])];
  const parts = paths.slice(0, 6);
  if (paths.length > parts.length) parts.push('…');
  for (const group of hasAny ?? []) parts.push(group.length > 4 ? `${group.slice(0, 4).join('|')}|…` : group.join('|'));
  if (key) parts.push(`a key like ${key.source}`);
  if (members) parts.push(`entries with ${members.has.join(', ')}`);
  const listed = parts.join(', ') || 'its context';
  return only ? `${listed} and no foreign keys` : listed;
}
