import type { FileFacts } from '../../engine/facts';
import { sayValue } from '../../engine/provenance/assertion';
import { type ProvenanceField, provenanceFields } from '../../engine/provenance/fields';
import { pointTo } from '../../engine/records/pointer';
import type { DatasetRecord } from '../../engine/records/record';
import type { Subject } from '../../engine/rules/rule';

/** One thing that is to hold of the records that are meant. */
export type Condition =
  /** No level asserts the field. */
  | { kind: 'missing'; field: ProvenanceField }
  /** The effective value of the field, or one of a list. */
  | { kind: 'provenance'; field: ProvenanceField; value: string }
  /** A value of the record itself, by its JSON pointer: the text of a string, the digits of a number. */
  | { kind: 'member'; pointer: string; value: string }
  | { kind: 'shape'; id: string }
  /** Numbers of records, from 0, both included. */
  | { kind: 'rows'; first: number; last: number };

const FIELDS: ReadonlyMap<string, ProvenanceField> = new Map(provenanceFields.map(({ field }) => [field, field]));

/**
 * Reads a condition: `missing:FIELD`, `shape=ID`, `row=N` or `row=N-M`, `FIELD=VALUE` for a provenance field,
 * `KEY=VALUE` or `/pointer=VALUE` for any other of the record.
 *
 * @throws Error saying what is wrong with it
 */
export function parseCondition(text: string): Condition {
  const missing = /^missing:(.*)$/s.exec(text)?.[1];
  if (missing !== undefined) {
    const field = FIELDS.get(missing);
    if (!field) throw new Error(`There is no provenance field "${missing}".`);
    return { kind: 'missing', field };
  }
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`"${text}" is no condition: FIELD=VALUE, missing:FIELD, shape=ID or row=N.`);
  const key = text.slice(0, at);
  const value = text.slice(at + 1);
  const field = FIELDS.get(key);
  if (field) return { kind: 'provenance', field, value };
  if (key === 'shape') return { kind: 'shape', id: value };
  if (key === 'row') return rows(value);
  return { kind: 'member', pointer: pointerOf(key), value };
}

/** A JSON pointer as it is, or that of a key of the record. */
export function pointerOf(key: string): string {
  return key.startsWith('/') ? key : `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function rows(value: string): Condition {
  const [, first, last = first] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(value) ?? [];
  if (first === undefined) throw new Error(`row takes a number or two, as 3 or 10-20; "${value}" is none.`);
  return { kind: 'rows', first: Number(first), last: Number(last) };
}

/** Whether all conditions hold of a record. */
export function holds(conditions: readonly Condition[], subject: Subject, facts: FileFacts): boolean {
  return conditions.every((condition) => holdsOne(condition, subject, facts));
}

function holdsOne(condition: Condition, { record, provenance }: Subject, facts: FileFacts): boolean {
  switch (condition.kind) {
    case 'missing':
      return provenance.get(condition.field) === undefined;
    case 'provenance': {
      const said = provenance.get(condition.field)?.value;
      if (said === undefined) return false;
      return typeof said === 'object' ? said.includes(condition.value) : sayValue(said) === condition.value;
    }
    case 'member':
      return textAt(record, condition.pointer) === condition.value;
    case 'shape':
      return facts.shape.id === condition.id;
    default:
      return record.row >= condition.first && record.row <= condition.last;
  }
}

/** Text of a plain value of a record: what a string says, and the source of anything but an object or a list. */
export function textAt({ root, source }: DatasetRecord, pointer: string): string | undefined {
  const value = root && pointTo(root, pointer);
  if (!value || value.type === 'object' || value.type === 'array') return undefined;
  return value.type === 'string' ? value.text : source.slice(value.start, value.end);
}
