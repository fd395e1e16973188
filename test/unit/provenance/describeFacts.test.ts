import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assertion } from '../../../server/src/engine/provenance/assertion';
import { Counter } from '../../../server/src/engine/provenance/describe/counter';
import { period, share, topRows, whole } from '../../../server/src/engine/provenance/describe/figures';
import { isComplete } from '../../../server/src/engine/provenance/describe/summary';
import { parseSidecar } from '../../../server/src/engine/provenance/sidecar';
import { recordHash } from '../../../server/src/engine/records/hash';
import { openDataset } from '../../support/datasets';
import { HUMAN, MACHINE, SILENT, stating, summaryOf } from '../../support/describing';

const place = (file: string) => ({ file, range: { start: { line: 3, column: 0 }, end: { line: 3, column: 9 } } });

test('records are counted by what they state', () => {
  const { total, files } = summaryOf({
    'a.jsonl':
      stating({ ...MACHINE, license: 'mit', source: 'org/seed', created: '2024-01-02', added: '2024-02' }) +
      stating({ ...HUMAN, license: 'MIT', source: 'https://user:pass@Example.org:80/x', created: '2023-05-01' }) +
      stating({
        digital_source_type: 'compositeSynthetic',
        generator: 'org/model@v1',
        license: 'gpl',
        created: 'soon',
      }),
    'b.jsonl': SILENT + stating({ digital_source_type: 'noAssertion', generator: 'unrecorded', source: 'N/A' }),
  });
  assert.deepEqual(
    [...total.origins].map(([origin, { records }]) => [origin, records]),
    [
      ['machine', 1],
      ['human', 1],
      ['mixed', 1],
      ['none', 1],
      ['unknown', 1],
    ],
  );
  assert.deepEqual([total.records, total.words, total.characters], [5, 30, 135]);
  assert.deepEqual(total.generators.top(), [['org/model@v1', 2]]);
  assert.deepEqual(total.licenses.top(), [['MIT', 2]]);
  assert.deepEqual(total.unreadLicenses.top(), [['gpl', 1]]);
  assert.deepEqual(total.sources.top(), [['org/seed', 1]]);
  assert.deepEqual(total.hosts.top(), [['example.org', 1]]);
  assert.equal(period(total.created), '2023-05-01 to 2024-01-02');
  assert.equal(total.created.unread, 1);
  assert.equal(period(total.added), '2024-02-01 to 2024-02-29');
  assert.deepEqual([total.withModelText, total.withMachineText, total.withUnnamedModel], [2, 2, 0]);
  assert.deepEqual(
    files.map(({ path, facts }) => [path, facts.records]),
    [
      ['a.jsonl', 3],
      ['b.jsonl', 2],
    ],
  );
});

test('a conversation with turns of a model is mixed, and each model counts once a record', () => {
  const turns = (...models: (string | undefined)[]) =>
    `${JSON.stringify({
      conversation_hash: 'h',
      timestamp: '2024-01-01T00:00:00Z',
      model: models.find(Boolean),
      conversation: models.map((model) => ({
        role: model ? 'assistant' : 'user',
        content: 'Words.',
        ...(model && { model }),
      })),
    })}\n`;
  const { total } = summaryOf({ 'chat.jsonl': turns(undefined, 'gpt-4', undefined, 'gpt-4') });
  assert.equal(total.count('mixed'), 1);
  assert.deepEqual(total.generators.top(), [['gpt-4', 1]]);
});

test('what a card or description says is no evidence, what the configuration says is', () => {
  const inherited = (file: string): Assertion => ({
    field: 'digital_source_type',
    value: 'digitalCreation',
    scope: 'dataset',
    place: place(file),
  });
  for (const file of ['README.md', 'croissant.json', 'data/README.md']) {
    const { total, claims } = summaryOf({ 'a.jsonl': SILENT }, { inherited: [inherited(file)] });
    assert.equal(total.count('human'), 0, file);
    assert.deepEqual(claims, [
      { field: 'digital_source_type', value: 'digitalCreation', place: `${file}:4`, records: 1 },
    ]);
  }
  for (const file of ['dataset-hygiene.json', '../dataset-hygiene.json']) {
    const { total, claims } = summaryOf({ 'a.jsonl': SILENT }, { inherited: [inherited(file)] });
    assert.equal(total.count('human'), 1, file);
    assert.deepEqual(claims, []);
  }
});

test('a row sidecar is evidence for the row it was written for', () => {
  const { records } = openDataset('a.jsonl', SILENT);
  const row = { row: 0, recordHash: recordHash(records[0]!), provenance: { license: 'CC0-1.0' } };
  const { sidecar } = parseSidecar(JSON.stringify(row), 'a.jsonl.provenance.jsonl');
  assert.deepEqual(summaryOf({ 'a.jsonl': SILENT }, { sidecar }).total.licenses.top(), [['CC0-1.0', 1]]);
  assert.deepEqual(summaryOf({ 'a.jsonl': stating(HUMAN) }, { sidecar }).total.licenses.top(), []);
});

test('a record that cannot be read, or a file that is not, makes the facts incomplete', () => {
  assert.equal(isComplete(summaryOf({ 'a.jsonl': SILENT })), true);
  assert.equal(isComplete(summaryOf({ 'a.jsonl': `${SILENT}{"text": \n` })), false);
  assert.equal(isComplete(summaryOf({ 'a.jsonl': SILENT, 'b.parquet': 'PAR1' })), false);
  assert.equal(isComplete(summaryOf({})), false);
});

test('columns are those whose values are taken as they stand', () => {
  const { files } = summaryOf({
    'a.jsonl': `${JSON.stringify({ id: '1', text: 'Words.', source: 'x', added: '2024-01-01', metadata: { license: 'MIT' } })}\n`,
    'b.csv': 'text,provenance.generator\nWords and more words.,org/m\n',
    'c.jsonl': `${JSON.stringify({ text: 'Words.', synthetic: true, completions: [{ response: 'x', model: 'm' }], instruction: 'i', models: ['m'] })}\n`,
  });
  const shown = files.map(({ columns }) =>
    columns
      .map(({ field, column, keys, isList }) => `${field}=${[column, ...keys].join('/')}${isList ? '[]' : ''}`)
      .sort(),
  );
  assert.deepEqual(shown[0], ['added=added', 'license=metadata/license', 'source=source']);
  assert.deepEqual(shown[1], ['generator=provenance.generator']);
  assert.ok(shown[2]!.includes('generator=completions/model[]'), shown[2]!.join());
});

test('a counter keeps the first values exactly and counts the rest together', () => {
  const counter = new Counter(2);
  for (const value of ['a', 'b', 'c', 'a', 'd', 'x'.repeat(501)]) counter.add(value);
  assert.deepEqual(counter.top(), [
    ['a', 2],
    ['b', 1],
  ]);
  assert.deepEqual([counter.distinct, counter.beyond, counter.only], [2, 3, undefined]);
  assert.deepEqual(topRows(counter, 1), [
    { value: 'a', records: 2 },
    { label: 'others, not all kept apart', records: 4 },
  ]);
});

test('a share never reads as nothing or all where it is not', () => {
  assert.deepEqual(
    [share(0, 5), share(1, 100_000), share(99_999, 100_000), share(5, 5), share(1, 3), share(0, 0)],
    ['0.0%', '<0.1%', '>99.9%', '100.0%', '33.3%', '0.0%'],
  );
  assert.deepEqual([whole(0), whole(999), whole(1000), whole(1234567)], ['0', '999', '1,000', '1,234,567']);
});
