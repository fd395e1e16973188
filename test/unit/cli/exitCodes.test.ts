import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, runCli } from './runCli';

const CLEAN = record();
const WARNING = record({ license: 'apache-2.0' });
const ERROR = record({ digital_source_type: 'synthetic', generator: 'org/model' });
const INFORMATION = '{"text": "A river runs past the mill."}\n';
const HINT = record({ text: 'The mark ":contentReference[oaicite:0]{index=0}" stands there.' });

test('0 for clean files and for hints', (t) => {
  const folder = folderWith(t, { 'a.jsonl': CLEAN, 'b.jsonl': HINT });
  const { code, stdout, stderr } = runCli(folder, 'check');
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /1 hint in 1 of 2 files, 2 records checked\./);
});

for (const [name, content] of Object.entries({ error: ERROR, warning: WARNING, information: INFORMATION })) {
  test(`1 for a finding of severity ${name}`, (t) => {
    const folder = folderWith(t, { 'data.jsonl': content });
    assert.equal(runCli(folder, 'check').code, 1);
    assert.equal(runCli(folder, 'check', 'data.jsonl').code, 1);
  });
}

test('1 for content that cannot be read, and for data that is not there', (t) => {
  const folder = folderWith(t, {
    'broken.jsonl': `${CLEAN}{"text": "cut\n`,
    'pointer.jsonl': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`,
    'data.parquet': 'PAR1',
  });
  for (const name of ['broken.jsonl', 'pointer.jsonl', 'data.parquet']) {
    assert.equal(runCli(folder, 'check', name).code, 1, name);
  }
});

test('--max-warnings tolerates findings below error', (t) => {
  const folder = folderWith(t, { 'warnings.jsonl': WARNING + WARNING, 'error.jsonl': ERROR });
  const checked = (...args: string[]) => runCli(folder, 'check', ...args).code;
  assert.equal(checked('warnings.jsonl', '--max-warnings', '2'), 0);
  assert.equal(checked('warnings.jsonl', '--max-warnings', '1'), 1);
  assert.equal(checked('error.jsonl', '--max-warnings', '9'), 1);
});

test('2 for wrong usage', (t) => {
  const folder = folderWith(t, { 'a.jsonl': CLEAN });
  const wrong = [
    [],
    ['chek'],
    ['check', '--formt', 'json'],
    ['check', '--format', 'xml'],
    ['check', '--max-warnings', 'some'],
    ['check', '--write-baseline', '--prune-baseline'],
    ['check', '--config'],
    ['check', '--config', 'none.json'],
    ['check', '--baseline', 'none.json'],
    ['check', ''],
    ['fix', '--rule', 'no-such-rule'],
    ['inspect'],
    ['rules', 'a.jsonl'],
    ['toString'],
  ];
  for (const args of wrong) {
    const { code, stdout, stderr } = runCli(folder, ...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(stdout, '', args.join(' '));
    assert.match(stderr, /^[^\n]+ See "dataset-hygiene --help"\.\n$/, args.join(' '));
  }
});

test('2 for a missing path; the others are still checked', (t) => {
  const folder = folderWith(t, { 'a.jsonl': WARNING });
  const { code, stdout, stderr } = runCli(folder, 'check', 'missing.jsonl', 'a.jsonl');
  assert.equal(code, 2);
  assert.equal(stderr, 'missing.jsonl: cannot be checked: there is no such file or folder\n');
  assert.match(stdout, /license-not-spdx/);
});

test('2 for a named pipe, named or in a folder; it is not waited for', { skip: process.platform === 'win32' }, (t) => {
  const folder = folderWith(t, { 'a.jsonl': CLEAN });
  execFileSync('mkfifo', [join(folder, 'pipe.jsonl')]);
  for (const path of ['pipe.jsonl', '.']) {
    const { code, stderr } = runCli(folder, 'check', path);
    assert.equal(code, 2);
    assert.equal(stderr, 'pipe.jsonl: cannot be checked: it is a named pipe, not a file\n');
  }
  assert.equal(runCli(folder, 'fix', 'pipe.jsonl').code, 2);
  assert.equal(runCli(folder, 'inspect', 'pipe.jsonl').code, 2);
});

test('2 for a damaged configuration, with the place of every problem; nothing is checked or fixed', (t) => {
  const folder = folderWith(t, {
    'a.jsonl': WARNING,
    'dataset-hygiene.json': '{\n  "rules": { "no-such-rule": "off" },\n  "datsets": []\n}\n',
  });
  for (const command of ['check', 'fix']) {
    const { code, stdout, stderr } = runCli(folder, command, 'a.jsonl');
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.deepEqual(
      stderr.split('\n').map((line) => line.split(' ')[0]),
      ['dataset-hygiene.json:2:14', 'dataset-hygiene.json:3:3', ''],
    );
  }
});

test('2 for a damaged baseline, with the place', (t) => {
  const folder = folderWith(t, {
    'a.jsonl': WARNING,
    '.dataset-hygiene/baseline.json': '{\n  "version": 1,\n  "accepted": {\n',
    'other.json': '{"version": 2}',
  });
  const own = runCli(folder, 'check');
  assert.equal(own.code, 2);
  assert.match(own.stderr, /^\.dataset-hygiene\/baseline\.json:\d+:\d+ The baseline is damaged: /);
  const named = runCli(folder, 'check', '--baseline', 'other.json');
  assert.equal(named.code, 2);
  assert.match(named.stderr, /^other\.json:1:1 The baseline is damaged: .*not a baseline of version 1/);
});

test('2 for a configuration that is a folder', (t) => {
  const folder = folderWith(t, { 'a.jsonl': CLEAN });
  mkdirSync(join(folder, 'configuration.json'));
  assert.equal(runCli(folder, 'check', '--config', 'configuration.json').code, 2);
});

test('help and version', (t) => {
  const folder = folderWith(t, {});
  for (const args of [['--help'], ['check', '--help'], ['fix', '-h'], ['inspect', '--help'], ['rules', '--help']]) {
    const { code, stdout, stderr } = runCli(folder, ...args);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Usage: dataset-hygiene /);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 120, line);
  }
  assert.match(runCli(folder, '--version').stdout, /^\d+\.\d+\.\d+\n$/);
});
