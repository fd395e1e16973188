import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attributesPath,
  parseDolmaAttributes,
} from '../../../server/src/engine/provenance/declarations/dolmaAttributes';
import { check, openDataset } from '../../support/datasets';

const documents = ['a', 'b'].map((id) => JSON.stringify({ id, source: 'lake', text: 'Hello.', added: '2024-01-01' }));
const content = `${documents.join('\n')}\n`;
const attributes = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function found(text: string): string[] {
  const sidecar = parseDolmaAttributes(text, 'attributes/origins/0.jsonl');
  return openDataset('documents/0.jsonl', content).records.flatMap((record) =>
    (sidecar?.find(record) ?? []).flatMap(({ assertions }) =>
      assertions.map(({ field, value, place }) => `${record.row} ${field}=${value} line ${place!.range.start.line}`),
    ),
  );
}

test('provenance among the attributes of a tagger, in any order', () => {
  const text = attributes(
    { id: 'b', source: 'lake', attributes: { mix__origins__digital_source_type: 'noAssertion' } },
    { id: 'a', attributes: { provenance: { generator: 'org/model', license: null }, derived_from: ['x'] } },
  );
  assert.deepEqual(found(text), [
    '0 generator=org/model line 1',
    '0 derived_from=x line 1',
    '1 digital_source_type=noAssertion line 0',
  ]);
});

test('scores and spans are no provenance, nor is a key that means other things elsewhere', () => {
  const scores = {
    id: 'a',
    source: 'lake',
    attributes: { toxicity: 0.1, mix__lang__en: [[0, 300, 0.9]], license: 'MIT' },
  };
  assert.equal(parseDolmaAttributes(attributes(scores), 'x'), undefined);
  assert.equal(parseDolmaAttributes('', 'x'), undefined);
  const spans = { id: 'a', source: 'lake', attributes: { digital_source_type: [[0, 3, 1]] } };
  assert.equal(parseDolmaAttributes(attributes(spans), 'x'), undefined);
});

test('lines that are no rows are passed over', () => {
  const row = { id: 'a', source: 'lake', attributes: { digital_source_type: 'print' } };
  const text = `\n{"id": "a", "digital_source_type"\n[1]\n{"attributes": {"digital_source_type": "print"}}\n${attributes(row)}`;
  assert.deepEqual(found(text), ['0 digital_source_type=print line 4']);
});

test('rows for documents that are not there are reported, the others hold', async () => {
  const row = (id: string) => ({
    id,
    source: 'lake',
    attributes: { provenance: { digital_source_type: 'print', license: 'MIT' } },
  });
  const sidecar = parseDolmaAttributes(attributes(row('a'), row('b'), row('c')), 'attributes/origins/0.jsonl')!;
  const { findings } = await check('0.jsonl', content, { sidecar });
  assert.deepEqual(
    findings.map(({ message }) => message),
    [
      '1 of 3 rows of attributes/origins/0.jsonl belong to no record here and were not applied: the data changed after they were written.',
    ],
  );
});

test('where the attributes of a file of documents are', () => {
  const cases = [
    ['mix/documents/cc/0.jsonl.gz', 'mix/attributes/origins/cc/0.jsonl.gz'],
    ['documents/0.jsonl', 'attributes/origins/0.jsonl'],
    ['documents/documents/0.jsonl', 'documents/attributes/origins/0.jsonl'],
    ['my-documents/0.jsonl', undefined],
    ['0.jsonl', undefined],
  ] as const;
  for (const [documents, expected] of cases) assert.equal(attributesPath(documents, 'origins'), expected, documents);
});
