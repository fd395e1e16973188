import { csvCell } from '../records/csv';
import type { CsvDialect } from '../records/csvDialect';
import { findFrontMatter } from '../records/frontMatter';
import { select } from '../records/path';
import type { DatasetRecord } from '../records/record';
import { type Member, member, type ObjectValue, type Value } from '../records/value';
import type { Placement, Shape } from '../shapes/shape';
import { type AssertedValue, CONTAINERS, carriedKeys } from './assertion';
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
 * Edits that set provenance fields in a record. A new canonical object gets the whole key set of the file, with null
 * where nothing is known, so that every record keeps one Arrow type.
 *
 * @returns undefined when the record has no room for it: consumers of its shape reject unknown keys, or a CSV row
 *   lacks the column
 */
export function writeProvenance(
  record: DatasetRecord,
  patch: ProvenancePatch,
  facts: WritingFacts,
): Edit[] | undefined {
  const { root } = record;
  if (root?.type !== 'object') return undefined;
  if (facts.format.kind === 'csv') return writeCells(record, root, patch, facts);
  const style: Style = facts.format.kind === 'text' ? yamlStyle(record.source) : jsonStyle(record.source, root);
  const container = CONTAINERS.map((path) => select(root, path)[0]).find((found) => found?.value.type === 'object');
  if (container) return writeInto(record, container.value as ObjectValue, patch, style);
  if (facts.format.kind === 'text') return writeFrontMatter(record, root, patch, facts.provenanceKeys);
  return insertObject(record, root, patch, facts, style as JsonStyle);
}

/** Replaces one value by another, in the notation of the format. */
export function replaceValue(record: DatasetRecord, value: Value, text: string, facts: WritingFacts): Edit {
  const { start, end } = value;
  if (facts.format.kind === 'csv') {
    const { delimiter } = facts.dialect!;
    return { start, end, newText: csvCell(text, delimiter, record.source[start] === '"') };
  }
  if (facts.format.kind === 'text') return { start, end, newText: yamlScalar(text) };
  return { start, end, newText: JSON.stringify(text) };
}

function writeCells(
  record: DatasetRecord,
  root: ObjectValue,
  patch: ProvenancePatch,
  facts: WritingFacts,
): Edit[] | undefined {
  const edits: Edit[] = [];
  const keys = carriedKeys(root, facts.shape);
  for (const [field, value] of Object.entries(patch) as [ProvenanceField, AssertedValue | null][]) {
    const cell = keys.find((key) => key.field === field)?.value;
    if (!cell) {
      if (value === null) continue;
      return undefined;
    }
    const text = value === null ? '' : typeof value === 'object' ? value.join(' ') : String(value);
    edits.push(
      text === '' ? { start: cell.start, end: cell.end, newText: '' } : replaceValue(record, cell, text, facts),
    );
  }
  return edits;
}

/** How a document is laid out, so that what is inserted looks like what is there. */
type Style = JsonStyle | YamlStyle;
interface JsonStyle {
  notation: 'json';
  colon: string;
  comma: string;
}
interface YamlStyle {
  notation: 'yaml';
  eol: string;
}

function jsonStyle(source: string, root: ObjectValue): JsonStyle {
  const [first] = root.members;
  const spaced = !first || /^:\s/.test(source.slice(first.keyEnd, first.value.start));
  return { notation: 'json', colon: spaced ? ': ' : ':', comma: spaced ? ', ' : ',' };
}

