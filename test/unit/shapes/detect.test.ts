import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectShape } from '../../../server/src/engine/shapes/detect';
import { JSONL, lines, records } from './records';

const page = (extra: object = {}) => ({
  id: '1',
  text: 'A heron stood.',
  source: 'notes',
  added: '2024-03-01',
  ...extra,
});
const repeat = (count: number, value: unknown) => Array.from({ length: count }, () => value);

test('the evidence says how many records have what', () => {
  const match = detectShape(records(...repeat(10, page())), JSONL);
  assert.equal(match.shape.id, 'dolma');
  assert.equal(match.share, 1);
  assert.match(match.evidence, /^10 of 10 sampled records have id, text, source, added\|/);
});

test('four records in five are enough, fewer are not', () => {
  const enough = detectShape(records(...repeat(8, page()), { a: 1 }, { b: 2 }), JSONL);
  assert.deepEqual([enough.shape.id, enough.share], ['dolma', 0.8]);
  const few = detectShape(records(...repeat(7, page()), { a: 1 }, { b: 2 }, { c: 3 }), JSONL);
  assert.equal(few.shape.id, 'generic');
});

test('records that could not be read do not count', () => {
  const good = JSON.stringify(page());
  assert.equal(detectShape(lines([good, good, '{"id":', '{', 'nonsense'].join('\n')), JSONL).shape.id, 'dolma');
});

test('an empty sample is said to be one', () => {
  for (const sample of [[], lines('{\n{')]) {
    const { shape, share, evidence } = detectShape(sample, JSONL);
    assert.deepEqual([shape.id, shape.role, share, evidence], ['empty', 'other', 0, 'No record could be read']);
  }
});

test('pointers and formats that are not read have no shape of their own', () => {
  const pointer = detectShape([], { kind: 'pointer', to: 'Git LFS' });
  assert.deepEqual(
    [pointer.shape.id, pointer.evidence],
    ['pointer', 'A Git LFS pointer stands in the place of the data'],
  );
  assert.equal(detectShape([], { kind: 'unsupported', what: 'Parquet' }).shape.id, 'unsupported');
});

test('bare strings are text at the root', () => {
  const { shape } = detectShape(records('One.', 'Two.', 'Three.'), { kind: 'json', wrapper: { kind: 'array' } });
  assert.deepEqual([shape.id, shape.text, shape.placement], ['bare-strings', [''], 'none']);
});

test('log lines are no dataset', () => {
  for (const line of [
    { level: 'INFO', timestamp: '2024-05-01T08:00:00Z', message: 'The server has started and listens on a port.' },
    { level: 30, time: 1714550400000, pid: 7, hostname: 'h', msg: 'The server has started.' },
    { severity: 'WARNING', '@timestamp': '2024-05-01', message: 'Slow.' },
  ]) {
    const { shape } = detectShape(records(...repeat(5, line)), JSONL);
    assert.deepEqual([shape.id, shape.role], ['log', 'other']);
  }
});

test('a level that is none of a log leaves a dataset', () => {
  const problem = { level: 'Level 5', time: '2024', message: 'x', problem: 'How many herons?', solution: 'Two.' };
  assert.equal(detectShape(records(problem), JSONL).shape.id, 'math-reasoning');
});

test('a label is an origin only where every label is one', () => {
  const rows = (...labels: unknown[]) => records(...labels.map((label) => ({ text: 'A heron stood.', label })));
  const origin = (sample: ReturnType<typeof records>) =>
    detectShape(sample, JSONL).shape.provenance.find(({ field }) => field === 'digital_source_type');
  const field = origin(rows('human', 'AI', 'human', 'AI-generated'));
  assert.equal(field?.path, 'label');
  assert.equal(field?.values?.human, 'digitalCreation');
  assert.equal(field?.values?.['AI-generated'], 'trainedAlgorithmicMedia');
  assert.equal(origin(rows('human', 'animal', 'human')), undefined);
  assert.equal(origin(rows(0, 1, 1)), undefined);
  assert.equal(origin(rows('positive', 'negative')), undefined);
  assert.equal(origin(rows('constructor', 'toString')), undefined);
});

test('the object is not written into a string, nor over another value of its name', () => {
  const placement = (...values: object[]) => detectShape(records(...values), JSONL).shape.placement;
  assert.equal(placement(page({ metadata: { license: 'MIT' } })), 'metadata.provenance');
  assert.equal(placement(page()), 'metadata.provenance');
  assert.equal(placement(page({ metadata: '{}' })), 'provenance');
  assert.equal(placement(page({ metadata: { provenance: 'shard-0091' } })), 'provenance');
  assert.equal(placement(page({ metadata: '{}', provenance: 'shard-0091' })), 'none');
  const { shape } = detectShape(records(page()), { kind: 'csv' });
  assert.equal(shape.placement, 'provenance');
});

test('the text of an annotation tool is found under the names its user chose', () => {
  const task = {
    id: 1,
    data: { ocr: 'A heron stood in the reeds all morning, and nobody who passed it saw it move at all.' },
  };
  const { shape } = detectShape(records({ ...task, annotations: [] }), JSONL);
  assert.deepEqual([shape.id, shape.text], ['label-studio', ['data.ocr']]);
  const images = detectShape(records({ id: 1, data: { image: 'https://example.org/a.png' }, annotations: [] }), JSONL);
  assert.equal(images.shape.role, 'annotations');
});

test('a page is a card by its front matter, and a record with the same keys is not', () => {
  assert.notEqual(
    detectShape(records({ task_categories: ['x'], text: 'A heron.' }), JSONL).shape.id,
    'hf-dataset-card',
  );
});

test('hostile samples come to an end', () => {
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, index % 2 ? 'x' : {}]));
  const long = { messages: Array.from({ length: 50_000 }, () => ({ role: 'user', content: 'x y z' })) };
  const deep = JSON.parse(`${'{"replies":['.repeat(60)}${']}'.repeat(60)}`);
  const branching = {
    a: Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => ({ text: 'some words here' }))),
  };
  const blob = { text: ' '.repeat(2_000_000), data: 'QUJD'.repeat(500_000), url: `https://${'a/'.repeat(500_000)}` };
  for (const value of [wide, long, deep, branching, blob]) {
    const sample = records(...repeat(4, value));
    assert.ok(detectShape(sample, JSONL).shape);
  }
});
