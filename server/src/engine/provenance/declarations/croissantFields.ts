import type { Path } from '../../records/path';
import type { ObjectValue } from '../../records/value';
import type { CroissantDocument } from './croissantDocument';
import { globsOf } from './croissantFiles';

/** A Field of a RecordSet, on any level, and the column it is read from. */
export interface CroissantField {
  node: ObjectValue;
  recordSet: ObjectValue;
  /** The Field that it is a sub-field of. */
  parent: CroissantField | undefined;
  /** Absent where it has no source, or one that is no plain column. */
  path: Path | undefined;
  /** Absent where its source names no file. */
  files: readonly string[] | undefined;
}

/** References from field to field that are followed. */
const LONGEST_CHAIN = 8;

/** Every Field of the dataset, annotations and sub-fields included, in the order of the document. */
export function fieldsOf(document: CroissantDocument): CroissantField[] {
  const fields: CroissantField[] = [];
  const seen = new Set<ObjectValue>();
  for (const recordSet of document.related(document.dataset, 'cr:recordSet')) {
    const open = children(document, recordSet, undefined);
    for (let next = open.pop(); next; next = open.pop()) {
      const { node, parent } = next;
      if (seen.has(node)) continue;
      seen.add(node);
      const { column, within, files } = sourceOf(document, node);
      const field = { node, recordSet, parent, path: pathTo(document, parent, column, within), files };
      fields.push(field);
      for (const child of children(document, node, field)) open.push(child);
    }
  }
  return fields;
}

interface Child {
  node: ObjectValue;
  parent: CroissantField | undefined;
}

/** Fields within a node, the last one first. Annotations say something of their container and are parts of none. */
function children(document: CroissantDocument, node: ObjectValue, field: CroissantField | undefined): Child[] {
  const parts = document.related(node, 'cr:field', 'cr:subField').map((part): Child => ({ node: part, parent: field }));
  const notes = document.related(node, 'cr:annotation').map((note): Child => ({ node: note, parent: undefined }));
  return [...parts, ...notes].reverse();
}

/** Files that the fields of each RecordSet are read from; a RecordSet whose fields name none is not there. */
export function filesByRecordSet(fields: readonly CroissantField[]): ReadonlyMap<ObjectValue, readonly string[]> {
  const sources = new Map<ObjectValue, Set<readonly string[]>>();
  for (const { recordSet, files } of fields) {
    if (!files) continue;
    const known = sources.get(recordSet);
    if (known) known.add(files);
    else sources.set(recordSet, new Set([files]));
  }
  return new Map([...sources].map(([recordSet, lists]) => [recordSet, [...new Set([...lists].flat())]]));
}

/** The column that a Field is read from, and where in it. */
interface ColumnSource {
  column?: string | undefined;
  /** Path within the column; undefined where the column itself is meant. */
  within?: Path | undefined;
  files: readonly string[] | undefined;
}

const NOWHERE: ColumnSource = { files: undefined };

function sourceOf(document: CroissantDocument, node: ObjectValue): ColumnSource {
  let field = node;
  for (let i = 0; i < LONGEST_CHAIN; i++) {
    const source = document.values(field, 'cr:source')[0];
    if (source?.type !== 'object') return NOWHERE;
    const target = document.resolve(source)!;
    if (target === source && !document.isReference(source)) return readSource(document, source);
    if (!document.isA(target, 'cr:Field', 'sc:Field')) return { files: filesIn(document, [target]) };
    field = target;
  }
  return NOWHERE;
}

function readSource(document: CroissantDocument, source: ObjectValue): ColumnSource {
  const files = filesIn(document, document.related(source, 'cr:fileObject', 'cr:fileSet'));
  const [extract] = document.related(source, 'cr:extract');
  const [column] = extract ? document.texts(extract, 'cr:column') : [];
  const [json] = extract ? document.texts(extract, 'cr:jsonPath') : [];
  const outer = column?.text ?? (json && pathOf(json.text));
  const [transform, ...others] = document.related(source, 'cr:transform');
  if (!transform) return { column: outer, files };
  const [inner] = document.texts(transform, 'cr:jsonPath');
  const within = inner && others.length === 0 && transform.members.length === 1 ? pathOf(inner.text) : undefined;
  // A part cut out by a pattern is no value of the column.
  return within === undefined ? { files } : { column: outer, within, files };
}

function pathTo(
  document: CroissantDocument,
  parent: CroissantField | undefined,
  column: string | undefined,
  within: Path | undefined,
): Path | undefined {
  if (column === undefined || within === undefined) return column;
  // Parts of a repeated structure are read from each of its elements.
  const isRepeated =
    parent !== undefined &&
    document.values(parent.node, 'cr:isArray', 'cr:repeated').some((value) => value.type === 'boolean' && value.value);
  const each = isRepeated && !within.startsWith('[]') ? '[]' : '';
  return `${column}${each}${within.startsWith('[]') ? '' : '.'}${within}`;
}

/** Many fields are read from one file: they share one list. */
const globs = new WeakMap<ObjectValue, readonly string[]>();

function filesIn(document: CroissantDocument, nodes: readonly ObjectValue[]): readonly string[] | undefined {
  const lists = nodes.map((node) => {
    const list = globs.get(node) ?? globsOf(document, node);
    globs.set(node, list);
    return list;
  });
  const files = lists.length === 1 ? lists[0]! : lists.flat();
  return files.length > 0 ? files : undefined;
}

const JSON_PATH_STEP = /\.?([^\s.[\]$*?@'"()]+)|\[['"]([^'"\]]+)['"]\]|(?:\[\*\])/y;

/** A JSONPath of names and `[*]` as a path of ours; undefined where it picks, filters or descends. */
export function pathOf(jsonPath: string): Path | undefined {
  // The outermost `[*]` runs over the records.
  const from = /^\$?(?:\[\*\])?/.exec(jsonPath)![0].length;
  let path = '';
  JSON_PATH_STEP.lastIndex = from;
  while (JSON_PATH_STEP.lastIndex < jsonPath.length) {
    const step = JSON_PATH_STEP.exec(jsonPath);
    if (!step) return undefined;
    const name = step[1] ?? step[2];
    path += name === undefined ? '[]' : `${path === '' ? '' : '.'}${name}`;
  }
  return path === '' ? undefined : path;
}
