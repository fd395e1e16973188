import { type Path, select } from '../records/path';
import type { Value } from '../records/value';
import { isIdentifier, isProse } from './prose';

/** Names under which text is commonly kept; the last key of a path counts, in lower case. */
const TEXT_NAMES = new Set(
  `text content prompt prompts response responses question questions query answer answers instruction instructions input
  inputs output outputs target targets completion completions generation generations sentence sentences document documents
  article articles body summary summaries story stories essay passage paragraph paragraphs abstract context contexts
  utterance dialogue dialog review caption transcript translation explanation rationale
  reasoning solution poem lyrics headline chosen rejected premise hypothesis sentence1 sentence2 human_answer
  chosen_response rejected_response generated_text human_text ai_text machine_text full_text raw_text source_text
  target_text rewritten paraphrase user assistant human gpt system system_prompt user_input
  text_a text_b tweet post postings email`.split(/\s+/),
);
/** Prose about a document, not of it: no evidence that a lone document is a dataset. */
const ABOUT = new Set([
  'description',
  'comment',
  '$comment',
  'help',
  'message',
  'documentation',
  'citation',
  'value',
  'summary',
]);
/** Objects about the record: their prose is not the text. */
const BAGS = new Set(['metadata', 'meta', 'provenance']);

// Bounds that keep the walk linear on a hostile sample: a record is walked so far, an array and an object so far.
const NODES = 1000;
const ITEMS = 20;
const MEMBERS = 200;
const DEPTH = 6;
const PATHS = 500;
const RESULTS = 40;

interface Statistics {
  strings: number;
  characters: number;
  prose: number;
  identifiers: number;
}

/**
 * Paths at which the records have text: under a well-known name, or strings of more than 80 characters that read as
 * prose.
 *
 * @param under the object in which to look, `''` for the record
 * @param lone the record is a document by itself, which is often no dataset at all
 */
export function findText(roots: readonly Value[], under: Path, lone: boolean): Path[] {
  const statistics = new Map<Path, Statistics>();
  for (const root of roots) for (const { value } of select(root, under)) walk(value, under, statistics);
  const found: Path[] = [];
  for (const [path, seen] of statistics) if (isText(path, seen, lone)) found.push(path);
  return found.slice(0, RESULTS);
}

function walk(start: Value, under: Path, statistics: Map<Path, Statistics>): void {
  let nodes = 0;
  const stack: { value: Value; path: Path; depth: number }[] = [{ value: start, path: under, depth: 0 }];
  for (let at = stack.pop(); at && nodes++ < NODES; at = stack.pop()) {
    const { value, path, depth } = at;
    if (value.type === 'string') note(value.text, path, statistics);
    else if (depth >= DEPTH) continue;
    else if (value.type === 'array') {
      const last = Math.min(value.items.length, ITEMS) - 1;
      for (let i = last; i >= 0; i--) stack.push({ value: value.items[i]!, path: `${path}[]`, depth: depth + 1 });
    } else if (value.type === 'object') {
      const last = Math.min(value.members.length, MEMBERS) - 1;
      for (let i = last; i >= 0; i--) {
        const { key, value: child } = value.members[i]!;
        if (isSayable(key, path) && !(depth === 0 && (BAGS.has(key) || key.startsWith('provenance.')))) {
          stack.push({ value: child, path: path ? `${path}.${key}` : key, depth: depth + 1 });
        }
      }
    }
  }
}

/** Whether a path can name the key: dots within a key are understood at the top only. */
function isSayable(key: string, path: Path): boolean {
  return key !== '' && !key.includes('[]') && !(path !== '' && key.includes('.'));
}

function note(text: string, path: Path, statistics: Map<Path, Statistics>): void {
  if (text === '') return;
  let seen = statistics.get(path);
  if (!seen) {
    if (statistics.size >= PATHS) return;
    seen = { strings: 0, characters: 0, prose: 0, identifiers: 0 };
    statistics.set(path, seen);
  }
  seen.strings++;
  seen.characters += text.length;
  if (isProse(text)) seen.prose++;
  else if (isIdentifier(text)) seen.identifiers++;
}

function isText(path: Path, { strings, characters, prose, identifiers }: Statistics, lone: boolean): boolean {
  const name = path
    .replace(/(?:\[\])+$/, '')
    .replace(/^.*[.\]]/, '')
    .toLowerCase();
  const mean = characters / strings;
  if (lone && ABOUT.has(name)) return false;
  if (TEXT_NAMES.has(name) && identifiers < strings / 2) {
    // Nested under a well-known name there are also the pieces of an annotation: `tokens[].text`.
    return !/[.[]/.test(path) || mean > 20;
  }
  return mean > 80 && prose >= strings / 2;
}
