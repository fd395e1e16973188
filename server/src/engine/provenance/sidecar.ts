import type { Sidecar } from '../context';
import { parseJson } from '../records/jsonParser';
import { defaultLimits } from '../records/limits';
import { member } from '../records/value';
import { type Assertion, assertedValue } from './assertion';
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
 * Reads a row sidecar: a JSON object a line, `{"row": 0, "recordHash": "sha256:…", "provenance": {…}}`. A later line for
 * a row replaces an earlier one. Lines that are no such object are left out and counted in `unreadable`.
 *
 * @param file name to show as the place of the assertions
 */
export function parseSidecar(text: string, file: string): { sidecar: Sidecar; unreadable: number } {
  const rows = new Map<number, { hash: string; assertions: Assertion[] }>();
  let unreadable = 0;
  text.split('\n').forEach((source, line) => {
    if (source.trim() === '') return;
    const entry = readRow(source.replace(/\r$/, ''), file, line);
    if (entry) rows.set(entry.row, entry);
    else unreadable++;
  });
  const sidecar: Sidecar = {
    file,
    size: rows.size + unreadable,
    find: (row, recordHash) => {
      const entry = rows.get(row);
      return entry && entry.hash === recordHash() ? entry.assertions : undefined;
    },
  };
  return { sidecar, unreadable };
}

function readRow(source: string, file: string, line: number) {
  const { root } = parseJson(source, defaultLimits.depth);
  if (root?.type !== 'object') return undefined;
  const row = member(root, 'row')?.value;
  const hash = member(root, 'recordHash')?.value;
  const provenance = member(root, 'provenance')?.value;
  if (row?.type !== 'number' || hash?.type !== 'string' || provenance?.type !== 'object') return undefined;
  const assertions: Assertion[] = [];
  for (const { field } of provenanceFields) {
    const said = member(provenance, field);
    const value = said && assertedValue(said.value);
    if (value !== undefined) assertions.push({ field, value, scope: 'sidecar', place: { file, line } });
  }
  return { row: row.value as number, hash: hash.text, assertions };
}

/** A row as it is written. */
export function sidecarLine(row: SidecarRow): string {
  return `${JSON.stringify(row)}\n`;
}
