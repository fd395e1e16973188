/**
 * Counts the habits of `styleReasons.ts` and its overused words in the labelled documents, and prints the numbers that
 * go by hand into `styleReasonsMeasured.ts` and `styleReasonsWords.ts`, where those hold others.
 *
 * The corpora lie beside the repository (`DATASET_HYGIENE_SHARED`, default `../shared`). `--show ID` prints the text
 * around matches in human documents, for reading them.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { root } from './install.mjs';
import { loadTs } from './load.mjs';

const corpora = join(process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared'), 'detector/dev');
const folder = 'server/src/engine/synthetic';
const { findStyle } = await loadTs(`${folder}/matchStyle.ts`);
const { stylePatterns } = await loadTs(`${folder}/styleReasons.ts`);
const { styleWords } = await loadTs(`${folder}/styleReasonsWords.ts`);
const { measuredDocuments } = await loadTs(`${folder}/styleReasonsMeasured.ts`);
const shown = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : null;

const documents = { human: 0, machine: 0 };
const anyPattern = { human: 0, machine: 0 };
const patterns = new Map(stylePatterns.map(({ id }) => [id, { human: 0, machine: 0, corpora: new Set() }]));
const words = new Map(styleWords.map(({ word }) => [word, { human: 0, machine: 0 }]));
let characters = 0;
let milliseconds = 0;

for (const file of readdirSync(corpora)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()) {
  const lines = createInterface({ input: createReadStream(join(corpora, file)).pipe(createGunzip()) });
  for await (const line of lines) {
    const { text, label, id, corpus } = JSON.parse(line);
    const before = performance.now();
    const matches = findStyle(text);
    milliseconds += performance.now() - before;
    characters += text.length;
    documents[label]++;
    const ids = new Set(matches.map(({ pattern }) => pattern.id));
    for (const found of ids) {
      patterns.get(found)[label]++;
      if (label === 'machine') patterns.get(found).corpora.add(corpus);
    }
    if (ids.size > 0) anyPattern[label]++;
    for (const word of new Set(text.toLowerCase().match(/[a-z]+/g) ?? [])) {
      if (words.has(word)) words.get(word)[label]++;
    }
    if (label !== 'human' || shown === null) continue;
    for (const { pattern, start, end } of matches) {
      if (pattern.id !== shown) continue;
      console.log(id, text.slice(Math.max(0, start - 60), end + 60).replaceAll('\n', '⏎'));
    }
  }
}

const rate = (count, label) => count[label] / documents[label];
console.table(
  stylePatterns.map(({ id, tier }) => {
    const count = patterns.get(id);
    return {
      id,
      tier,
      human: count.human,
      machine: count.machine,
      'balanced precision': (rate(count, 'machine') / (rate(count, 'machine') + rate(count, 'human'))).toFixed(3),
      corpora: count.corpora.size,
    };
  }),
);
for (const label of ['human', 'machine']) {
  console.log(
    `${label}: ${documents[label]} documents, ${((100 * anyPattern[label]) / documents[label]).toFixed(2)} % with any`,
  );
}
console.log(`${(characters / 1e3 / milliseconds).toFixed(0)} million characters a second`);

const isCurrent = (entry, count) => entry.human === count.human && entry.machine === count.machine;
const stalePatterns = stylePatterns.filter(({ id, precision }) => !isCurrent(precision, patterns.get(id)));
const staleWords = styleWords.filter((entry) => !isCurrent(entry, words.get(entry.word)));
if (stalePatterns.length > 0) {
  console.log('styleReasonsMeasured.ts should hold:');
  for (const [id, { human, machine }] of patterns) console.log(`  '${id}': [${human}, ${machine}],`);
}
if (staleWords.length > 0) {
  console.log('styleReasonsWords.ts should hold:');
  for (const [word, { human, machine }] of words) console.log(`  ['${word}', ${human}, ${machine}],`);
}
if (!isCurrent(measuredDocuments, documents)) console.log('measuredDocuments should be', documents);
