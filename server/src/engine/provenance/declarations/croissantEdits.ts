import type { ArrayValue, Member, ObjectValue, Value } from '../../records/value';
import { type Edit, indentAt, insertMembers, jsonStyle, memberGap } from '../write';
import { namespaceOf } from './croissantContext';
import { CroissantDocument } from './croissantDocument';

/** The source of a description and the tree read from it. */
export interface CroissantText {
  source: string;
  root: ObjectValue;
}

/** What a new member holds. */
export type Json = string | boolean | readonly Json[] | { readonly [key: string]: Json };

export function renameKey({ keyStart, keyEnd }: Member, key: string): Edit {
  return { start: keyStart, end: keyEnd, newText: JSON.stringify(key) };
}

/** Adds members to a node after its others, in their layout; names are written as the context can. */
export function insertProperties(
  { source, root }: CroissantText,
  node: ObjectValue,
  properties: readonly (readonly [name: string, value: Json])[],
): Edit {
  const { context } = CroissantDocument.of(root);
  const style = jsonStyle(source, node);
  const layout =
    node.members.length > 0 ? layoutAfter(memberGap(source, node, style), indentAt(source, node.start)) : FLAT;
  const added = properties.map(([name, value]): [string, string] => [context.write(name), render(value, layout)]);
  return insertMembers(source, node, added, style);
}

/** Writes properties: over an empty value where there is one, else as new members. */
export function insertOrFill(
  text: CroissantText,
  node: ObjectValue,
  properties: readonly (readonly [name: string, value: Json])[],
): Edit[] {
  const document = CroissantDocument.of(text.root);
  const edits: Edit[] = [];
  const absent: (readonly [name: string, value: Json])[] = [];
  for (const property of properties) {
    const [name, value] = property;
    const empty = document.members(node, name)[0]?.value;
    if (empty) edits.push({ start: empty.start, end: empty.end, newText: JSON.stringify(value) });
    else absent.push(property);
  }
  return absent.length > 0 ? [...edits, insertProperties(text, node, absent)] : edits;
}

/** Adds values to a property that may have several, and keeps those that it has. */
export function addValues(text: CroissantText, node: ObjectValue, name: string, values: readonly Json[]): Edit[] {
  const present = CroissantDocument.of(text.root).members(node, name)[0]?.value;
  if (!present) return [insertProperties(text, node, [[name, values]])];
  if (present.type === 'array') return [addItems(text.source, present, values)];
  return asList(text.source, present, values);
}

function addItems(source: string, list: ArrayValue, values: readonly Json[]): Edit {
  const last = list.items[list.items.length - 1];
  if (!last) return { start: list.start, end: list.end, newText: JSON.stringify(values) };
  const before = list.items[list.items.length - 2];
  const gap = /\s*$/.exec(source.slice(before ? before.end : list.start + 1, last.start))![0];
  const layout = layoutAfter(gap, indentAt(source, list.start));
  const written = values.map((value) => `,${gap || ' '}${render(value, layout)}`);
  return { start: last.end, end: last.end, newText: written.join('') };
}

/** A value that stands alone becomes the first of a list. */
function asList(source: string, { start, end }: Value, values: readonly Json[]): Edit[] {
  const indent = indentAt(source, start);
  const isBlock = /[\r\n]/.test(source.slice(start, end));
  const layout = isBlock ? layoutAfter(`${eolOf(source)}${indent}`, indent.slice(0, -2)) : FLAT;
  return [
    { start, end: start, newText: '[' },
    { start: end, end, newText: `${values.map((value) => `, ${render(value, layout)}`).join('')}]` },
  ];
}

/** Declares a prefix in the context of the document. */
export function declarePrefix({ source, root }: CroissantText, prefix: string): Edit[] {
  const iri = namespaceOf(prefix);
  const { value } = CroissantDocument.of(root).context;
  const holder = value?.type === 'array' ? value.items.findLast((item) => item.type === 'object') : value;
  if (!value)
    return [insertMembers(source, root, [['@context', JSON.stringify({ [prefix]: iri })]], jsonStyle(source, root))];
  if (holder?.type === 'object') {
    return [insertMembers(source, holder, [[prefix, JSON.stringify(iri)]], jsonStyle(source, holder))];
  }
  return value.type === 'array'
    ? [addItems(source, value, [{ [prefix]: iri }])]
    : asList(source, value, [{ [prefix]: iri }]);
}

/** How deep what is written stands, and by how much it goes deeper; without it everything goes on one line. */
interface Layout {
  eol: string;
  indent: string;
  unit: string;
}

const FLAT = undefined;

function layoutAfter(gap: string, outer: string): Layout | undefined {
  const eol = /\r\n|[\r\n]/.exec(gap)?.[0];
  if (eol === undefined) return FLAT;
  const indent = /[^\r\n]*$/.exec(gap)![0];
  return {
    eol,
    indent,
    unit: indent.startsWith(outer) && indent.length > outer.length ? indent.slice(outer.length) : '  ',
  };
}

function render(value: Json, layout: Layout | undefined): string {
  if (!layout) return JSON.stringify(value);
  return JSON.stringify(value, null, layout.unit.slice(0, 10)).replaceAll('\n', layout.eol + layout.indent);
}

const eolOf = (source: string) => /\r\n|[\r\n]/.exec(source)?.[0] ?? '\n';
