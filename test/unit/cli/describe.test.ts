import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, runCli } from './runCli';

const MACHINE = record({ digital_source_type: 'trainedAlgorithmicMedia', provenance: { generator: 'org/model' } });
const KINDS = {
  card: 'README.md',
  croissant: 'croissant.json',
  datapackage: 'datapackage.json',
  dps: 'data-provenance.json',
  'ai-act': 'training-content-summary.md',
};
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

test('each kind is written once, and a second run changes nothing', (t) => {
  for (const [kind, name] of Object.entries(KINDS)) {
    const folder = folderWith(t, { 'data/train.jsonl': MACHINE + record() });
    const shown = runCli(folder, 'describe', '.', '--as', kind);
    assert.equal(shown.code, 0, shown.stderr);
    assert.deepEqual(readdirSync(folder).sort(), ['.git', 'data']);
    const written = runCli(folder, 'describe', '.', '--as', kind, '--write');
    assert.deepEqual([written.code, written.stdout], [0, `${name}: written\n`]);
    assert.equal(read(folder, name), shown.stdout);
    const { mtimeMs } = statSync(join(folder, name));
    const again = runCli(folder, 'describe', '.', '--as', kind, '--write');
    assert.deepEqual([again.code, again.stdout], [0, '']);
    assert.match(again.stderr, new RegExp(`^${name} says all of this already\\.`));
    assert.equal(statSync(join(folder, name)).mtimeMs, mtimeMs);
    assert.equal(runCli(folder, 'describe', '.', '--as', kind).stdout, '');
  }
});

test('a card that was written contradicts nothing', (t) => {
  for (const content of [MACHINE, record(), MACHINE + record(), `${MACHINE}{"text": "Silent."}\n`]) {
    const folder = folderWith(t, { 'data/train.jsonl': content });
    const before = runCli(folder, 'check', '--format', 'json');
    assert.equal(runCli(folder, 'describe', '.', '--as', 'card', '--write').code, 0);
    const findings = (text: string) => text.split('\n').filter((line) => line.includes('"rule"'));
    const after = runCli(folder, 'check', '--format', 'json');
    assert.deepEqual(findings(after.stdout), findings(before.stdout));
  }
});

