import type { JsonWrapper } from './json';
import { parseJson } from './jsonParser';
import { defaultLimits } from './limits';
import type { Value } from './value';

/** How a file is read. */
export type Format =
  | { kind: 'jsonl' }
  | { kind: 'csv' }
  | { kind: 'json'; wrapper: JsonWrapper }
  | { kind: 'text' }
  /** Nothing to read here: what stands in the place of the data. */
  | { kind: 'pointer'; to: 'Git LFS' | 'DVC' }
  | { kind: 'unsupported'; what: string };

const BINARY: Record<string, string> = {
  parquet: 'Parquet',
  pq: 'Parquet',
  arrow: 'Arrow',
  arrow_file: 'Arrow',
  feather: 'Feather',
  stream: 'an Arrow stream',
  gz: 'gzip',
  zst: 'Zstandard',
  bz2: 'bzip2',
  xz: 'xz',
  zip: 'ZIP',
  lz4: 'LZ4',
  avro: 'Avro',
  orc: 'ORC',
  h5: 'HDF5',
  pkl: 'a Python pickle',
  npy: 'a NumPy array',
  xlsx: 'an Excel workbook',
  sqlite: 'SQLite',
  db: 'SQLite',
};

const TEXT = new Set(['md', 'markdown', 'mdx', 'txt', 'text', 'rst', '']);
/** First characters of binary files, as they read in UTF-8: bytes that are none are U+FFFD. */
const MAGIC: [string, string][] = [
  ['PAR1', 'Parquet'],
  ['ARROW1', 'Arrow'],
  ['\x1f\ufffd\x08', 'gzip'],
  ['(\ufffd/\ufffd', 'Zstandard'],
  ['BZh', 'bzip2'],
  ['PK\x03\x04', 'ZIP'],
];

const RECORDS = new Set(['jsonl', 'ndjson', 'csv', 'tsv', 'tab', 'json', 'md', 'markdown', 'txt']);

/** Whether a file could hold records, by its name alone. */
export function mayHoldRecords(name: string): boolean {
  const extension = extensionOf(name);
  return RECORDS.has(extension) || Object.hasOwn(BINARY, extension);
}

/** Lower-case extension of a file name, without the dot. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * Format by name and first characters. The content wins where the name is a usual mistake: JSON Lines called `.json`,
 * a JSON document called `.jsonl`, a pointer in place of data.
 *
 * @param head decoded start of the file, at most a few hundred kilobytes
 * @param whole whether `head` is the whole file
 */
export function detectFormat(name: string, head: string, whole: boolean): Format {
  if (head.startsWith('version https://git-lfs.github.com/spec/')) return { kind: 'pointer', to: 'Git LFS' };
  const extension = extensionOf(name);
  if (extension === 'dvc') return { kind: 'pointer', to: 'DVC' };
  for (const [magic, what] of MAGIC) if (head.startsWith(magic)) return { kind: 'unsupported', what };
  if (Object.hasOwn(BINARY, extension)) return { kind: 'unsupported', what: BINARY[extension]! };
  if (extension === 'csv' || extension === 'tsv' || extension === 'tab') return { kind: 'csv' };
  if (extension === 'jsonl' || extension === 'ndjson') return jsonLines(head, whole) ?? { kind: 'jsonl' };
  if (extension === 'json' || extension === 'jsonld') return json(head, whole);
  if (!TEXT.has(extension)) return { kind: 'unsupported', what: extension ? `.${extension}` : 'this kind of file' };
  return { kind: 'text' };
}

/** A `.jsonl` file that is one JSON document: its first line is not a value, and no other line is an object. */
function jsonLines(head: string, whole: boolean): Format | undefined {
  const first = head.trimStart()[0];
  if (first !== '{' && first !== '[') return undefined;
  const lines = completeLines(head, whole);
  if (lines.length < 2 && first === '{') return undefined;
  if (lines.length > 0 && isValue(lines[0]!)) {
    return first === '[' && lines.length === 1 && whole ? json(head, whole) : undefined;
  }
  if (first === '{' && lines.some(isObject)) return undefined;
  const document = json(head, whole);
  return document.kind === 'json' ? document : undefined;
}

/** A `.json` file that holds several top-level values, a line each, is JSON Lines. */
function json(head: string, whole: boolean): Format {
  const lines = completeLines(head, whole);
  if (lines.length > 1 && isObject(lines[0]!) && lines.slice(1, 4).every(isValue)) return { kind: 'jsonl' };
  return { kind: 'json', wrapper: wrapperOf(head, whole) };
}

function completeLines(head: string, whole: boolean): string[] {
  const lines = head.split(/\r\n|\n|\r/);
  if (!whole && lines.length > 1) lines.pop();
  const filled: string[] = [];
  for (const line of lines) {
    if (line.trim() !== '') filled.push(line);
    if (filled.length >= 20) break;
  }
  return filled;
}

const isValue = (line: string) => parseJson(line, defaultLimits.depth).root !== undefined;
const isObject = (line: string) => parseJson(line, defaultLimits.depth).root?.type === 'object';

/** Keys under which a JSON document keeps its records, where it has other members beside them. */
const WRAPPER_KEYS = ['data', 'rows', 'examples', 'records', 'instances', 'items', 'samples', 'train', 'test', 'dev'];

/** An object with at least this many members of one kind, and nothing else, is a map from id to record. */
const MAP_SIZE = 50;

function wrapperOf(head: string, whole: boolean): JsonWrapper {
  const start = head.trimStart();
  if (start[0] === '[') return { kind: 'array' };
  if (start[0] !== '{') return { kind: 'single' };
  const members = topMembers(head, whole);
  for (const key of WRAPPER_KEYS) if (members.get(key) === 'array') return { kind: 'key', key };
  const kinds = new Set(members.values());
  const [only] = kinds;
  if (kinds.size === 1 && (only === 'object' || only === 'string') && members.size >= MAP_SIZE) return { kind: 'map' };
  return { kind: 'single' };
}

/** Keys and value types of the top-level object, as far as the head shows them. */
function topMembers(head: string, whole: boolean): Map<string, Value['type']> {
  const found = new Map<string, Value['type']>();
  if (whole) {
    const { root } = parseJson(head, defaultLimits.depth);
    if (root?.type === 'object') for (const { key, value } of root.members) found.set(key, value.type);
    if (root) return found;
  }
  // A string that the end of the head cuts is a token as well: looking for one inside it would take forever.
  const token = /"((?:[^"\\]|\\.)*)(?:"|\\?$)|[{}[\],:]/gs;
  let depth = 0;
  let key: string | undefined;
  for (let match = token.exec(head); match; match = token.exec(head)) {
    const [text] = match;
    if (text === '{' || text === '[') {
      if (depth === 1 && key !== undefined) found.set(key, text === '{' ? 'object' : 'array');
      depth++;
    } else if (text === '}' || text === ']') depth--;
    else if (depth === 1 && text === ',') key = undefined;
    else if (depth === 1 && text !== ':') {
      if (key === undefined) key = match[1]!;
      else found.set(key, 'string');
    }
  }
  return found;
}
