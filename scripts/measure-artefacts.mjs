/**
 * Runs the artefact table over the labelled corpora and prints, per pattern, how many documents of each label it hits,
 * its precision at even odds, and the speed. The numbers go by hand into `artefacts.ts`.
 *
 * The corpora lie beside the repository (`DATASET_HYGIENE_SHARED`, default `../shared`); only counts are printed unless
 * `--show` asks for the text around hits in human documents, for reading them.
 */
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import readline from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const corpora = path.join(process.env.DATASET_HYGIENE_SHARED ?? path.join(root, '../shared'), 'detector/dev');
const show = process.argv.includes('--show');

/** Bundles the matcher and its table into a temporary module and imports it. */
async function loadMatcher() {
  const folder = mkdtempSync(path.join(tmpdir(), 'artefacts-'));
  const outfile = path.join(folder, 'matcher.mjs');
  try {
    await build({
      stdin: {
        contents:
          "export { findArtefacts } from './matchArtefacts'; export { artefactPatterns, measuredDocuments } from './artefacts';",
        resolveDir: path.join(root, 'server/src/engine/synthetic'),
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records of one gzipped JSON Lines file. Node's gunzip reads on through further members. */
async function* recordsOf(file) {
  const lines = readline.createInterface({
    input: createReadStream(file).pipe(zlib.createGunzip()),
    crlfDelay: Infinity,
  });
  for await (const line of lines) if (line !== '') yield JSON.parse(line);
}

const { findArtefacts, artefactPatterns, measuredDocuments } = await loadMatcher();
const documents = { human: 0, machine: 0 };
const anyUsed = { human: 0, machine: 0 };
const anyMentioned = { human: 0, machine: 0 };
const used = new Map(artefactPatterns.map(({ id }) => [id, { human: 0, machine: 0 }]));
const mentioned = new Map(artefactPatterns.map(({ id }) => [id, { human: 0, machine: 0 }]));
let bytes = 0;
let milliseconds = 0;

for (const file of readdirSync(corpora)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()) {
  for await (const { text, label, id } of recordsOf(path.join(corpora, file))) {
    const before = performance.now();
    const matches = findArtefacts(text);
    milliseconds += performance.now() - before;
    bytes += Buffer.byteLength(text);
    documents[label]++;
    for (const pattern of new Set(matches.filter((match) => !match.mentioned).map((match) => match.pattern.id))) {
      used.get(pattern)[label]++;
    }
    for (const pattern of new Set(matches.filter((match) => match.mentioned).map((match) => match.pattern.id))) {
      mentioned.get(pattern)[label]++;
    }
    if (matches.some((match) => !match.mentioned)) anyUsed[label]++;
    if (matches.some((match) => match.mentioned)) anyMentioned[label]++;
    if (show && label === 'human') {
      for (const match of matches) {
        const around = text.slice(Math.max(0, match.start - 100), match.end + 100).replaceAll('\n', '⏎');
        console.log(`${match.mentioned ? 'mentioned' : 'USED'} ${match.pattern.id} in ${id}: ${around}`);
      }
    }
  }
}

/** P(machine | hit) if both labels were equally frequent; empty when nothing was hit. */
function balancedPrecision({ human, machine }) {
  if (human + machine === 0) return '';
  const machineRate = machine / documents.machine;
  return (machineRate / (machineRate + human / documents.human)).toFixed(4);
}

const rows = [...used].map(([id, hits]) => ({
  id,
  human: hits.human,
  machine: hits.machine,
  'human mentioned': mentioned.get(id).human,
  'machine mentioned': mentioned.get(id).machine,
  'balanced precision': balancedPrecision(hits),
}));
console.table(rows.filter((row) => row.human + row.machine + row['human mentioned'] + row['machine mentioned'] > 0));
console.log(
  'not seen:',
  rows
    .filter((row) => row.human + row.machine === 0)
    .map((row) => row.id)
    .join(', '),
);
const percent = (label, counts) => `${counts[label]} (${((100 * counts[label]) / documents[label]).toFixed(4)} %)`;
for (const label of ['human', 'machine']) {
  console.log(
    `${label}: ${documents[label]} documents, used in ${percent(label, anyUsed)}, mentioned in ${percent(label, anyMentioned)}`,
  );
}
console.log(`balanced precision of any used match: ${balancedPrecision(anyUsed)}`);
console.log(
  `${(bytes / 1e6).toFixed(1)} MB in ${milliseconds.toFixed(0)} ms: ${(bytes / 1e3 / milliseconds).toFixed(0)} MB/s`,
);
const stale = artefactPatterns.filter(({ id, precision }) => {
  const { human, machine } = used.get(id);
  return (precision?.human ?? 0) !== human || (precision?.machine ?? 0) !== machine;
});
if (
  stale.length > 0 ||
  measuredDocuments.human !== documents.human ||
  measuredDocuments.machine !== documents.machine
) {
  console.log(`artefacts.ts holds other numbers for: ${stale.map(({ id }) => id).join(', ') || 'measuredDocuments'}`);
}
