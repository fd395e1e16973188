import { csvCell } from '../records/csv';
import type { CsvDialect } from '../records/csvDialect';
import { findFrontMatter } from '../records/frontMatter';
import { select } from '../records/path';
import type { DatasetRecord } from '../records/record';
import { type Member, member, type ObjectValue, type Value } from '../records/value';
import type { Placement, Shape } from '../shapes/shape';
import { type AssertedValue, assertedValue, type CarriedKey, CONTAINERS, carriedKeys, originValue } from './assertion';
import { type ProvenanceField, provenanceFields } from './fields';

/** Replaces `start`–`end` of a record's source. Edits of one fix never overlap. */
export interface Edit {
  start: number;
  end: number;
  newText: string;
}

/** Values to set; null clears a field. */
export type ProvenancePatch = Partial<Record<ProvenanceField, AssertedValue | null>>;

/** What writing needs to know of the file. */
export interface WritingFacts {
  format: { kind: string };
  dialect?: CsvDialect;
  shape: Shape;
  /** Keys of the canonical object as the file has them already; the full set where it has none. */
  provenanceKeys: readonly ProvenanceField[];
}

const ALL_FIELDS: readonly ProvenanceField[] = provenanceFields.map(({ field }) => field);

export { ALL_FIELDS as canonicalKeys };

/**
 * Edits that set provenance fields in a record. A field is set where the record has it already, so that no second value
 * contradicts the first. A new canonical object gets the whole key set of the file, with null where nothing is known,
 * so that every record keeps one Arrow type.
 *
 * @param carried the keys of the record, where they are known
 * @returns undefined when the record has no room for it: consumers of its shape reject unknown keys, or a CSV row
 *   lacks the column
 */
export function writeProvenance(
  record: DatasetRecord,
  patch: ProvenancePatch,
  facts: WritingFacts,
  carried?: readonly CarriedKey[],
): Edit[] | undefined {
  const { root } = record;
  if (root?.type !== 'object') return undefined;
  const keys = carried ?? carriedKeys(root, facts.shape);
  if (facts.format.kind === 'csv') return writeCells(record, keys, patch, facts);
  const style: Style = facts.format.kind === 'text' ? yamlStyle(record.source) : jsonStyle(record.source, root);
  const { edits, missing } =
    keys.length === 0 && !Object.values(patch).includes(null)
      ? { edits: [], missing: patch }
      : setCarried(record.source, patch, keys, style);
  if (Object.keys(missing).length === 0) return edits;
  const added = addFields(record, root, missing, facts, style, keys);
  return added && joined(edits, added);
}

/** Sets the fields that a record carries; the others are missing. */
function setCarried(
  source: string,
  patch: ProvenancePatch,
  keys: readonly CarriedKey[],
  style: Style,
): { edits: Edit[]; missing: ProvenancePatch } {
  const edits: Edit[] = [];
  const missing: ProvenancePatch = {};
  for (const [field, value] of Object.entries(patch) as [ProvenanceField, AssertedValue | null][]) {
    const places = placesOf(field, keys);
    for (const { member } of places) edits.push(...setValue(source, member!, render(value, style), style));
    for (const key of keys) {
      if (isFlagAgainst(key, field, value)) edits.push(...setValue(source, key.member!, 'null', style));
    }
    if (places.length === 0 && value !== null) missing[field] = value;
  }
  return { edits, missing };
}

/** The keys of a record to write a field to: those that assert it, else the first that could. */
function placesOf(field: ProvenanceField, keys: readonly CarriedKey[]): CarriedKey[] {
  const filled: CarriedKey[] = [];
  let first: CarriedKey | undefined;
  for (const key of keys) {
    if (key.field !== field || key.native || key.value.type === 'boolean') continue;
    first ??= key;
    if (assertedValue(key.value) !== undefined) filled.push(key);
  }
  return filled.length === 0 && first ? [first] : filled;
}

