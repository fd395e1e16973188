// npm test: installs what is missing, builds, and runs every level of tests. Ends with one line: N passed, N failed.
//   npm test -- unit protocol      run only these levels (checks, unit, protocol, syntaxes, samples, detector, vscode)
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
const { build } = await import('esbuild');

const only = process.argv.slice(2);
const wanted = (level) => only.length === 0 || only.includes(level);
const total = { passed: 0, failed: 0 };
const notRun = [];
const failures = [];

rmSync(join(root, 'out/test'), { recursive: true, force: true });
run(process.execPath, ['scripts/build.mjs']);

await level('checks', async () => {
  await check('types', 'npx', ['tsc', '-p', '.']);
  await check('style', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
  await check('generated files', process.execPath, ['scripts/generate.mjs', '--check']);
});
await level('unit', () => nodeTests('test/unit'));
await level('protocol', () => nodeTests('test/protocol'));
await level('syntaxes', () => tests([join(root, 'test/syntaxes/grammars.test.mjs')]));
await level('samples', () => testsWith('samples', 'test/samples'));
await level('detector', () => testsWith('detector/dev', 'test/detector'));
await level('vscode', async () => {
  await bundle(['test/host/shim.ts'], { banner: { js: '#!/usr/bin/env node' } });
  chmodSync(join(root, 'out/test/host/shim.js'), 0o755);
  await bundle(['test/host/testWrap.ts', 'test/vscode/suite.ts']);
  await nodeTests('test/vscode', '.run.test.ts', ['--test-concurrency=1']);
});

for (const reason of notRun) console.log(`not run: ${reason}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function level(name, body) {
  if (!wanted(name)) return;
  const started = Date.now();
  console.log(`\n── ${name}`);
  try {
    await body();
  } catch (error) {
    // A level that cannot even start has failed; it must not look as if it had not been there.
    console.error(error);
    total.failed++;
    failures.push(name);
  }
  console.log(`── ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** One command, one test. */
async function check(name, command, args) {
  const { status } = await capture(command, args);
  console.log(`${status === 0 ? '✔' : '✖'} ${name}`);
  count(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

/** Tests that need data from beside the repository; without the data they are reported as not run. */
async function testsWith(data, folder) {
  const place = join(process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared'), data);
  if (existsSync(place)) await nodeTests(folder);
  else notRun.push(`${folder}: there is no ${place} (set DATASET_HYGIENE_SHARED)`);
}

/** All test files of a folder, bundled one by one and run by Node's test runner. */
async function nodeTests(folder, ending = '.test.ts', flags = []) {
  const files = filesBelow(join(root, folder)).filter((file) => file.endsWith(ending));
  const entries = files.map((file) => file.slice(root.length));
  await bundle(entries);
  await tests(
    entries.map((file) => join(root, 'out', file.replace(/\.ts$/, '.js'))),
    flags,
  );
}

/** A file that takes more than five minutes hangs, on input that should be linear for instance. */
async function tests(files, flags = []) {
  if (files.length === 0) throw new Error('there are no tests here');
  const { status, output } = await capture(process.execPath, [
    '--test',
    '--test-timeout=300000',
    ...flags,
    '--test-reporter=spec',
    ...files,
  ]);
  const number = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? Number.NaN);
  const [passed, failed, cancelled, skipped] = ['pass', 'fail', 'cancelled', 'skipped'].map(number);
  if (Number.isNaN(passed)) throw new Error('the test runner gave no counts');
  const lost = failed + cancelled + skipped;
  count(`${lost} tests`, passed, lost + (status !== 0 && lost === 0 ? 1 : 0));
}

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
}

function bundle(entryPoints, options = {}) {
  return build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'out',
    outbase: '.',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
  });
}

/** Runs a command, showing and keeping its output. */
function capture(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32' && command === 'npx',
      env: { ...process.env, DATASET_HYGIENE_ROOT: root },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('close', (status) => resolve({ status, output }));
  });
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort();
}