function yamlStyle(source: string): YamlStyle {
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
function yamlScalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[A-Za-z][\w./@+-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}

/** Sets keys of an object that is there: replaces values, adds what is missing at the end. */
function writeInto(record: DatasetRecord, object: ObjectValue, patch: ProvenancePatch, style: Style): Edit[] {
  const edits: Edit[] = [];
  const added: [string, string][] = [];
  for (const [field, value] of Object.entries(patch) as [ProvenanceField, AssertedValue | null][]) {
    const present = member(object, field);
    const text = render(value, style);
    if (!present) added.push([field, text]);
    else if (record.source.slice(present.value.start, present.value.end) !== text) {
      const { start, end } = present.value;
      edits.push({ start, end, newText: start === end && style.notation === 'yaml' ? ` ${text}` : text });
    }
  }
  if (added.length === 0) return edits;
  const insertion =
    style.notation === 'json'
      ? insertMembers(record.source, object, added, style)
      : insertYamlKeys(record.source, object, added, style);
  // An insertion after the last member must not come between that member's value and its own replacement.
  const last = edits.find((edit) => edit.end === insertion.start);
  if (last) last.newText += insertion.newText;
  else edits.push(insertion);
  return edits;
}

/** Adds members at the end of a JSON object in the layout of its other members. */
function insertMembers(source: string, object: ObjectValue, added: [string, string][], style: JsonStyle): Edit {
  const written = added.map(([key, text]) => `${JSON.stringify(key)}${style.colon}${text}`);
  const last = object.members[object.members.length - 1];
  if (!last) return { start: object.start, end: object.end, newText: `{${written.join(style.comma)}}` };
  const gap = memberGap(source, object, style);
  return { start: last.value.end, end: last.value.end, newText: written.map((text) => `,${gap}${text}`).join('') };
}

/** White space between a comma and the next key in this object. */
function memberGap(source: string, object: ObjectValue, style: JsonStyle): string {
  const [first, second] = object.members as [Member, Member | undefined];
  if (second) return /\s*$/.exec(source.slice(first.value.end, second.keyStart))![0];
  const lead = source.slice(object.start + 1, first.keyStart);
  return /[\r\n]/.test(lead) ? lead : style.comma.slice(1);
}

function insertYamlKeys(source: string, object: ObjectValue, added: [string, string][], style: YamlStyle): Edit {
  const last = object.members[object.members.length - 1];
  if (!last || source[object.start] === '{') {
    const inner = source.slice(object.start + 1, object.end - 1).trim();
    const all = [...(inner ? [inner] : []), ...added.map(([key, text]) => `${key}: ${text}`)].join(', ');
    return { start: object.start, end: object.end, newText: `{${all}}` };
  }
  const lineStart =
    Math.max(source.lastIndexOf('\n', last.keyStart - 1), source.lastIndexOf('\r', last.keyStart - 1)) + 1;
  const indent = /^[ \t]*/.exec(source.slice(lineStart, last.keyStart))![0];
  const at = Math.max(last.value.end, last.keyEnd);
  return { start: at, end: at, newText: added.map(([key, text]) => `${style.eol}${indent}${key}: ${text}`).join('') };
}

/** The whole key set with the values of the patch. */
function fullObject(
  patch: ProvenancePatch,
  keys: readonly ProvenanceField[],
): [ProvenanceField, AssertedValue | null][] {
  const fields = ALL_FIELDS.filter((field) => keys.includes(field) || (patch[field] ?? null) !== null);
  return fields.map((field) => [field, patch[field] ?? null]);
}

function insertObject(
  record: DatasetRecord,
  root: ObjectValue,
  patch: ProvenancePatch,
  facts: WritingFacts,
  style: JsonStyle,
): Edit[] | undefined {
  const { placement } = facts.shape;
  if (placement === 'none') return undefined;
  const pairs = fullObject(patch, facts.provenanceKeys);
  const written = pairs.map(([key, value]) => `${JSON.stringify(key)}${style.colon}${render(value, style)}`);
  const object = `{${written.join(style.comma)}}`;
  const bag = bagOf(root, placement);
  if (bag === 'none') return [insertMembers(record.source, root, [['provenance', object]], style)];
  if (typeof bag === 'object' && bag.type === 'object') {
    return [insertMembers(record.source, bag, [['provenance', object]], style)];
  }
  const wrapped = `{"provenance"${style.colon}${object}}`;
  if (typeof bag === 'object') return [{ start: bag.start, end: bag.end, newText: wrapped }];
  return [insertMembers(record.source, root, [[bag, wrapped]], style)];
}

/** Where the object goes: an object to insert into, a null to replace, the key of a bag to add, or no bag. */
function bagOf(root: ObjectValue, placement: Exclude<Placement, 'none'>): Value | string {
  const key = placement === 'provenance' ? undefined : placement.split('.')[0]!;
  if (!key) return 'none';
  const value = member(root, key)?.value;
  if (!value) return key;
  return value.type === 'object' || value.type === 'null' ? value : 'none';
}

function writeFrontMatter(
  record: DatasetRecord,
  root: ObjectValue,
  patch: ProvenancePatch,
  keys: readonly ProvenanceField[],
): Edit[] | undefined {
  const { source } = record;
  const block = findFrontMatter(source);
  // A key of that name that is no object, or TOML: there is no place for ours.
  if (block?.language === 'toml' || member(root, 'provenance')) return undefined;
  const style = yamlStyle(source);
  const lines = fullObject(patch, keys).map(([key, value]) => `  ${key}: ${render(value, style)}${style.eol}`);
  const object = `provenance:${style.eol}${lines.join('')}`;
  if (block) return [{ start: block.end, end: block.end, newText: object }];
  return [{ start: 0, end: 0, newText: `---${style.eol}${object}---${style.eol}` }];
}