/** A flag such as `synthetic: true`, which has no room for a word, where it would say something else from now on. */
function isFlagAgainst(key: CarriedKey, field: ProvenanceField, value: AssertedValue | null): boolean {
  if (key.field !== field || key.native || key.value.type !== 'boolean') return false;
  const said = field === 'digital_source_type' ? originValue(key.value) : assertedValue(key.value);
  return said !== undefined && said !== value;
}

/** Adds fields that the record does not carry: to its canonical object, or with a new one. */
function addFields(
  record: DatasetRecord,
  root: ObjectValue,
  patch: ProvenancePatch,
  facts: WritingFacts,
  style: Style,
  keys: readonly CarriedKey[],
): Edit | undefined {
  const { source } = record;
  const object = containerOf(root);
  if (object) {
    const added = Object.entries(patch).map(([field, value]): [string, string] => [field, render(value, style)]);
    return style.notation === 'json'
      ? insertMembers(source, object, added, style)
      : insertYamlKeys(source, object, added, style);
  }
  const isCarried = (field: ProvenanceField) => keys.some((key) => key.field === field && !key.native);
  const wanted = keys.length === 0 ? facts.provenanceKeys : facts.provenanceKeys.filter((field) => !isCarried(field));
  return style.notation === 'yaml'
    ? writeFrontMatter(record, root, fullObject(patch, wanted), style)
    : insertObject(record, root, objectText(patch, wanted, style), facts.shape.placement, style);
}

/** The canonical object of a record. */
function containerOf(root: ObjectValue): ObjectValue | undefined {
  for (const path of CONTAINERS) {
    const value = select(root, path)[0]?.value;
    if (value?.type === 'object') return value;
  }
  return undefined;
}

/** An insertion right after a value that is itself replaced becomes part of that edit: where two touch, order is lost. */
function joined(edits: Edit[], insertion: Edit): Edit[] {
  const last = edits.find(({ end }) => end === insertion.start);
  if (!last || insertion.end > insertion.start) return [...edits, insertion];
  last.newText += insertion.newText;
  return edits;
}

/** Replaces one value by another, in the notation of the format. */
export function replaceValue(record: DatasetRecord, value: Value, text: string, facts: WritingFacts): Edit {
  const { start, end } = value;
  if (facts.format.kind === 'csv') {
    const { delimiter } = facts.dialect!;
    return { start, end, newText: csvCell(text, delimiter, record.source[start] === '"') };
  }
  if (facts.format.kind === 'text') return { start, end: contentEnd(record.source, value), newText: yamlScalar(text) };
  return { start, end, newText: JSON.stringify(text) };
}

function writeCells(
  record: DatasetRecord,
  keys: readonly CarriedKey[],
  patch: ProvenancePatch,
  facts: WritingFacts,
): Edit[] | undefined {
  // A column whose values are read by a table (a class label, a flag, an answer) has other business than this field.
  const read = new Set(facts.shape.provenance.flatMap(({ path, values }) => (values ? [path] : [])));
  const edits: Edit[] = [];
  for (const [field, value] of Object.entries(patch) as [ProvenanceField, AssertedValue | null][]) {
    const cell = keys.find((key) => key.field === field && !(key.native && read.has(key.path)))?.value;
    if (!cell) {
      if (value === null) continue;
      return undefined;
    }
    const text = value === null ? '' : typeof value === 'object' ? value.join(' ') : String(value);
    const { start, end } = cell;
    const edit = text === '' ? { start, end, newText: '' } : replaceValue(record, cell, text, facts);
    if (edit.newText !== record.source.slice(start, end)) edits.push(edit);
  }
  return edits;
}

/** How a document is laid out, so that what is inserted looks like what is there. */
type Style = JsonStyle | YamlStyle;
export interface JsonStyle {
  notation: 'json';
  colon: string;
  comma: string;
}
interface YamlStyle {
  notation: 'yaml';
  eol: string;
}

export function jsonStyle(source: string, root: ObjectValue): JsonStyle {
  const [first] = root.members;
  const spaced = !first || /^:\s/.test(source.slice(first.keyEnd, first.value.start));
  return { notation: 'json', colon: spaced ? ': ' : ':', comma: spaced ? ', ' : ',' };
}