test('the changes of a document that is there are shown as a diff', (t) => {
  const card = '---\nlanguage_creators:\n- found # by hand\n---\n# Rivers\n';
  const folder = folderWith(t, { 'README.md': card, 'train.jsonl': MACHINE });
  const { code, stdout } = runCli(folder, 'describe', '.', '--as', 'card');
  assert.equal(code, 0);
  assert.ok(stdout.startsWith('--- README.md\n+++ README.md\n@@ -1,5 +1,'), stdout);
  assert.match(stdout, /\n {1}- found # by hand\n\+- machine-generated\n/);
  assert.equal(read(folder, 'README.md'), card);
});

test('a contradiction is reported, left, and fails the run', (t) => {
  const card = '---\nlicense: apache-2.0\n---\n';
  const folder = folderWith(t, { 'README.md': card, 'train.jsonl': record() });
  const { code, stderr } = runCli(folder, 'describe', '.', '--as', 'card', '--write');
  assert.equal(code, 1);
  assert.match(stderr, /^README\.md:2: left as it is: license says apache-2\.0, but records state MIT \(1\)\.$/m);
  assert.ok(read(folder, 'README.md').startsWith(card));
});

test('what only a card says is not counted, and said', (t) => {
  const card = '---\nlanguage_creators: crowdsourced\n---\n';
  const folder = folderWith(t, { 'README.md': card, 'train.jsonl': '{"text": "Silent words."}\n' });
  const { stdout, stderr } = runCli(folder, 'describe', '.', '--as', 'croissant');
  assert.equal(JSON.parse(stdout)['rai:hasSyntheticData'], undefined);
  assert.match(stderr, /digital_source_type of 1 record: README\.md:2 says digitalCreation/);
});

test('what the configuration says is counted', (t) => {
  const folder = folderWith(t, {
    'dataset-hygiene.json': '{"provenance": [{"files": "train.jsonl", "license": "CC0-1.0"}]}',
    'train.jsonl': '{"text": "Silent words."}\n',
  });
  assert.match(runCli(folder, 'describe', '.', '--as', 'card').stdout, /^license: cc0-1\.0$/m);
});

test('files that are not read are named, and nothing is said of all', (t) => {
  const folder = folderWith(t, {
    'dataset-hygiene.json': '{"datasets": ["data/**"]}',
    'data/a.jsonl': record(),
    'data/b.parquet': 'PAR1',
    'c.csv': 'a,b\n',
  });
  const { code, stdout, stderr } = runCli(folder, 'describe', '.', '--as', 'croissant');
  assert.equal(code, 0);
  assert.match(stderr, /^data\/b\.parquet: not counted: Parquet is not read$/m);
  assert.match(stderr, /^Not described: 1 data file/m);
  const { distribution, license, ...others } = JSON.parse(stdout);
  assert.equal(distribution.length, 2);
  assert.deepEqual([license, others['rai:hasSyntheticData']], [undefined, undefined]);
});

test('byte order mark, line ends, permissions and links of a document stay', (t) => {
  const folder = folderWith(t, { 'train.jsonl': MACHINE, 'docs/card.md': '\ufeff---\r\nlicense: mit\r\n---\r\n' });
  symlinkSync(join('docs', 'card.md'), join(folder, 'README.md'));
  chmodSync(join(folder, 'docs/card.md'), 0o640);
  assert.equal(runCli(folder, 'describe', '.', '--as', 'card', '--write').code, 0);
  const after = read(folder, 'docs/card.md');
  assert.ok(after.startsWith('\ufeff---\r\nlicense: mit\r\nlanguage_creators:\r\n- machine-generated\r\n'));
  assert.ok(lstatSync(join(folder, 'README.md')).isSymbolicLink());
  assert.equal(statSync(join(folder, 'docs/card.md')).mode & 0o777, 0o640);
});

test('the description that is there is found by its content', (t) => {
  const croissant =
    '{"@context": {"@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/"}, "@type": "Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0"}';
  const folder = folderWith(t, { 'train.jsonl': MACHINE, 'metadata.json': croissant });
  assert.match(runCli(folder, 'describe', '.', '--as', 'croissant', '--write').stdout, /^metadata\.json: written/);
  const other = folderWith(t, { 'train.jsonl': MACHINE, 'metadata.json': '{"version": 1}' });
  assert.match(runCli(other, 'describe', '.', '--as', 'croissant', '--write').stdout, /^croissant\.json: written/);
});

test('a document that cannot be edited is refused, and nothing is written', (t) => {
  const latin = Buffer.from('caf\xe9\n', 'latin1');
  const folder = folderWith(t, { 'train.jsonl': MACHINE, 'README.md': latin, 'datapackage.json': '{"a": ' });
  for (const kind of ['card', 'datapackage']) {
    const { code, stdout } = runCli(folder, 'describe', '.', '--as', kind, '--write');
    assert.deepEqual([code, stdout], [2, ''], kind);
  }
  assert.deepEqual(readFileSync(join(folder, 'README.md')), latin);
  assert.equal(read(folder, 'datapackage.json'), '{"a": ');
});

test('wrong usage is told', (t) => {
  const folder = folderWith(t, { 'train.jsonl': MACHINE, 'empty/x.txt': 'x' });
  for (const args of [
    [],
    ['.'],
    ['.', '--as', 'pdf'],
    ['train.jsonl', '--as', 'card'],
    ['.', 'empty', '--as', 'card'],
    ['none', '--as', 'card'],
  ]) {
    const { code, stdout } = runCli(folder, 'describe', ...args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
  }
  const { code, stderr } = runCli(folder, 'describe', 'empty', '--as', 'card', '--write');
  assert.equal(code, 2);
  assert.match(stderr, /there are no records of a dataset to describe/);
  assert.deepEqual(readdirSync(join(folder, 'empty')), ['x.txt']);
});

test('values of the dataset reach neither terminal nor document as commands', (t) => {
  const generator = '\u001b]0;x\u0007\u202e<script>|`\n# Head';
  const folder = folderWith(t, {
    'train.jsonl': record({ digital_source_type: 'trainedAlgorithmicMedia', provenance: { generator } }),
    'README.md': '# Rivers\n',
  });
  for (const kind of Object.keys(KINDS)) {
    const { stdout, stderr } = runCli(folder, 'describe', '.', '--as', kind);
    for (const text of [stdout, stderr]) assert.doesNotMatch(text, /[\u001b\u0007\u202e]|^#? ?Head/m, kind);
  }
});
