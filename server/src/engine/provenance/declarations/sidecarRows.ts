import type { Sidecar } from '../../context';
import { recordHash } from '../../records/hash';
import type { DatasetRecord } from '../../records/record';
import { member, type ObjectValue, type Value } from '../../records/value';
import { type Assertion, assertedValue } from '../assertion';
import type { ProvenanceField } from '../fields';

/** What a row of a sidecar asserts, and of which record. */
export interface KeyedRow {
  key: RowKey;
  assertions: readonly Assertion[];
}

export type RowKey =
  /** The record with this id, within a source where one is named (Dolma). Its place and its text may change. */
  | { id: string; source: string | undefined }
  /** The record of this number, as long as its bytes are those that were hashed. */
  | { row: number; hash: string };

/**
 * A sidecar of these rows; of several rows for one record the last one counts. A row for the very bytes
 * of a record is nearer than one for its id, and that within its source nearer than that for the id alone. Bytes are
 * hashed only where there is a row of the record's number.
 *
 * @param unreadable lines that are no rows, counted as rows that belong to no record
 */
export function sidecarOf(file: string, rows: readonly KeyedRow[], unreadable: number): Sidecar {
  const byId = new Map<string, KeyedRow>();
  const byNumber = new Map<number, KeyedRow & { hash: string }>();
  for (const row of rows) {
    if ('id' in row.key) byId.set(idKey(row.key.id, row.key.source), row);
    else byNumber.set(row.key.row, { ...row, hash: row.key.hash });
  }
  const find = (record: DatasetRecord): readonly KeyedRow[] => {
    const numbered = byNumber.get(record.row);
    const ofBytes = numbered && numbered.hash === recordHash(record) ? [numbered] : NO_ROWS;
    const named = byId.size > 0 ? findById(record, byId) : undefined;
    return named ? [...ofBytes, named] : ofBytes;
  };
  return { file, size: byId.size + byNumber.size + unreadable, find: rememberingLast(find) };
}

/** Several sidecars as one; what an earlier one says of a record is nearer. */
export function joinSidecars(sidecars: readonly Sidecar[]): Sidecar | undefined {
  if (sidecars.length < 2) return sidecars[0];
  return {
    file: sidecars.map(({ file }) => file).join(', '),
    size: sidecars.reduce((sum, { size }) => sum + size, 0),
    find: (record) => sidecars.flatMap((sidecar) => sidecar.find(record)),
  };
}

/** The id of a row or a record, and the source in which it counts; undefined where it has no id. */
export function identity(root: ObjectValue): { id: string; source: string | undefined } | undefined {
  const id = member(root, 'id')?.value;
  const source = member(root, 'source')?.value;
  if (id?.type !== 'string' && id?.type !== 'number') return undefined;
  const text = id.type === 'string' ? id.text : String(id.value);
  return text === '' ? undefined : { id: text, source: source?.type === 'string' ? source.text : undefined };
}

/** One assertion of a sidecar's line, placed at the value. */
export function rowAssertion(field: ProvenanceField, value: Value, file: string, line: number): Assertion[] {
  const said = assertedValue(value);
  if (said === undefined) return [];
  const range = { start: { line, column: value.start }, end: { line, column: value.end } };
  return [{ field, value: said, scope: 'sidecar', place: { file, range } }];
}

const NO_ROWS: readonly KeyedRow[] = [];
const idKey = (id: string, source: string | undefined) => JSON.stringify([source ?? null, id]);

function findById({ root }: DatasetRecord, rows: ReadonlyMap<string, KeyedRow>): KeyedRow | undefined {
  const own = root?.type === 'object' ? identity(root) : undefined;
  if (!own) return undefined;
  const within = own.source === undefined ? undefined : rows.get(idKey(own.id, own.source));
  return within ?? rows.get(idKey(own.id, undefined));
}

/** Several rules ask for the same record one after the other. */
function rememberingLast<Result>(find: (record: DatasetRecord) => Result): (record: DatasetRecord) => Result {
  let last: { record: DatasetRecord; result: Result } | undefined;
  return (record) => {
    if (last?.record !== record) last = { record, result: find(record) };
    return last.result;
  };
}