export function yamlStyle(source: string): YamlStyle {
  return { notation: 'yaml', eol: /\r\n|\n|\r/.exec(source)?.[0] ?? '\n' };
}

function render(value: AssertedValue | null, style: Style): string {
  if (value === null) return 'null';
  if (style.notation === 'yaml') {
    return typeof value === 'object' ? `[${value.map(yamlScalar).join(', ')}]` : yamlScalar(value);
  }
  return typeof value === 'object'
    ? `[${value.map((item) => JSON.stringify(item)).join(style.comma)}]`
    : JSON.stringify(value);
}

/** A YAML scalar that reads back as this value; quoted unless it is plainly a word. */
export function yamlScalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[A-Za-z][\w./@+-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}

/** Replaces the value of a member, unless it reads that way already. */
export function setValue(source: string, { keyEnd, value }: Member, text: string, style: Style): Edit[] {
  const end = style.notation === 'yaml' ? contentEnd(source, value) : value.end;
  if (source.slice(value.start, end) === text) return [];
  if (style.notation === 'json') return [{ start: value.start, end, newText: text }];
  const colon = source.indexOf(':', keyEnd) + 1;
  const ownLine = /[\r\n]/.test(source.slice(colon, value.start));
  // A list or a folded text below its key moves up to it; nothing at all stands anywhere after the colon.
  const start = ownLine || value.start === value.end ? colon : value.start;
  return [
    {
      start,
      end: Math.max(start, ownLine || end > start ? end : start),
      newText: `${start === colon ? ' ' : ''}${text}`,
    },
  ];
}

/** End of a YAML value without the line ends and blanks that its node includes. */
export function contentEnd(source: string, { start, end }: Value): number {
  return start + source.slice(start, end).trimEnd().length;
}

/** Adds members at the end of a JSON object in the layout of its other members. */
export function insertMembers(source: string, object: ObjectValue, added: [string, string][], style: JsonStyle): Edit {
  const written = added.map(([key, text]) => `${JSON.stringify(key)}${style.colon}${text}`);
  const last = object.members[object.members.length - 1];
  if (!last) return { start: object.start, end: object.end, newText: `{${written.join(style.comma)}}` };
  const gap = memberGap(source, object, style);
  return { start: last.value.end, end: last.value.end, newText: written.map((text) => `,${gap}${text}`).join('') };
}

/** White space between a comma and the next key in this object. */
export function memberGap(source: string, object: ObjectValue, style: JsonStyle): string {
  const [first, second] = object.members as [Member, Member | undefined];
  if (second) return /\s*$/.exec(source.slice(first.value.end, second.keyStart))![0];
  const lead = source.slice(object.start + 1, first.keyStart);
  return /[\r\n]/.test(lead) ? lead : style.comma.slice(1);
}

function insertYamlKeys(source: string, object: ObjectValue, added: [string, string][], style: YamlStyle): Edit {
  const written = added.map(([key, text]) => `${key}: ${text}`);
  const last = object.members[object.members.length - 1];
  if (!last) return { start: object.start, end: object.end, newText: `{${written.join(', ')}}` };
  const end = Math.max(last.keyEnd, contentEnd(source, last.value));
  if (source[object.start] === '{') return { start: end, end, newText: written.map((text) => `, ${text}`).join('') };
  const indent = indentAt(source, last.keyStart);
  const lineEnd = /[\r\n]|$/.exec(source.slice(end))!.index + end;
  return { start: lineEnd, end: lineEnd, newText: written.map((text) => `${style.eol}${indent}${text}`).join('') };
}

/** White space between the start of its line and the key at `keyStart`. */
export function indentAt(source: string, keyStart: number): string {
  const lineStart = Math.max(source.lastIndexOf('\n', keyStart - 1), source.lastIndexOf('\r', keyStart - 1)) + 1;
  return /^[ \t]*/.exec(source.slice(lineStart, keyStart))![0];
}

