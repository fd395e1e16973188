import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCard } from '../../../server/src/engine/provenance/card';

const card = (yaml: string) => parseCard(`---\n${yaml}\n---\n# A dataset\n`, 'README.md');
const said = (yaml: string) =>
  (card(`pretty_name: x\n${yaml}`)?.assertions ?? []).map(
    ({ field, value, place }) => `${field}=${value}@${place?.line}`,
  );

test('front matter without a key of dataset cards is no card', () => {
  assert.equal(parseCard('# Just a page\n', 'README.md'), undefined);
  assert.equal(card('title: x\nlayout: page'), undefined);
  assert.equal(card('- license'), undefined);
  assert.equal(card(''), undefined);
  assert.ok(card('license: mit'));
});

const statements: [yaml: string, said: string[]][] = [
  ['language_creators: [machine-generated]', ['digital_source_type=trainedAlgorithmicMedia@2']],
  ['language_creators:\n- crowdsourced', ['digital_source_type=digitalCreation@2']],
  ['language_creators: expert-generated', ['digital_source_type=digitalCreation@2']],
  ['language_creators: [crowdsourced, expert-generated]', []],
  ['language_creators: [crowdsourced, machine-generated]', []],
  ['language_creators: [found]', []],
  ['language_creators: [other]', []],
  ['language_creators: []', []],
  ['tags: [synthetic]', []],
  ['annotations_creators: [machine-generated]', ['annotations_creator=machine-generated@2']],
  ['annotations_creators: [found, other]', []],
  ['license: apache-2.0', ['license=Apache-2.0@2']],
  ['license: [mit]', ['license=MIT@2']],
  ['license: [mit, apache-2.0]', []],
  ['license: other\nlicense_name: My Terms', ['license=LicenseRef-My-Terms@2']],
  ['license: unknown', []],
  ['source_datasets: [original]', []],
  ['source_datasets: [squad]', ['source=squad@2']],
  ['source_datasets: ["extended|squad"]', ['source=squad@2']],
  ['source_datasets: [original, squad]', []],
  ['source_datasets: [a, b]', []],
  ['\nlicense: mit', ['license=MIT@3']],
];

for (const [yaml, expected] of statements) {
  test(`card that says ${JSON.stringify(yaml)}`, () => assert.deepEqual(said(yaml), expected));
}

const files: [yaml: string, globs: string[] | undefined][] = [
  ['license: mit', undefined],
  ['configs: []', undefined],
  ['configs:\n- config_name: a', undefined],
  ['configs:\n- data_files: train.jsonl', ['train.jsonl']],
  ['configs:\n- data_files: [a.csv, "b/*.csv"]', ['a.csv', 'b/*.csv']],
  ['configs:\n- data_files:\n  - split: train\n    path: data/train-*.parquet', ['data/train-*.parquet']],
  [
    'configs:\n- data_files:\n  - split: train\n    path: [a.json, b.json]\n- data_files: c.json',
    ['a.json', 'b.json', 'c.json'],
  ],
  ['configs:\n- data_dir: en/', ['en/**']],
  ['configs:\n- data_dir: ./en\n  data_files: "*.jsonl"', ['en/*.jsonl']],
  ['configs: none', undefined],
];

for (const [yaml, globs] of files) {
  test(`files of ${JSON.stringify(yaml)}`, () => assert.deepEqual(card(`pretty_name: x\n${yaml}`)?.dataFiles, globs));
}

test('tags are listed, one or many', () => {
  assert.deepEqual(card('license: mit\ntags:\n- synthetic\n- jailbreak')?.tags, ['synthetic', 'jailbreak']);
  assert.deepEqual(card('license: mit\ntags: synthetic')?.tags, ['synthetic']);
});

test('hostile cards are read or left, at once', () => {
  for (const yaml of [
    `license: mit\nx: ${'['.repeat(50_000)}`,
    Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join('\n'),
    'license: &a [*a]',
    'license: !!binary "%"',
    '? [license]\n: mit',
  ]) {
    card(yaml);
  }
});
