import { CONTAINERS } from '../provenance/assertion';
import { firstKey, type Path, select } from '../records/path';
import type { Value } from '../records/value';
import { fileRule } from './rule';

interface Kinds {
  path: Path;
  /** Records by kind of value, most of them first. */
  kinds: readonly (readonly [kind: string, records: number])[];
}

/** Records with one kind of value at one path. */
interface Seen {
  count: number;
  rows: number[];
}

const SHOWN_ROWS = 20;
/** Paths told in a message; a file that mixes more has one cause. */
const SHOWN_PATHS = 3;

export const provenanceTypeUnstable = fileRule<readonly Kinds[]>({
  id: 'provenance-type-unstable',
  title: 'A provenance key holds values of several types',
  severity: 'warning',
  what: 'One finding for a file in which a provenance key is a string in some records and a list, an object, a number or a boolean in others. `null` goes with every type, an empty list with every list.',
  why: 'Arrow, Parquet and the Hugging Face library give a column one type: the file does not load, or the values of the rarer type are dropped.',
  fix: 'None: which type is meant, the file says by its majority; write the rarer ones in that way.',
  falsePositives: 'Files that are only ever read line by line.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "a", "provenance": {"digital_source_type": "digitalCreation", "source": "x", "license": "MIT"}}\n{"text": "b", "provenance": {"digital_source_type": "digitalCreation", "source": ["x", "y"], "license": "MIT"}}\n',
    valid:
      '{"text": "a", "provenance": {"digital_source_type": "digitalCreation", "source": "x", "license": "MIT"}}\n{"text": "b", "provenance": {"digital_source_type": "digitalCreation", "source": "x y", "license": "MIT"}}\n',
  },
  references: ['Apache Arrow columnar format', 'Hugging Face datasets: Features'],
  pass: ({ facts }) => {
    const byPath = new Map<Path, Map<string, Seen>>();
    const note = (path: Path, value: Value, row: number) => {
      const kind = kindOf(value);
      if (kind === undefined) return;
      const kinds = byPath.get(path) ?? new Map<string, Seen>();
      byPath.set(path, kinds);
      const seen = kinds.get(kind);
      if (!seen) kinds.set(kind, { count: 1, rows: [row] });
      else if (seen.rows[seen.rows.length - 1] !== row) {
        seen.count++;
        if (seen.rows.length < SHOWN_ROWS) seen.rows.push(row);
      }
    };
    return {
      add: ({ record: { root, row }, carried }) => {
        if (root?.type !== 'object' || facts.format.kind === 'csv') return;
        for (const { path, value } of carried) note(path, value, row);
        // An object that should hold them, and is something else, carries none.
        if (root.members.some(({ key }) => CONTAINER_HEADS.has(key)))
          for (const path of CONTAINERS) for (const { value } of select(root, path)) note(path, value, row);
      },
      finish: () => {
        const rows = new Set<number>();
        const data = [...byPath].flatMap(([path, seen]): Kinds[] => {
          const kinds = inConflict(seen);
          if (kinds.length < 2) return [];
          for (const [, rarer] of kinds.slice(1)) for (const row of rarer.rows) rows.add(row);
          return [{ path, kinds: kinds.map(([kind, { count }]) => [kind, count] as const) }];
        });
        if (data.length === 0) return [];
        return [{ data, rows: [...rows].sort((a, b) => a - b).slice(0, SHOWN_ROWS) }];
      },
    };
  },
  message: (mixed) => {
    const told = mixed.slice(0, SHOWN_PATHS).map(({ path, kinds }) => {
      const counts = kinds.map(([kind, records]) => `${kind} in ${records} ${records === 1 ? 'record' : 'records'}`);
      return `${path} is ${counts.join(', ')}`;
    });
    return `Provenance keys hold values of several types: ${told.join('; ')}${mixed.length > SHOWN_PATHS ? '; …' : ''}.`;
  },
});

const CONTAINER_HEADS: ReadonlySet<string> = new Set(CONTAINERS.map((path) => firstKey(path)!));

/** Type of a value as a column has it; undefined for null, which goes with any type. */
function kindOf(value: Value): string | undefined {
  if (value.type === 'null') return undefined;
  if (value.type !== 'array') return KINDS[value.type];
  const kinds = new Set(value.items.map(({ type }) => type).filter((type) => type !== 'null'));
  if (kinds.size === 0) return EMPTY_LIST;
  const [only] = kinds;
  return kinds.size > 1 ? 'a list of several types' : only === 'array' ? 'a list of lists' : `a list of ${only}s`;
}

const KINDS = { object: 'an object', string: 'a string', number: 'a number', boolean: 'a boolean' } as const;
const EMPTY_LIST = 'an empty list';

/** Kinds at one path by how many records have them; an empty list goes with every other list. */
function inConflict(kinds: ReadonlyMap<string, Seen>): [kind: string, Seen][] {
  const lists = [...kinds.keys()].some((kind) => kind.startsWith('a list'));
  return [...kinds].filter(([kind]) => !(lists && kind === EMPTY_LIST)).sort(([, a], [, b]) => b.count - a.count);
}