/** The whole key set with the values of the patch. */
function fullObject(patch: ProvenancePatch, keys: readonly ProvenanceField[]): Pair[] {
  const fields = ALL_FIELDS.filter((field) => keys.includes(field) || (patch[field] ?? null) !== null);
  return fields.map((field) => [field, patch[field] ?? null]);
}

type Pair = [ProvenanceField, AssertedValue | null];

/** The object that was written last: bulk changes write the same one into record after record. */
let lastObject: { patch: ProvenancePatch; keys: readonly ProvenanceField[]; layout: string; text: string } | undefined;

/** A whole new canonical object as JSON. */
function objectText(patch: ProvenancePatch, keys: readonly ProvenanceField[], style: JsonStyle): string {
  const layout = style.colon + style.comma;
  const isSame =
    lastObject?.layout === layout && isSameList(lastObject.keys, keys) && isSamePatch(lastObject.patch, patch);
  if (lastObject && isSame) return lastObject.text;
  const written = fullObject(patch, keys).map(
    ([key, value]) => `${JSON.stringify(key)}${style.colon}${render(value, style)}`,
  );
  lastObject = { patch: { ...patch }, keys, layout, text: `{${written.join(style.comma)}}` };
  return lastObject.text;
}

function isSamePatch(a: ProvenancePatch, b: ProvenancePatch): boolean {
  for (const field of ALL_FIELDS) if (a[field] !== b[field]) return false;
  return true;
}

function isSameList(a: readonly ProvenanceField[], b: readonly ProvenanceField[]): boolean {
  return a === b || (a.length === b.length && a.every((field, index) => field === b[index]));
}

function insertObject(
  record: DatasetRecord,
  root: ObjectValue,
  object: string,
  placement: Placement,
  style: JsonStyle,
): Edit | undefined {
  if (placement === 'none') return undefined;
  const { source } = record;
  const key = placement === 'provenance' ? undefined : placement.split('.')[0]!;
  const bag = key === undefined ? root : (member(root, key)?.value ?? key);
  const wrapped = () => `{"provenance"${style.colon}${object}}`;
  if (typeof bag === 'string') return insertMembers(source, root, [[bag, wrapped()]], style);
  if (bag.type === 'null') return { start: bag.start, end: bag.end, newText: wrapped() };
  // A bag that is no object (JSON in a string, a list) cannot hold ours: it goes beside it.
  const holder = bag.type === 'object' ? bag : root;
  const present = member(holder, 'provenance')?.value;
  if (!present) return insertMembers(source, holder, [['provenance', object]], style);
  return present.type === 'null' ? { start: present.start, end: present.end, newText: object } : undefined;
}

function writeFrontMatter(
  { source, faults }: DatasetRecord,
  root: ObjectValue,
  pairs: Pair[],
  style: YamlStyle,
): Edit | undefined {
  const block = findFrontMatter(source);
  const fields = pairs.map(([key, value]) => `${key}: ${render(value, style)}`);
  const object = (indent: string) =>
    [`${indent}provenance:`, ...fields.map((field) => `${indent}  ${field}`)].map((line) => line + style.eol).join('');
  if (!block) return { start: 0, end: 0, newText: `---${style.eol}${object('')}---${style.eol}` };
  const present = member(root, 'provenance');
  if (present) {
    // A key of that name that holds something else leaves no place for ours.
    if (present.value.type !== 'null') return undefined;
    const [edit] = setValue(source, present, `{${fields.join(', ')}}`, style);
    return edit;
  }
  const content = source.slice(block.start, block.end);
  const empty = /^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*$/.test(content);
  const first = root.members[0]!;
  const isBlockMap = first.keyStart < block.end && first.keyEnd > first.keyStart && !/^\s*[{?]/.test(content);
  // TOML, a list, a map in braces, or what is no YAML: lines of ours would not belong to it.
  if (block.language === 'toml' || faults.length > 0 || !(empty || isBlockMap)) return undefined;
  return { start: block.end, end: block.end, newText: object(empty ? '' : indentAt(source, first.keyStart)) };
}
