import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, jsonLines, runCli } from './runCli';

const BASELINE = '.dataset-hygiene/baseline.json';

const bad = (text: string) => record({ text, license: 'apache-2.0' });
const good = (text: string) => record({ text });

function accepted(folder: string, path = BASELINE): number {
  const { accepted } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return Object.values<string[]>(accepted).reduce((sum, keys) => sum + keys.length, 0);
}

const write = (folder: string, ...lines: string[]) => writeFileSync(join(folder, 'data.jsonl'), lines.join(''));

test('what is accepted is not reported, and counted', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') + bad('Two.') });
  const written = runCli(folder, 'check', '--write-baseline');
  assert.equal(written.code, 0);
  assert.equal(written.stderr, `${BASELINE}: 2 accepted findings, 2 of them new.\n`);
  const { code, stdout } = runCli(folder, 'check');
  assert.equal(code, 0);
  assert.equal(stdout, 'No findings in 1 file, 2 records checked; 2 suppressed by the baseline.\n');
  const [summary] = jsonLines(runCli(folder, 'check', '--format', 'json').stdout);
  assert.deepEqual([summary?.findings, summary?.suppressed], [0, 2]);
});

test('fix one and add one: the new one is reported', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') + bad('Two.') });
  runCli(folder, 'check', '--write-baseline');
  write(folder, good('One.'), bad('Two.'), bad('Three.'));
  const { code, stdout } = runCli(folder, 'check', '--format', 'json');
  assert.equal(code, 1);
  const [finding, summary] = jsonLines(stdout);
  assert.equal(finding?.row, 2);
  assert.equal(summary?.suppressed, 1);
});

test('a record that moves stays accepted, wherever it was named from', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') + bad('Two.'), 'sub/x': '' });
  runCli(folder, 'check', 'data.jsonl', '--write-baseline');
  write(folder, good('New.'), bad('Two.'), good('Newer.'), bad('One.'));
  assert.equal(runCli(folder, 'check').code, 0);
  assert.equal(runCli(join(folder, 'sub'), 'check', '../data.jsonl').code, 0);
});

test('findings about files are accepted, wherever they were named from', (t) => {
  const folder = folderWith(t, { 'data/data.jsonl': '{"text": "A river runs past the mill."}\n' });
  assert.equal(runCli(folder, 'check').code, 1);
  runCli(folder, 'check', '--write-baseline');
  assert.equal(runCli(folder, 'check').code, 0);
  assert.equal(runCli(join(folder, 'data'), 'check', 'data.jsonl').code, 0);
});

test('pruning forgets what is gone and never accepts what is new', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') + bad('Two.') });
  runCli(folder, 'check', '--write-baseline');
  write(folder, bad('Two.'), bad('Three.'));
  const pruned = runCli(folder, 'check', '--prune-baseline');
  assert.equal(pruned.code, 1);
  assert.match(pruned.stderr, /1 of 2 accepted findings are gone\./);
  assert.equal(accepted(folder), 1);
  write(folder, bad('One.'), bad('Two.'), bad('Three.'));
  const after = runCli(folder, 'check', '--format', 'json');
  assert.deepEqual(
    jsonLines(after.stdout).map(({ row }) => row),
    [0, 2, undefined],
  );
});

test('pruning without a baseline makes none', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') });
  assert.equal(runCli(folder, 'check', '--prune-baseline').code, 1);
  assert.ok(!existsSync(join(folder, BASELINE)));
});

test('a baseline is neither written nor pruned when something could not be read', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') });
  runCli(folder, 'check', '--write-baseline');
  const before = readFileSync(join(folder, BASELINE), 'utf8');
  write(folder, bad('Two.'));
  for (const change of ['--write-baseline', '--prune-baseline']) {
    assert.equal(runCli(folder, 'check', change, 'data.jsonl', 'missing.jsonl').code, 2);
    assert.equal(readFileSync(join(folder, BASELINE), 'utf8'), before);
  }
});

test('writing for one file keeps what was accepted in others', (t) => {
  const folder = folderWith(t, { 'a.jsonl': bad('One.'), 'b.jsonl': bad('Two.') });
  runCli(folder, 'check', '--write-baseline', 'a.jsonl');
  runCli(folder, 'check', '--write-baseline', 'b.jsonl');
  assert.equal(accepted(folder), 2);
  assert.equal(runCli(folder, 'check').code, 0);
});

test('--baseline names another file', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.') });
  assert.equal(runCli(folder, 'check', '--baseline', 'own.json', '--write-baseline').code, 0);
  assert.equal(accepted(folder, 'own.json'), 1);
  assert.equal(runCli(folder, 'check').code, 1);
  assert.equal(runCli(folder, 'check', '--baseline', 'own.json').code, 0);
});

test('2 when the baseline cannot be written', (t) => {
  const folder = folderWith(t, { 'data.jsonl': bad('One.'), file: '' });
  const { code, stderr } = runCli(folder, 'check', '--write-baseline', '--baseline', 'file/baseline.json');
  assert.equal(code, 2);
  assert.match(stderr, /^The baseline cannot be written: /);
});

test('a baseline holds no text of the dataset and is the same for the same findings', (t) => {
  const first = folderWith(t, { 'data.jsonl': bad('Secretive.') + bad('Two.') });
  const second = folderWith(t, { 'data.jsonl': bad('Two.') + bad('Secretive.') });
  for (const folder of [first, second]) runCli(folder, 'check', '--write-baseline');
  const text = readFileSync(join(first, BASELINE), 'utf8');
  assert.equal(text, readFileSync(join(second, BASELINE), 'utf8'));
  assert.ok(!text.includes('Secretive') && !text.includes('data.jsonl'));
});
