import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, jsonLines, runCli } from './runCli';

const WARNING = record({ license: 'apache-2.0' });
const CSV = 'text,source,license,digital_source_type\nA river runs past the mill.,mill,apache-2.0,digitalCreation\n';

const filesOf = (stdout: string) => jsonLines(stdout).flatMap((line) => ('checked' in line ? [line] : []));

test('in a folder JSON Lines are checked, and what else is data is counted', (t) => {
  const folder = folderWith(t, { 'b/a.jsonl': WARNING, 'b.csv': CSV, 'notes.md': 'Notes.', 'code.py': '1' });
  const { stdout, stderr } = runCli(folder, 'check');
  assert.match(stdout, /^b\/a\.jsonl$/m);
  assert.match(stderr, /^Not checked: 2 data files \(2 nothing names it as a dataset: .*\)\.\n$/);
  const json = runCli(folder, 'check', '--format', 'json');
  assert.equal(json.stderr, '');
  assert.deepEqual(
    filesOf(json.stdout).map(({ file, checked }) => [file, checked]),
    [
      ['b.csv', false],
      ['b/a.jsonl', true],
      ['notes.md', false],
    ],
  );
});

test('a file that is named is checked', (t) => {
  const folder = folderWith(t, { 'b.csv': CSV, 'dataset-hygiene.json': '{"exclude": ["*.csv"]}' });
  assert.equal(runCli(folder, 'check').code, 0);
  const { code, stdout } = runCli(folder, 'check', 'b.csv');
  assert.equal(code, 1);
  assert.match(stdout, /license-not-spdx/);
});

test('a folder and a file in it: each file once, sorted, named the way it was given', (t) => {
  const folder = folderWith(t, { 'data/b.jsonl': WARNING, 'data/a.jsonl': WARNING, 'data/c.csv': CSV });
  const { stdout } = runCli(folder, 'check', '--format', 'json', './data/', 'data/c.csv', 'data/b.jsonl');
  assert.deepEqual(
    filesOf(stdout).map(({ file, checked }) => [file, checked]),
    [
      ['./data/a.jsonl', true],
      ['data/b.jsonl', true],
      ['data/c.csv', true],
    ],
  );
});

test('packages are never entered, and what git ignores is said', (t) => {
  const folder = folderWith(t, {
    'node_modules/x/a.jsonl': WARNING,
    'cache/a.jsonl': WARNING,
    'cache/a.txt': 'x',
    '.gitignore': 'cache/\n',
  });
  const { code, stdout, stderr } = runCli(folder, 'check');
  assert.deepEqual([code, stdout], [0, 'Nothing was checked.\n']);
  assert.match(stderr, /^Not checked: 1 data file \(1 ignored by git/);
});

test('links in a folder are not followed', { skip: process.platform === 'win32' }, (t) => {
  const folder = folderWith(t, { 'data/a.jsonl': record(), 'elsewhere/b.jsonl': WARNING });
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'data', 'more'));
  symlinkSync(join(folder, 'elsewhere', 'b.jsonl'), join(folder, 'data', 'link.jsonl'));
  symlinkSync('.', join(folder, 'data', 'round'));
  symlinkSync('nowhere', join(folder, 'data', 'broken.jsonl'));
  const { code, stdout } = runCli(folder, 'check', '--format', 'json', 'data');
  assert.equal(code, 0);
  assert.deepEqual(
    filesOf(stdout).map(({ file, checked, reason }) => [file, checked, reason]),
    [
      ['data/a.jsonl', true, undefined],
      ['data/broken.jsonl', false, 'symbolic link'],
      ['data/link.jsonl', false, 'symbolic link'],
      ['data/more', false, 'symbolic link to a folder'],
      ['data/round', false, 'symbolic link to a folder'],
    ],
  );
  assert.equal(runCli(folder, 'check', 'data/link.jsonl').code, 1);
});

test('a JSON Lines file that is no dataset is left alone, and said to be', (t) => {
  const folder = folderWith(t, { 'metrics.jsonl': '{"step": 1, "loss": 0.5}\n{"step": 2, "loss": 0.4}\n' });
  const { code, stdout } = runCli(folder, 'check', '--format', 'json');
  assert.equal(code, 0);
  assert.match(JSON.stringify(jsonLines(stdout)), /"checked":false,"reason":"no text to check/);
});

test('--config holds for every file', (t) => {
  const folder = folderWith(t, {
    'data.jsonl': WARNING,
    'dataset-hygiene.json': '{"rules": {"license-not-spdx": "error"}}',
    'lenient.json': '{"rules": {"license-not-spdx": "off"}}',
  });
  assert.equal(runCli(folder, 'check').code, 1);
  assert.equal(runCli(folder, 'check', '--config', 'lenient.json').code, 0);
});
