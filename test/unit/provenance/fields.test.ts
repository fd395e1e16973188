import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldForKey, provenanceFields } from '../../../server/src/engine/provenance/fields';

test('the fields are in canonical order', () => {
  assert.deepEqual(
    provenanceFields.map((info) => info.field),
    [
      'digital_source_type',
      'annotations_creator',
      'generator',
      'source',
      'license',
      'created',
      'added',
      'derived_from',
      'generation_depth',
    ],
  );
});

test('each name means one field', () => {
  const names = provenanceFields.flatMap((info) => [info.field, ...info.synonyms]);
  assert.equal(new Set(names).size, names.length);
  for (const info of provenanceFields) {
    for (const name of [info.field, ...info.synonyms]) {
      assert.equal(name, name.toLowerCase());
      assert.equal(fieldForKey(name), info.field);
      assert.equal(fieldForKey(name.toUpperCase().replaceAll('_', '-')), info.field);
    }
  }
});

const keys: [key: string, field: string | undefined][] = [
  ['digitalSourceType', 'digital_source_type'],
  ['model_name', 'generator'],
  ['Model-Name', 'generator'],
  ['pile_set_name', 'source'],
  ['url', 'source'],
  ['Licence', 'license'],
  ['date', 'created'],
  ['retrieved', 'added'],
  ['parent', 'derived_from'],
  ['parent_id', undefined],
  ['parent-id', undefined],
  ['label', undefined],
  ['text', undefined],
  ['', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
  ['s'.repeat(1_000_000), undefined],
];

for (const [key, field] of keys) {
  test(`key ${JSON.stringify(key.slice(0, 30))} means ${field}`, () => assert.equal(fieldForKey(key), field));
}

test('every field is described', () => {
  for (const info of provenanceFields) {
    assert.ok(info.title !== '' && info.standard !== '' && info.description.endsWith('.'), info.field);
  }
});
