import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Edit } from '../engine/provenance/write';

/**
 * Edits of a configuration's text that declare values for files: in the last declaration when that is about the same
 * files, since it wins over those before it, else in a new one after it. All other text, comments too, stays as it is.
 *
 * @returns undefined when the text is no object, or its declarations are no list
 */
export function declare(
  text: string,
  files: string | readonly string[],
  values: Record<string, unknown>,
): Edit[] | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return undefined;
  const list = findNodeAtLocation(root, ['provenance']);
  const layout = layoutOf(text);
  if (!list) {
    const declarations = (at: Place) => `"provenance": ${render([{ files, ...values }], at, layout)}`;
    return append(text, root, declarations, layout);
  }
  if (list.type !== 'array') return undefined;
  const last = list.children?.[list.children.length - 1];
  if (last?.type === 'object' && isAbout(last, files)) return setValues(text, last, values, layout);
  return append(text, list, (at) => render({ files, ...values }, at, layout), layout);
}

interface Layout {
  indent: string;
  eol: string;
}

/** Where something is inserted: on lines of its own with this indentation, or within a line. */
type Place = { indentation: string } | 'inline';

function layoutOf(text: string): Layout {
  return { indent: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function isAbout(entry: Node, files: string | readonly string[]): boolean {
  const said = findNodeAtLocation(entry, ['files']);
  const globs = (said?.type === 'array' ? (said.children ?? []) : [said]).map((node) => node?.value);
  const wanted = [files].flat();
  return globs.length === wanted.length && globs.every((glob, index) => glob === wanted[index]);
}

function setValues(text: string, entry: Node, values: Record<string, unknown>, layout: Layout): Edit[] {
  const edits: Edit[] = [];
  const added: [string, unknown][] = [];
  for (const [key, value] of Object.entries(values)) {
    const present = findNodeAtLocation(entry, [key]);
    if (!present) added.push([key, value]);
    else edits.push({ start: present.offset, end: endOf(present), newText: JSON.stringify(value) });
  }
  if (added.length === 0) return edits;
  const members = (at: Place) =>
    added
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(at === 'inline' ? ', ' : `,${layout.eol}${at.indentation}`);
  const [first, ...others] = append(text, entry, members, layout);
  // A replaced last value and the comma after it are one edit.
  const touching = first && edits.find(({ end }) => end === first.start);
  if (!first || !touching) return [...edits, ...(first ? [first] : []), ...others];
  touching.newText += first.newText;
  return [...edits, ...others];
}

/** Adds something at the end of an object or array; a comment on the line of what was last stays beside it. */
function append(text: string, container: Node, written: (at: Place) => string, { eol }: Layout): Edit[] {
  const { children = [] } = container;
  const [first] = children;
  const last = children[children.length - 1];
  if (!first || !last) return [{ start: container.offset + 1, end: container.offset + 1, newText: written('inline') }];
  const lead = text.slice(container.offset + 1, first.offset);
  const indentation = /[\r\n]([ \t]*)$/.exec(lead)?.[1];
  const item = indentation === undefined ? ` ${written('inline')}` : `${eol}${indentation}${written({ indentation })}`;
  const end = endOf(last);
  const [, comma, comment] = /^(?:[ \t]*(,))?([ \t]*\/\/[^\r\n]*)?/.exec(text.slice(end))!;
  if (comma) {
    const after = end + text.slice(end).indexOf(',') + 1 + (comment?.length ?? 0);
    return [{ start: after, end: after, newText: item }];
  }
  if (!comment) return [{ start: end, end, newText: `,${item}` }];
  const after = end + comment.length;
  return [
    { start: end, end, newText: ',' },
    { start: after, end: after, newText: item },
  ];
}

function render(value: unknown, at: Place, { indent, eol }: Layout): string {
  if (at === 'inline') return JSON.stringify(value);
  return JSON.stringify(value, null, indent).replaceAll('\n', eol + at.indentation);
}

const endOf = ({ offset, length }: Node) => offset + length;
