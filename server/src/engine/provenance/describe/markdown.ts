import { makeVisible } from '../../hiddenCharacters';
import type { Edit } from '../write';

/** Longest value shown, in UTF-16 units. */
const MAX_UNITS = 200;

/**
 * Text of a dataset as a code span within a table cell: no link, image, HTML or comment of it has a meaning there, and a
 * vertical bar does not end the cell.
 */
export function code(text: string): string {
  const cut = text.length > MAX_UNITS ? `${text.slice(0, MAX_UNITS).replace(/[\ud800-\udbff]$/, '')}…` : text;
  const shown = makeVisible(cut.replace(/[\s\u0085]+/g, ' '));
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space on both sides is taken away again; it keeps backticks at the ends from joining the fence.
  const pad = /^[` ]|[` ]$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown.replaceAll('|', '\\|')}${pad}${fence}`;
}

/**
 * A table of GitHub Flavored Markdown.
 *
 * @param rows cells, made safe already; the first column is text, the others are numbers
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

/** Lines between two markers that are ours to write; all else in a document is a person's. */
export interface Section {
  /** Name in the markers, empty for the only one of a document. */
  name: string;
  lines: readonly string[];
}

const marker = (which: 'begin' | 'end', name: string) =>
  `<!-- dataset-hygiene:${which}${name === '' ? '' : ` ${name}`} -->`;

/** A section with its markers. */
export function sectionLines({ name, lines }: Section): string[] {
  return [marker('begin', name), ...lines, marker('end', name)];
}

/**
 * Writes a section anew between its markers.
 *
 * @param from offset in the document from which markers are looked for
 * @returns edits; undefined where there are no such markers; `damaged` where they are not one pair in order
 */
export function replaceSection(source: string, from: number, section: Section): Edit[] | undefined | 'damaged' {
  const begins = findLines(source, from, marker('begin', section.name));
  const ends = findLines(source, from, marker('end', section.name));
  if (begins.length === 0 && ends.length === 0) return undefined;
  const [begin] = begins;
  const [end] = ends;
  if (begins.length !== 1 || ends.length !== 1 || begin!.start > end!.start) return 'damaged';
  const newText = sectionLines(section).join(lineEnd(source));
  if (source.slice(begin!.start, end!.end) === newText) return [];
  return [{ start: begin!.start, end: end!.end, newText }];
}

/** Adds a section at the end of a document, an empty line before it. */
export function appendSection(source: string, section: Section): Edit[] {
  const eol = lineEnd(source);
  const gap = source === '' ? '' : /[\r\n]$/.test(source) ? eol : eol + eol;
  return [{ start: source.length, end: source.length, newText: gap + sectionLines(section).join(eol) + eol }];
}

/** The line end that a document uses. */
export const lineEnd = (source: string): string => /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';

/** Lines that hold nothing but a text; those of a code block are an example, and do not count. */
function findLines(source: string, from: number, text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const line = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
  let fence: string | undefined;
  line.lastIndex = from;
  while (line.lastIndex < source.length) {
    const start = line.lastIndex;
    const content = line.exec(source)![0].trimEnd();
    const ticks = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (ticks) {
      if (fence === undefined) fence = ticks;
      else if (ticks.startsWith(fence) && content.trim() === ticks) fence = undefined;
    } else if (fence === undefined && content === text) found.push({ start, end: start + text.length });
  }
  return found;
}
