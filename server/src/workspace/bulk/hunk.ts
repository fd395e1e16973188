import { applyEdits } from '../../engine/fix';
import type { Edit } from '../../engine/provenance/write';

/** Edits of one piece of a file: a record, a line of a sidecar, or a configuration. */
export interface Change {
  /** File that changes. */
  path: string;
  /** Record the change is about, from 0; null for a declaration. */
  row: number | null;
  /** Line at which the piece starts, from 0. */
  line: number;
  /** The piece as it is; empty for a line that is added. */
  source: string;
  edits: readonly Edit[];
}

/** Lines that are replaced by others, as in a unified diff without context. */
export interface Hunk {
  /** Number of the first line that is removed, or before which lines are added, from 0. */
  line: number;
  removed: string[];
  added: string[];
}

/** The changed lines of a change: of the piece only, without what else stands on its first and last line. */
export function hunksOf({ line, source, edits }: Change): Hunk[] {
  if (source === '') return [{ line, removed: [], added: linesOf(edits.map(({ newText }) => newText).join('')) }];
  const starts = lineStarts(source);
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const first = lineAt(starts, edit.start);
    const last = lineAt(starts, edit.end);
    const before = groups.at(-1);
    if (before && first <= before.last) {
      before.last = Math.max(before.last, last);
      before.edits.push(edit);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups.map(({ first, last, edits }) => {
    const from = starts[first]!;
    const text = source.slice(from, starts[last + 1]);
    const moved = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    return { line: line + first, removed: linesOf(text), added: linesOf(applyEdits(text, moved)) };
  });
}

/** Units shown of a line where it changes, and before it. */
const SHOWN = 160;
const LEAD = 40;

/** A hunk with long lines cut down to where they differ. */
export function shortened({ line, removed, added }: Hunk): Hunk {
  const from = (index: number) => {
    const pair = [removed[index] ?? '', added[index] ?? ''] as const;
    return Math.max(...pair.map(({ length }) => length)) <= SHOWN ? 0 : Math.max(0, firstDifference(...pair) - LEAD);
  };
  const cut = (text: string, index: number) => {
    const start = from(index);
    const end = start + SHOWN;
    return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  };
  return { line, removed: removed.map(cut), added: added.map(cut) };
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

/** The line that holds an offset, by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
