/**
 * Runs `findRepetition` over the labelled corpora: false alarms on human documents and finds in machine documents, per
 * corpus, and the speed. Real collapse is rare in them, so recall is measured on made collapse as well: a word trigram
 * model of news that always goes on with one of its likeliest words. With one it is caught in a loop sooner or later;
 * with three it wanders and hardly repeats itself, which is no collapse: those figures show the way between.
 *
 * The corpora lie beside the repository (`DATASET_HYGIENE_SHARED`, default `../shared`). `--show human|machine` prints
 * the strong finds of that label, for reading them.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { root } from './install.mjs';
import { loadTs } from './load.mjs';

const corpora = join(process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared'), 'detector/dev');
const { findRepetition } = await loadTs('server/src/engine/synthetic/repetition.ts');
const shown = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : null;

const byCorpus = new Map();
const byKind = { human: {}, machine: {} };
const totals = { human: count(), machine: count() };
/** Next words and their counts after each two words of a part of the human text. */
const trigrams = new Map();
const seeds = [];
let characters = 0;
let milliseconds = 0;

function count() {
  return { documents: 0, strong: 0, weak: 0 };
}

function add(tally, findings) {
  tally.documents++;
  if (findings.some(({ strength }) => strength === 'strong')) tally.strong++;
  else if (findings.length > 0) tally.weak++;
}

for (const file of readdirSync(corpora)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()) {
  const lines = createInterface({ input: createReadStream(join(corpora, file)).pipe(createGunzip()) });
  for await (const line of lines) {
    const { text, label, corpus, id } = JSON.parse(line);
    const before = performance.now();
    const findings = findRepetition(text);
    milliseconds += performance.now() - before;
    characters += text.length;
    const key = `${corpus} ${label}`;
    if (!byCorpus.has(key)) byCorpus.set(key, count());
    add(byCorpus.get(key), findings);
    add(totals[label], findings);
    for (const kind of new Set(findings.map((finding) => `${finding.kind} ${finding.strength}`))) {
      byKind[label][kind] = (byKind[label][kind] ?? 0) + 1;
    }
    if (label === shown) {
      for (const { kind, strength, start, end, reason } of findings) {
        if (strength === 'strong') console.log(id, kind, reason, JSON.stringify(text.slice(start, end).slice(0, 300)));
      }
    }
    if (label === 'human' && corpus === 'BBC-Dataset-News-Classification') learn(text);
  }
}

function learn(text) {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length > 60) seeds.push(words.slice(20, 22));
  for (let index = 0; index + 2 < words.length; index++) {
    const key = `${words[index]} ${words[index + 1]}`;
    if (!trigrams.has(key)) trigrams.set(key, new Map());
    const next = trigrams.get(key);
    next.set(words[index + 2], (next.get(words[index + 2]) ?? 0) + 1);
  }
}

/** Goes on with the likeliest word, or with one of the `choices` likeliest by a fixed sequence. */
function collapse(seed, choices, number) {
  const words = [...seed];
  let state = number + 1;
  while (words.length < 200) {
    const next = trigrams.get(words.slice(-2).join(' '));
    if (!next) break;
    const likeliest = [...next].sort((left, right) => right[1] - left[1]).slice(0, choices);
    state = (Math.imul(state, 48271) & 0x7fffffff) >>> 0;
    words.push(likeliest[state % likeliest.length][0]);
  }
  return words.join(' ');
}

const share = (part, all) => `${part} (${((100 * part) / Math.max(1, all)).toFixed(3)} %)`;
const rows = [...byCorpus].sort().map(([key, { documents, strong, weak }]) => ({
  corpus: key,
  documents,
  strong: share(strong, documents),
  weak: share(weak, documents),
}));
console.table(rows.filter(({ strong, weak }) => !strong.startsWith('0 ') || !weak.startsWith('0 ')));
for (const label of ['human', 'machine']) {
  const { documents, strong, weak } = totals[label];
  console.log(`${label}: ${documents} documents, strong ${share(strong, documents)}, weak ${share(weak, documents)}`);
  console.log(`  documents by kind: ${JSON.stringify(byKind[label])}`);
}
for (const choices of [1, 2, 3]) {
  const tally = count();
  for (const [number, seed] of seeds.entries()) {
    const text = collapse(seed, choices, number);
    if (text.split(' ').length === 200) add(tally, findRepetition(text));
  }
  const { documents, strong, weak } = tally;
  console.log(`made collapse, ${choices} likeliest words: ${documents} passages of 200 words`);
  console.log(`  strong ${share(strong, documents)}, weak ${share(weak, documents)}`);
}
console.log(`${(characters / 1e3 / milliseconds).toFixed(0)} million characters a second`);
