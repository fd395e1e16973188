import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCard } from '../../../../server/src/engine/provenance/declarations/card';
import { cardFiles, splitByName, splitsOf } from '../../../../server/src/engine/provenance/declarations/cardFiles';
import { openDocument, sayings } from '../../../support/documents';

const open = (yaml: string) => openDocument('README.md', `---\npretty_name: x\n${yaml}\n---\n# A dataset\n`);
const read = (yaml: string) => readCard(open(yaml).root);

const statements: [yaml: string, said: string[]][] = [
  [
    'language_creators: [machine-generated]',
    ['digital_source_type=trainedAlgorithmicMedia every dataset @machine-generated'],
  ],
  ['language_creators:\n- crowdsourced', ['digital_source_type=digitalCreation every dataset @crowdsourced']],
  ['language_creators: "expert-generated"', ['digital_source_type=digitalCreation every dataset @"expert-generated"']],
  [
    'language_creators: machine_generated',
    ['digital_source_type=trainedAlgorithmicMedia every dataset @machine_generated'],
  ],
  ['language_creators: synthetic', []],
  [
    'language_creators: [crowdsourced, machine-generated]',
    [
      'digital_source_type=digitalCreation some dataset @crowdsourced',
      'digital_source_type=trainedAlgorithmicMedia some dataset @machine-generated',
    ],
  ],
  ['language_creators: [crowdsourced, found]', ['digital_source_type=digitalCreation some dataset @crowdsourced']],
  ['language_creators: [found]', []],
  ['language_creators: [other]', []],
  ['language_creators: []', []],
  ['language_creators: [[More Information Needed]]', []],
  ['language_creators: [More Information Needed]', []],
  ['language_creators: {{ creators }}', []],
  ['language_creators:\n- {creator}', []],
  ['tags: [synthetic]', ['digital_source_type=trainedAlgorithmicMedia some dataset @synthetic']],
  ['tags: [photosynthetic]', []],
  [
    'annotations_creators: [machine-generated]',
    ['annotations_creator=machine-generated every dataset @machine-generated'],
  ],
  [
    'annotations_creators: [found, other]',
    ['annotations_creator=found some dataset @found', 'annotations_creator=other some dataset @other'],
  ],
  ['license: apache-2.0', ['license=Apache-2.0 every dataset @apache-2.0']],
  ['license: [mit]', ['license=MIT every dataset @mit']],
  ['license: [mit, apache-2.0]', ['license=MIT some dataset @mit', 'license=Apache-2.0 some dataset @apache-2.0']],
  ['licenses: [cc-by-4.0]', ['license=CC-BY-4.0 every dataset @cc-by-4.0']],
  ['license: other\nlicense_name: My Terms', ['license=LicenseRef-My-Terms every dataset @other']],
  [
    'license: other\nlicense_link: https://creativecommons.org/licenses/by/4.0/',
    ['license=CC-BY-4.0 every dataset @other'],
  ],
  ['license: other\nlicense_link: LICENSE', []],
  ['license: unknown', []],
  ['source_datasets: [original]', []],
  ['source_datasets: [squad]', ['source=squad every dataset @squad', 'derived_from=squad every dataset @squad']],
  [
    'source_datasets: ["extended|squad"]',
    ['source=squad every dataset @"extended|squad"', 'derived_from=squad every dataset @"extended|squad"'],
  ],
  [
    'source_datasets: ["extended|other-turkcorpus"]',
    [
      'source=turkcorpus every dataset @"extended|other-turkcorpus"',
      'derived_from=turkcorpus every dataset @"extended|other-turkcorpus"',
    ],
  ],
  ['source_datasets: [extended|other, extended]', []],
  [
    'source_datasets: [original, squad]',
    ['source=squad some dataset @squad', 'derived_from=squad some dataset @squad'],
  ],
  [
    'language_creators:\n  en: [found]\n  de: [machine-generated]\n  fr: [crowdsourced]\nconfigs:\n- config_name: de\n  data_files: de/*.jsonl',
    [
      'digital_source_type=trainedAlgorithmicMedia every split (./de/*.jsonl) @machine-generated',
      'digital_source_type=digitalCreation some dataset @crowdsourced',
    ],
  ],
];

