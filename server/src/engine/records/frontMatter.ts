import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Limits } from './limits';
import type { Span } from './position';
import type { DatasetRecord, Fault, RawRecord } from './record';
import { fileStart, PendingBytes, RecordCursor, type Splitter } from './splitter';
import { PlainText } from './text';
import type { Member, TextValue, Value } from './value';
import { parseYaml } from './yaml';

/** A text file is one record, whatever is in it. */
export class TextSplitter implements Splitter {
  private readonly pending: PendingBytes;

  constructor(
    private readonly limits: Limits,
    private readonly start = fileStart(),
  ) {
    this.pending = new PendingBytes(limits.recordBytes);
  }

  push(chunk: Uint8Array): RawRecord[] {
    this.pending.add(chunk);
    return [];
  }

  end(): RawRecord[] {
    const gathered = this.pending.take();
    if (gathered.total === 0) return [];
    const cursor = new RecordCursor(this.start);
    return [gathered.extent ? cursor.cutRecord(gathered, this.limits.recordBytes) : cursor.record(gathered.bytes)];
  }
}

/** The front matter block of a text file: offsets of its content, between the two lines of dashes. */
export interface FrontMatter extends Span {
  language: 'yaml' | 'toml';
  /** Where the text after the block starts. */
  body: number;
}

const FENCE = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;

/** A fence alone on its line; U+2028, where `^` and `$` would match as well, ends no line. */
const closing = (fence: string) => new RegExp(`(?<=[\\r\\n])(?:${fence})[ \\t]*(?:\\r\\n|\\n|\\r|$)`, 'g');

export function findFrontMatter(source: string): FrontMatter | undefined {
  const open = FENCE.exec(source);
  if (!open) return undefined;
  const fence = open[1]!;
  const start = open[0].length;
  const close = fence === '---' ? closing('---|\\.\\.\\.') : closing('\\+\\+\\+');
  close.lastIndex = start;
  const found = close.exec(source);
  if (!found) return undefined;
  return { language: fence === '---' ? 'yaml' : 'toml', start, end: found.index, body: found.index + found[0].length };
}

/** A text file to an object: the keys of its YAML front matter, and the text after it under `text`. */
export function parseText(raw: RawRecord, limits: Limits): DatasetRecord {
  const faults: Fault[] = [...(raw.faults ?? [])];
  if (raw.cut !== undefined) return { ...raw, root: undefined, faults };
  const { source } = raw;
  const block = findFrontMatter(source);
  const members = block?.language === 'yaml' ? readYaml(source, block, limits, faults) : [];
  const body = new PlainText(source, block?.body ?? 0, source.length);
  members.push({ key: 'text', keyStart: body.start, keyEnd: body.start, value: body });
  return { ...raw, root: { type: 'object', start: 0, end: source.length, members }, faults };
}

function readYaml(source: string, block: Span, limits: Limits, faults: Fault[]): Member[] {
  const content = source.slice(block.start, block.end);
  const document = parseYaml(content, limits.depth);
  if (!document) {
    const what = `more than ${limits.depth} collections inside one another in the front matter`;
    faults.push({ rule: 'record-too-deep', start: block.start, end: block.end, what });
    return [];
  }
  for (const error of document.errors.slice(0, 1)) {
    const [from, to] = error.pos;
    const what = `the front matter is not YAML: ${error.message.split('\n')[0]}`;
    faults.push({ rule: 'record-unparseable', start: block.start + from, end: block.start + to, what });
  }
  const root = document.contents && toValue(document.contents, source, block.start);
  return root?.type === 'object' ? root.members : [];
}

/** A YAML node to our value tree, iteratively; an alias reads as null, so that a file cannot blow up by aliases. */
function toValue(node: Node, source: string, offset: number): Value {
  interface Job {
    node: unknown;
    put: (value: Value) => void;
  }
  let root: Value | undefined;
  const jobs: Job[] = [
    {
      node,
      put: (value) => {
        root = value;
      },
    },
  ];
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    const { node, put } = job;
    const { start, end } = nodeSpan(node, offset);
    if (isMap(node)) {
      const members: Member[] = [];
      put({ type: 'object', start, end, members });
      node.items.forEach((pair, index) => {
        const key = nodeSpan(pair.key, offset);
        const name = isScalar(pair.key) ? String(pair.key.value) : source.slice(key.start, key.end);
        const put = (value: Value) => {
          members[index] = { key: name, keyStart: key.start, keyEnd: key.end, value };
        };
        if (pair.value) jobs.push({ node: pair.value, put });
        else put({ type: 'null', start: key.end, end: key.end, value: null });
      });
    } else if (isSeq(node)) {
      const items: Value[] = [];
      put({ type: 'array', start, end, items });
      node.items.forEach((item, index) => {
        jobs.push({
          node: item,
          put: (value) => {
            items[index] = value;
          },
        });
      });
    } else put(scalar(node, source, start, end));
  }
  return root!;
}

function scalar(node: unknown, source: string, start: number, end: number): Value {
  const value = isScalar(node) ? node.value : null;
  if (typeof value === 'number') return { type: 'number', start, end, value };
  if (typeof value === 'boolean') return { type: 'boolean', start, end, value };
  if (value === null || value === undefined || isAlias(node)) return { type: 'null', start, end, value: null };
  const text = String(value);
  if (source.slice(start, end) === text) return new PlainText(source, start, end);
  if (source.slice(start + 1, end - 1) === text) return new PlainText(source, start + 1, end - 1, start, end);
  return new OpaqueText(text, start, end);
}

function nodeSpan(node: unknown, offset: number): Span {
  const range = (node as Partial<Node> | null)?.range;
  return range ? { start: offset + range[0], end: offset + range[1] } : { start: offset, end: offset };
}

/** A string written in a way that has no simple map back, such as a folded block: a part of it is shown by the whole. */
class OpaqueText implements TextValue {
  readonly type = 'string';
  constructor(
    readonly text: string,
    readonly start: number,
    readonly end: number,
  ) {}

  locate(): Span {
    return { start: this.start, end: this.end };
  }
}
