import { findFrontMatter } from '../../records/frontMatter';
import { type ArrayValue, member, type ObjectValue, type Value } from '../../records/value';
import { contentEnd, type Edit, indentAt, setValue, yamlScalar, yamlStyle } from '../write';

/** The source of a card and the tree read from it. */
export interface CardText {
  source: string;
  root: ObjectValue;
}

/** Adds a value to what a key of a card lists, and keeps the rest; a key that is not there is written. */
export function addToList(card: CardText, key: string, text: string): Edit[] {
  const { source, root } = card;
  const found = member(root, key);
  const word = yamlScalar(text);
  if (!found) return insertKeys(card, [[key, [text]]]);
  const { value } = found;
  if (value.type === 'null') return setValue(source, found, `[${word}]`, yamlStyle(source));
  if (value.type === 'array') return [addItem(source, value, word)];
  const said = value.type === 'string' ? yamlScalar(value.text) : source.slice(value.start, contentEnd(source, value));
  return setValue(source, found, `[${said}, ${word}]`, yamlStyle(source));
}

function addItem(source: string, list: ArrayValue, word: string): Edit {
  const last = list.items[list.items.length - 1];
  if (source[list.start] === '[') {
    if (!last) return { start: list.start, end: list.end, newText: `[${word}]` };
    return { start: last.end, end: last.end, newText: `, ${word}` };
  }
  const end = lineEnd(source, last ? contentEnd(source, last) : list.start);
  return { start: end, end, newText: `${yamlStyle(source).eol}${indentAt(source, list.start)}- ${word}` };
}

/** Replaces one value of a card. */
export function replaceEntry(source: string, value: Value, text: string): Edit {
  return { start: value.start, end: contentEnd(source, value), newText: yamlScalar(text) };
}

/** Takes one value out of what a key lists; with the last one goes the key. */
export function removeFromList(card: CardText, key: string, value: Value): Edit[] {
  const { source, root } = card;
  const list = member(root, key)?.value;
  if (list?.type !== 'array' || list.items.length < 2) return removeKey(card, key);
  if (source[list.start] !== '[') return [wholeLines(source, source.lastIndexOf('-', value.start - 1), value)];
  const at = list.items.indexOf(value);
  const next = list.items[at + 1];
  if (next) return [{ start: value.start, end: next.start, newText: '' }];
  return [{ start: list.items[at - 1]!.end, end: value.end, newText: '' }];
}

/** Removes a key with its value. Of a front matter in braces, the value only. */
export function removeKey({ source, root }: CardText, key: string): Edit[] {
  const found = member(root, key);
  if (!found) return [];
  const { keyStart, keyEnd, value } = found;
  if (isFlow({ source, root })) return [{ start: value.start, end: value.end, newText: 'null' }];
  return [wholeLines(source, keyStart, value.end > keyEnd ? value : { ...value, start: keyEnd, end: keyEnd })];
}

/** The lines from the one of `start` to the one on which a value ends. */
function wholeLines(source: string, start: number, value: Value): Edit {
  const from = start - indentAt(source, start).length;
  const end = lineEnd(source, contentEnd(source, value));
  const eol = /\r\n|[\r\n]|$/y;
  eol.lastIndex = end;
  return { start: from, end: end + eol.exec(source)![0].length, newText: '' };
}

/** Writes keys at the end of the front matter: a word, or a list with an item a line. */
export function insertKeys(
  card: CardText,
  keys: readonly (readonly [key: string, value: string | readonly string[]])[],
): Edit[] {
  const { source, root } = card;
  const block = findFrontMatter(source);
  const first = root.members[0];
  if (block?.language !== 'yaml' || !first || isFlow(card)) return [];
  const { eol } = yamlStyle(source);
  const indent = indentAt(source, first.keyStart);
  const lines = keys.flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${key}: ${yamlScalar(value)}`]
      : [`${key}:`, ...value.map((item) => `- ${yamlScalar(item)}`)],
  );
  return [{ start: block.end, end: block.end, newText: lines.map((line) => indent + line + eol).join('') }];
}

/** Writes keys that have no value, where they stand or at the end of the front matter. */
export function setKeys(card: CardText, keys: readonly (readonly [key: string, value: string])[]): Edit[] {
  const { source, root } = card;
  const present = keys.filter(([key]) => member(root, key));
  const absent = keys.filter(([key]) => !member(root, key));
  return [
    ...present.flatMap(([key, value]) => setValue(source, member(root, key)!, yamlScalar(value), yamlStyle(source))),
    ...(absent.length > 0 ? insertKeys(card, absent) : []),
  ];
}

/** A front matter that is one map in braces has no lines to add to. */
const isFlow = ({ source, root }: CardText) => {
  const block = findFrontMatter(source);
  return block !== undefined && root.members.length > 0 && /^\s*\{/.test(source.slice(block.start, block.end));
};

function lineEnd(source: string, from: number): number {
  return /[\r\n]|$/.exec(source.slice(from))!.index + from;
}