for (const [yaml, expected] of statements) {
  test(`card that says ${JSON.stringify(yaml)}`, () => {
    const { source, root } = open(yaml);
    assert.deepEqual(sayings(readCard(root), source), expected);
  });
}

const files: [yaml: string, globs: readonly string[] | undefined][] = [
  ['license: mit', undefined],
  ['configs: []', undefined],
  ['configs: [en, de]', undefined],
  ['configs:\n- config_name: a', undefined],
  ['configs:\n- data_files: train.jsonl', ['./train.jsonl']],
  ['configs:\n- data_files: [a.csv, "b/*.csv"]', ['./a.csv', './b/*.csv']],
  ['configs:\n- data_files:\n  - split: train\n    path: data/train-*.parquet', ['./data/train-*.parquet']],
  [
    'configs:\n- data_files:\n  - split: train\n    path: [a.json, b.json]\n- data_files: c.json',
    ['./a.json', './b.json', './c.json'],
  ],
  ['configs:\n- data_files:\n    train: a.json\n    test: b.json', ['./a.json', './b.json']],
  ['configs:\n- data_dir: en/', ['en/**']],
  ['configs:\n- data_dir: ./en\n  data_files: "*.jsonl"', ['en/*.jsonl']],
  ['configs:\n- data_files: "hf://datasets/org/other/train.jsonl"', []],
  ['configs: none', undefined],
];

for (const [yaml, globs] of files) {
  test(`files of ${JSON.stringify(yaml)}`, () => assert.deepEqual(read(yaml).dataFiles, globs));
}

test('tags are listed, one or many', () => {
  assert.deepEqual(read('tags:\n- synthetic\n- jailbreak').tags, ['synthetic', 'jailbreak']);
  assert.deepEqual(read('tags: synthetic').tags, ['synthetic']);
});

const byName: [path: string, split: string][] = [
  ['data/dev-00000-of-00002.parquet', 'dev'],
  ['data/train.clean-00000-of-00002-ab.parquet', 'train.clean'],
  ['other/dev-00000-of-00002.parquet', 'validation'],
  ['train/part.jsonl', 'train'],
  ['en/test/train.jsonl', 'test'],
  ['my_eval_set.csv', 'test'],
  ['validation2.csv', 'validation'],
  ['questions-dev.jsonl', 'validation'],
  ['contest.csv', 'train'],
  ['trained.csv', 'train'],
  ['data.csv', 'train'],
];

for (const [path, split] of byName)
  test(`${path} is ${split} by its name`, () => assert.equal(splitByName(path), split));

test('a file belongs to each configuration that names it, with the split said there', () => {
  const { root } = open(
    'configs:\n- config_name: a\n  data_files:\n  - split: dev\n    path: x/*.jsonl\n- config_name: b\n  data_dir: x\n- config_name: c\n  data_files: y.jsonl',
  );
  const named = cardFiles(root);
  assert.deepEqual(splitsOf('x/test.jsonl', named), [
    { config: 'a', split: 'dev' },
    { config: 'b', split: 'test' },
  ]);
  assert.deepEqual(splitsOf('y.jsonl', named), [{ config: 'c', split: 'train' }]);
  assert.deepEqual(splitsOf('z/y.jsonl', named), []);
  assert.deepEqual(splitsOf('z/test.jsonl', []), [{ config: undefined, split: 'test' }]);
});

test('hostile cards are read or left, at once', () => {
  for (const yaml of [
    `x: ${'['.repeat(50_000)}`,
    `tags: [${'synthetic, '.repeat(50_000)}]`,
    `language_creators: {${Array.from({ length: 20_000 }, (_, i) => `k${i}: found`).join(', ')}}`,
    'license: &a [*a]',
    'license: !!binary "%"',
    '? [license]\n: mit',
    'language_creators: {__proto__: [found], constructor: other}',
    'configs:\n- {data_files: {split: {}}}\n- 3\n- data_files: [[a], {path: {b: c}}]',
  ]) {
    read(yaml);
  }
});
