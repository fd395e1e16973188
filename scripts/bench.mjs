// Timings, as ratios against something measured in the same run: npm run bench [-- MEGABYTES]
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './install.mjs';

/** Runs of each command; the fastest counts, since whatever else the machine does only adds to it. */
const RUNS = 3;
const folder = join(root, 'out/bench');
mkdirSync(folder, { recursive: true });
run(process.execPath, ['scripts/build.mjs', '--production']);
await startUp();
await throughput(Number(process.argv[2] ?? 40));

/** From spawning the server to its answer to `initialize`, beside an empty Node script that prints one line. */
async function startUp() {
  const server = [];
  const empty = [];
  for (let i = 0; i < 10; i++) {
    empty.push(await time(['-e', 'process.stdout.write("x")'], { first: true }));
    server.push(await time([join(root, 'dist/server.js'), '--stdio'], { first: true, input: initialize() }));
  }
  const ratio = median(server) / median(empty);
  console.log(
    `start-up: server ${median(server).toFixed(0)} ms, empty script ${median(empty).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (median of 10)`,
  );
}

/**
 * J reads, decodes, splits and parses every line with JSON.parse; the others do their work on the same file. Each run is
 * a fresh process; the time an idle process takes to start is taken off all of them.
 */
async function throughput(megabytes) {
  const file = join(folder, 'prose.jsonl');
  writeProse(file, megabytes * 1e6);
  const bytes = statSync(file).size;
  const quiet = join(folder, 'without-detector.json');
  const off = { 'likely-synthetic': 'off', 'possibly-synthetic': 'off', 'degenerate-repetition': 'off' };
  writeFileSync(quiet, JSON.stringify({ rules: off }));
  const j = join(folder, 'j.cjs');
  writeFileSync(
    j,
    "let n = 0; for (const line of require('node:fs').readFileSync(process.argv[2], 'utf8').split('\\n')) if (line) { JSON.parse(line); n++; } console.log(n);",
  );
  const cli = join(root, 'dist/cli.js');
  const idle = await best([cli, '--version']);
  const rate = async (args) => bytes / 1e6 / ((await best(args)) - idle) / 1e-3;
  const base = await rate([j, file]);
  console.log(`J (read, decode, split, JSON.parse): ${base.toFixed(0)} MB/s on ${(bytes / 1e6).toFixed(0)} MB`);
  const rows = {
    'score (lexical model, every record)': [cli, 'score', '--field', '/text', file],
    check: [cli, 'check', '--format', 'json', file],
    'check without the detector': [cli, 'check', '--format', 'json', '--config', quiet, file],
  };
  for (const [name, args] of Object.entries(rows)) {
    const speed = await rate(args);
    console.log(`${name}: ${speed.toFixed(0)} MB/s, ${(speed / base).toFixed(2)} J`);
  }
}

async function best(args) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) least = Math.min(least, await time(args, {}));
  return least;
}

/** Labelled records of pseudo-random prose, the same bytes every time. */
function writeProse(path, size) {
  const words =
    'the a of and to in was on it that her his with for as at by from had not but they were which she he one all when there out up into over after down little old grey cold harbour ferry lake letter bread stove window garden orchard road winter summer morning evening brother aunt teacher baker boat rope lantern kitchen table story river mill stone field fence gate church bell snow rain wind light shadow book paper ink café said went came saw took gave found left kept heard walked asked told began carried opened closed'.split(
      ' ',
    );
  let seed = 20261123;
  const next = (n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const file = openSync(path, 'w');
  for (let written = 0, id = 0; written < size; id++) {
    const sentences = Array.from({ length: 8 + next(20) }, () => {
      const sentence = Array.from({ length: 6 + next(16) }, () => words[next(words.length)]).join(' ');
      const said = `${sentence[0].toUpperCase()}${sentence.slice(1)}${next(9) === 0 ? '?' : '.'}`;
      // As in real text: some of it is quoted, some letters have accents, and paragraphs end.
      const voiced = next(7) === 0 ? `“${said}”` : next(7) === 0 ? `"${said}"` : said;
      return next(5) === 0 ? `${voiced}\n\n` : `${voiced} `;
    });
    const record = {
      id: `r${id}`,
      text: sentences.join('').trim(),
      source: 'bench',
      license: 'CC0-1.0',
      digital_source_type: 'digitalCreation',
    };
    written += writeSync(file, `${JSON.stringify(record)}\n`);
  }
  closeSync(file);
}

function initialize() {
  const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { push: true } };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Milliseconds until a process ends, or with `first` until it prints its first bytes. */
function time(args, { input, first }) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const done = () => resolve(Number(process.hrtime.bigint() - started) / 1e6);
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.once('error', reject);
    if (first) {
      child.stdout.once('data', () => {
        done();
        child.kill();
      });
      child.once('exit', (code) => reject(new Error(`ended with ${code} before it answered`)));
    } else {
      child.stdout.resume();
      child.once('exit', (code) =>
        code === 0 || code === 1 ? done() : reject(new Error(`${args[0]} ended with ${code}`)),
      );
    }
    if (input) child.stdin.write(input);
    else child.stdin.end();
  });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[4] + sorted[5]) / 2;
}
