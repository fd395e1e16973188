import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectShape } from '../../../server/src/engine/shapes/detect';
import { isIdentifier, isProse } from '../../../server/src/engine/shapes/prose';
import { JSONL, records } from './records';

const PROSE = 'A heron stood in the reeds all morning, and nobody who passed along the path saw it move its head.';

function generic(...values: unknown[]) {
  const { shape } = detectShape(records(...values), JSONL);
  assert.ok(shape.id === 'generic', shape.id);
  return shape;
}

const fields = (...values: unknown[]) =>
  Object.fromEntries(generic(...values).provenance.map(({ path, field }) => [path, field]));

test('text is found by name and by its looks', () => {
  assert.deepEqual(generic({ story: 'Once.', n: 1 }).text, ['story']);
  assert.deepEqual(generic({ notes: PROSE, n: 1 }).text, ['notes']);
  assert.deepEqual(generic({ Story: 'Once upon a time.' }).text, ['Story']);
  assert.deepEqual(generic({ items: [{ body: 'Once upon a time there was.' }] }).text, ['items[].body']);
  assert.deepEqual(generic({ notes: '鹭'.repeat(90) }).text, ['notes']);
});

test('long strings that no one wrote are no text', () => {
  for (const value of [
    'QUJDREVG'.repeat(40),
    `https://example.org/${'path/'.repeat(30)}`,
    JSON.stringify({ notes: PROSE }),
    `[${Array.from({ length: 50 }, () => '0.125').join(', ')}]`,
    Array.from({ length: 60 }, () => '0.125').join(' '),
    `data:image/png;base64,${'QUJD'.repeat(40)}`,
    'd41d8cd98f00b204e9800998ecf8427e'.repeat(3),
  ]) {
    const shape = generic({ value, n: 1 });
    assert.deepEqual([shape.text, shape.role], [[], 'other'], value.slice(0, 30));
  }
});

test('a named column of identifiers is no text, and neither is what is about the record', () => {
  assert.deepEqual(generic({ document: 'doc_0001', n: 1 }, { document: 'doc_0002', n: 2 }).text, []);
  assert.deepEqual(generic({ story: 'Once.', metadata: { abstract: PROSE }, provenance: { source: PROSE } }).text, [
    'story',
  ]);
});

test('a lone document is no dataset for its description', () => {
  const { shape } = detectShape(records({ name: 'x', description: PROSE }), {
    kind: 'json',
    wrapper: { kind: 'single' },
  });
  assert.equal(shape.role, 'other');
});

test('provenance is found by name where the values are of its kind', () => {
  assert.deepEqual(
    fields({ story: 'Once.', src: 'notes', date: '1999-05-01', Licence: 'MIT', model: 'org/heron-7b', n: 1 }),
    { src: 'source', date: 'created', Licence: 'license', model: 'generator' },
  );
  assert.deepEqual(fields({ story: 'Once.', source: `${PROSE} ${PROSE}`, date: 'morning', model: '3.5' }), {});
  assert.deepEqual(fields({ story: 'Once.', meta: { url: 'https://example.org/a' } }), { 'meta.url': 'source' });
  assert.deepEqual(fields({ story: 'Once.', timestamp: 1714550400 }), { timestamp: 'created' });
});

test('a flag says whether the text is generated', () => {
  const { provenance } = generic({ story: 'Once.', is_synthetic: true }, { story: 'Twice.', is_synthetic: false });
  assert.equal(provenance[0]?.values?.true, 'trainedAlgorithmicMedia');
});

test('people and their posts are no provenance', () => {
  assert.deepEqual(fields({ story: 'Once.', user_id: '17', author: 'A. Wader', parent: '16' }), {});
  assert.deepEqual(fields({ story: 'Once.', parent: 'doc-16' }), { parent: 'derived_from' });
});

test('the object goes where most records keep what is about them', () => {
  assert.equal(generic({ story: 'Once.', metadata: {} }).placement, 'metadata.provenance');
  assert.equal(generic({ story: 'Once.', meta: {} }, { story: 'Twice.', meta: {} }).placement, 'meta.provenance');
  assert.equal(generic({ story: 'Once.', metadata: 'x' }).placement, 'provenance');
});

test('keys that no path can name are passed over', () => {
  const shape = generic({ '': PROSE, 'a[]': PROSE, nested: { 'b.c': PROSE }, 'd.e': PROSE });
  assert.deepEqual(shape.text, ['d.e']);
});

test('prose is told from the rest', () => {
  for (const text of [PROSE, 'Ist das ein Satz?', '河流弯曲的原因是水流。']) assert.ok(isProse(text), text);
  for (const text of ['', '   ', '12 13 14 15', 'https://example.org/a', '{"a": 1}']) assert.ok(!isProse(text), text);
  for (const text of ['17', 'img_001.png', 'https://example.org', 'notes/heron']) assert.ok(isIdentifier(text), text);
  for (const text of ['Erosion', 'yes', 'two words']) assert.ok(!isIdentifier(text), text);
});
