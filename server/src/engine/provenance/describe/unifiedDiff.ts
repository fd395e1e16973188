import type { Edit } from '../write';

/** Unchanged lines shown around a change. */
const CONTEXT = 3;

interface Change {
  /** Lines from `start` up to `end` of the text before are replaced. */
  start: number;
  end: number;
  lines: readonly string[];
}

/**
 * The edits of a text as a unified diff. They are known, so nothing has to be guessed: lines that an edit leaves as they
 * are at its ends are shown as unchanged.
 *
 * @param name path to show for both sides
 * @param edits not overlapping
 * @returns lines of the diff, without their ends; none where nothing changes
 */
export function unifiedDiff(name: string, before: string, edits: readonly Edit[]): string[] {
  const lines = linesOf(before);
  const changes = merge(changesOf(lines, before, edits));
  if (changes.length === 0) return [];
  const diff = [`--- ${name}`, `+++ ${name}`];
  let shift = 0;
  for (const hunk of hunksOf(changes)) {
    const from = Math.max(0, hunk[0]!.start - CONTEXT);
    const to = Math.min(lines.length, hunk[hunk.length - 1]!.end + CONTEXT);
    const body: string[] = [];
    let at = from;
    let grown = 0;
    for (const { start, end, lines: added } of hunk) {
      for (const line of lines.slice(at, start)) body.push(...shown(' ', line));
      for (const line of lines.slice(start, end)) body.push(...shown('-', line));
      for (const line of added) body.push(...shown('+', line));
      grown += added.length - (end - start);
      at = end;
    }
    for (const line of lines.slice(at, to)) body.push(...shown(' ', line));
    const range = (start: number, count: number) => `${count === 0 ? start : start + 1},${count}`;
    diff.push(`@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@`, ...body);
    shift += grown;
  }
  return diff;
}

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];

function shown(sign: string, line: string): string[] {
  const content = line.replace(/(?:\r\n|\n|\r)$/, '');
  return content.length < line.length ? [sign + content] : [sign + content, '\\ No newline at end of file'];
}

function changesOf(lines: readonly string[], before: string, edits: readonly Edit[]): Change[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const changes: Change[] = [];
  let line = 0;
  for (let i = 0; i < sorted.length; ) {
    while (line + 1 < starts.length && starts[line + 1]! <= sorted[i]!.start) line++;
    const first = Math.min(line, lines.length);
    let end = lines.length === 0 ? 0 : first + 1;
    let text = '';
    let at = starts[first] ?? 0;
    for (;;) {
      // Every edit that begins on the lines touched so far belongs to the same change.
      for (; i < sorted.length && (sorted[i]!.start < (starts[end] ?? before.length) || end >= lines.length); i++) {
        const edit = sorted[i]!;
        text += before.slice(at, edit.start) + edit.newText;
        at = edit.end;
        while (end < lines.length && starts[end]! < edit.end) end++;
      }
      const rest = before.slice(at, starts[end] ?? before.length);
      text += rest;
      at += rest.length;
      // Where a line end was taken away, the next line became part of this one.
      if (end >= lines.length || text === '' || /[\r\n]$/.test(text)) break;
      end++;
    }
    changes.push(trimmed(lines, { start: first, end, lines: linesOf(text) }));
  }
  return changes.filter(({ start, end, lines: added }) => start < end || added.length > 0);
}

/** A change without the lines that it leaves as they are at its ends. */
function trimmed(lines: readonly string[], { start, end, lines: added }: Change): Change {
  let head = 0;
  while (start + head < end && head < added.length && lines[start + head] === added[head]) head++;
  let tail = 0;
  while (
    end - tail > start + head &&
    added.length - tail > head &&
    lines[end - tail - 1] === added[added.length - tail - 1]
  )
    tail++;
  return { start: start + head, end: end - tail, lines: added.slice(head, added.length - tail) };
}

/** Changes that touch are one. */
function merge(changes: readonly Change[]): Change[] {
  const merged: Change[] = [];
  for (const change of changes) {
    const last = merged[merged.length - 1];
    if (last && change.start <= last.end) {
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, change.end),
        lines: [...last.lines, ...change.lines],
      };
    } else merged.push(change);
  }
  return merged;
}

/** Changes so near to each other that what is shown around them overlaps. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks[hunks.length - 1];
    if (last && change.start - last[last.length - 1]!.end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}
