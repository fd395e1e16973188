import type { Sidecar } from '../context';
import { parseJson } from '../records/jsonParser';
import { defaultLimits } from '../records/limits';
import { member, type ObjectValue } from '../records/value';
import { identity, type KeyedRow, type RowKey, rowAssertion, sidecarOf } from './declarations/sidecarRows';
import { provenanceFields } from './fields';

/** Ending of a row sidecar's name, after the name of its dataset. */
export const SIDECAR_ENDING = '.provenance.jsonl';

/** One line of a row sidecar. */
export interface SidecarRow {
  row: number;
  recordHash: string;
  provenance: Record<string, unknown>;
}

/**
 * Reads a row sidecar, a JSON object a line: `{"row": 0, "recordHash": "sha256:…", "provenance": {…}}`, or by the id of the
 * record `{"source": "…", "id": "…", "provenance": {…}}`, its source only where ids repeat. A later line for a record
 * replaces an earlier one. Lines that are no such object are left out and counted in `unreadable`.
 *
 * @param file name to show as the place of the assertions
 */
export function parseSidecar(text: string, file: string): { sidecar: Sidecar; unreadable: number } {
  const rows: KeyedRow[] = [];
  let unreadable = 0;
  text.split('\n').forEach((source, line) => {
    if (source.trim() === '') return;
    const row = readRow(source.replace(/\r$/, ''), file, line);
    if (row) rows.push(row);
    else unreadable++;
  });
  return { sidecar: sidecarOf(file, rows, unreadable), unreadable };
}

function readRow(source: string, file: string, line: number): KeyedRow | undefined {
  const { root } = parseJson(source, defaultLimits.depth);
  if (root?.type !== 'object') return undefined;
  const provenance = member(root, 'provenance')?.value;
  const key = identity(root) ?? numbered(root);
  if (!key || provenance?.type !== 'object') return undefined;
  const assertions = provenanceFields.flatMap(({ field }) => {
    const own = member(provenance, field)?.value;
    return own ? rowAssertion(field, own, file, line) : [];
  });
  return { key, assertions };
}

function numbered(root: ObjectValue): RowKey | undefined {
  const row = member(root, 'row')?.value;
  const hash = member(root, 'recordHash')?.value;
  return row?.type === 'number' && hash?.type === 'string' ? { row: row.value as number, hash: hash.text } : undefined;
}

/** A row as it is written. */
export function sidecarLine(row: SidecarRow): string {
  return `${JSON.stringify(row)}\n`;
}
