import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { SIDECAR_ENDING, type SidecarRow, sidecarLine } from '../../engine/provenance/sidecar';
import type { Edit } from '../../engine/provenance/write';
import type { Session } from '../session';
import { currentText, fileEdit } from './workspaceEdits';

/** An edit that writes rows into the sidecar of the dataset at `path`; undefined where the client cannot create it. */
export function sidecarEdit(session: Session, path: string, rows: readonly SidecarRow[]): WorkspaceEdit | undefined {
  const sidecar = path + SIDECAR_ENDING;
  const text = currentText(session, sidecar);
  return fileEdit(session, sidecar, text, rowEdits(text ?? '', rows));
}

/** Edits of a sidecar's text: the line of a row that is there is replaced, the others are appended. */
export function rowEdits(text: string, rows: readonly SidecarRow[]): Edit[] {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const wanted = new Map(rows.map((row) => [row.row, sidecarLine(row).trimEnd()]));
  const lines = new Map<number, Edit>();
  for (const { start, end, row } of entries(text)) {
    const newText = wanted.get(row);
    // Where a row stands twice the later line counts: that one is replaced.
    if (newText !== undefined) lines.set(row, { start, end, newText });
  }
  const added = [...wanted].filter(([row]) => !lines.has(row)).map(([, line]) => line + eol);
  if (added.length === 0) return [...lines.values()];
  const lead = text === '' || /[\r\n]$/.test(text) ? '' : eol;
  const last = [...lines.values()].find(({ end }) => end === text.length);
  // Two edits may not touch at the end of the text: what is appended follows the replaced last line in one edit.
  if (last) last.newText += lead + added.join('');
  else lines.set(-1, { start: text.length, end: text.length, newText: lead + added.join('') });
  return [...lines.values()];
}

/** The lines that are entries, and their rows. */
function* entries(text: string): Generator<{ start: number; end: number; row: number }> {
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const row = rowOf(match[0]);
    if (row !== undefined) yield { start: match.index, end: match.index + match[0].length, row };
  }
}

function rowOf(line: string): number | undefined {
  try {
    const { row } = JSON.parse(line);
    return typeof row === 'number' ? row : undefined;
  } catch {
    return undefined;
  }
}
