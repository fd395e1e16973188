// Bulk fixes beside reading, parsing and writing the same file: a section of npm run bench.
import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const RECORDS = 100_000;
/** Runs of each command; the fastest counts, since whatever else the machine does only adds to it. */
const RUNS = 3;

/** Reads, decodes, splits, parses every line and writes the text to another file, in as little code as it takes. */
const BASE = `
const { readFileSync, writeFileSync } = require('node:fs');
const text = readFileSync(process.argv[2], 'utf8');
for (const line of text.split('\\n')) if (line) JSON.parse(line);
writeFileSync(process.argv[2] + '.copy', text);
`;

/** Says at the end how much memory the process took at most, in KiB. */
const WATCH = `process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS + '\\n'));`;

/** What is fixed, by what: every record gets something in each. */
const FIXES = {
  'values set in every record': [
    '--set',
    'digital_source_type=trainedAlgorithmicMedia',
    '--set',
    'generator=org/model',
  ],
  'values set in a row sidecar': ['--set', 'added=2024-05-17', '--placement', 'sidecar'],
  'safe fixes of two values': ['--rule', 'license-not-spdx', '--rule', 'origin-unknown-value'],
};

/**
 * Prints, for each kind of fix and two lengths of text, the time it takes beside that of the plainest program that reads,
 * parses and writes the file, and the memory. Each run is a process of its own; what an idle one takes is taken off both.
 *
 * @param {string} folder where files may be written
 * @param {string} cli the bundled command line
 */
export async function benchFix(folder, cli) {
  const place = join(folder, 'fix');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, '.git'), { recursive: true });
  const script = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const base = script('base.cjs', BASE);
  const watch = script('watch.cjs', WATCH);
  const idle = await fastest(() => run([cli, '--version']));
  const nothing = await fastest(() => run(['-e', '']));
  for (const [length, sentences] of Object.entries({ short: 1, long: 12 })) {
    const original = join(folder, `fix-${length}.jsonl`);
    writeRecords(original, sentences);
    const file = join(place, 'data.jsonl');
    const fresh = () => {
      for (const left of ['data.jsonl.provenance.jsonl', 'data.jsonl.copy', '.dataset-hygiene']) {
        rmSync(join(place, left), { recursive: true, force: true });
      }
      copyFileSync(original, file);
    };
    const plain = await fastest(() => run([base, file]), fresh);
    const megabytes = (statSync(original).size / 1e6).toFixed(0);
    console.log(
      `${RECORDS} records, ${megabytes} MB: read, JSON.parse and write ${(plain.ms - nothing.ms).toFixed(0)} ms`,
    );
    for (const [name, options] of Object.entries(FIXES)) {
      const fixed = await fastest(() => run(['-r', watch, cli, 'fix', file, ...options]), fresh);
      const ms = fixed.ms - idle.ms;
      const ratio = (ms / (plain.ms - nothing.ms)).toFixed(2);
      console.log(`  ${name}: ${ms.toFixed(0)} ms, ratio ${ratio}, peak RSS ${(fixed.kib / 1024).toFixed(0)} MB`);
    }
  }
}

async function fastest(work, before = () => undefined) {
  let best = { ms: Number.POSITIVE_INFINITY, kib: 0 };
  for (let i = 0; i < RUNS; i++) {
    before();
    const one = await work();
    if (one.ms < best.ms) best = one;
  }
  return best;
}

/** Milliseconds until a process ends, and the memory it says it took. */
function run(args) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`));
      else resolve({ ms, kib: Number(/maxRSS (\d+)/.exec(said)?.[1] ?? 0) });
    });
  });
}

/** Records of pseudo-random prose with a licence and an origin in other words, the same bytes every time. */
function writeRecords(path, sentences) {
  const words =
    'the old ferry left the harbour before the snow came and nobody on the pier knew why it had waited so long'.split(
      ' ',
    );
  let seed = 20261123;
  const next = (n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const file = openSync(path, 'w');
  let pending = '';
  for (let id = 0; id < RECORDS; id++) {
    const text = Array.from(
      { length: sentences },
      () => `${Array.from({ length: 8 + next(12) }, () => words[next(words.length)]).join(' ')}.`,
    ).join(next(4) === 0 ? '\n\n' : ' ');
    pending += `${JSON.stringify({ id, text, license: 'apache-2.0', digital_source_type: 'human' })}\n`;
    if (pending.length > 1 << 20) {
      writeSync(file, pending);
      pending = '';
    }
  }
  writeSync(file, pending);
  closeSync(file);
}
