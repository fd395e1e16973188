import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinSidecars } from '../../../server/src/engine/provenance/declarations/sidecarRows';
import { parseSidecar, sidecarLine } from '../../../server/src/engine/provenance/sidecar';
import { recordHash } from '../../../server/src/engine/records/hash';
import { openDataset } from '../../support/datasets';

const { records } = openDataset(
  'data.jsonl',
  '{"id": "a", "source": "lake", "text": "One."}\n{"id": 7, "text": "Two."}\n{"text": "Three."}\n',
);
const [lake, seven, bare] = records as [(typeof records)[0], (typeof records)[0], (typeof records)[0]];

const numbered = (record: typeof bare, provenance: Record<string, unknown>, row = record.row) =>
  sidecarLine({ row, recordHash: recordHash(record), provenance });
const named = (fields: Record<string, unknown>) => `${JSON.stringify(fields)}\n`;

const found = (text: string, record: typeof bare) =>
  parseSidecar(text, 'side')
    .sidecar.find(record)
    .flatMap(({ assertions }) =>
      assertions.map(({ field, value, place }) => `${field}=${value}@${place?.range.start.line}`),
    );

test('a row speaks for the record it was written for', () => {
  assert.deepEqual(found(numbered(bare, { license: 'MIT', source: null }), bare), ['license=MIT@0']);
  assert.deepEqual(found(numbered(bare, { license: 'MIT' }), lake), []);
  assert.deepEqual(found(numbered(bare, { license: 'MIT' }, 0), lake), []);
});

test('a row by id speaks for its record wherever that stands and whatever became of its text', () => {
  const moved = { ...lake, row: 5000, bytes: Buffer.from('{}') };
  assert.deepEqual(found(named({ source: 'lake', id: 'a', provenance: { license: 'MIT' } }), moved), ['license=MIT@0']);
  assert.deepEqual(found(named({ id: 'a', provenance: { license: 'MIT' } }), lake), ['license=MIT@0']);
  assert.deepEqual(found(named({ id: '7', provenance: { license: 'MIT' } }), seven), ['license=MIT@0']);
});

test('an id counts within its source', () => {
  assert.deepEqual(found(named({ source: 'sea', id: 'a', provenance: { license: 'MIT' } }), lake), []);
  assert.deepEqual(found(named({ source: 'lake', id: 7, provenance: { license: 'MIT' } }), seven), []);
  const both =
    named({ source: 'lake', id: 'a', provenance: { license: 'A' } }) + named({ id: 'a', provenance: { license: 'B' } });
  assert.deepEqual(found(both, lake), ['license=A@0']);
});

test('a row for the very bytes is nearer than one for the id', () => {
  const text = named({ id: 'a', provenance: { license: 'A', source: 's' } }) + numbered(lake, { license: 'B' });
  assert.deepEqual(found(text, lake), ['license=B@1', 'source=s@0', 'license=A@0']);
});

test('a later line for a record replaces an earlier one', () => {
  const text = numbered(bare, { license: 'A' }) + numbered(bare, { license: 'B' });
  assert.equal(parseSidecar(text, 'side').sidecar.size, 1);
  assert.deepEqual(found(text, bare), ['license=B@1']);
});

test('the bytes of a record are looked at only where there is a row of its number', () => {
  const { sidecar } = parseSidecar(named({ id: 'a', provenance: {} }) + numbered(bare, {}), 'side');
  const unhashed = { ...lake };
  Object.defineProperty(unhashed, 'bytes', { get: () => assert.fail() });
  assert.equal(sidecar.find(unhashed).length, 1);
});

test('the place of what a row says is its value', () => {
  const text = named({ id: 'a', provenance: { license: 'MIT' } });
  const [row] = parseSidecar(text, 'side').sidecar.find(lake);
  const { start, end } = row!.assertions[0]!.place!.range;
  assert.equal(text.slice(start.column, end.column), '"MIT"');
});

test('lines that are no rows are counted, blank ones are not', () => {
  const bad = [
    '{',
    '[]',
    '{"row": "0", "recordHash": "x", "provenance": {}}',
    '{"row": 0, "provenance": {}}',
    '{"id": "a"}',
  ];
  const good = numbered(bare, { source: 's', foreign: 'key' }).trim();
  const text = [...bad, '', '  ', `${good}\r`].join('\n');
  const { sidecar, unreadable } = parseSidecar(text, 'side');
  assert.equal(unreadable, bad.length);
  assert.equal(sidecar.size, bad.length + 1);
  assert.deepEqual(found(text, bare), [`source=s@${bad.length + 2}`]);
});

test('sidecars are joined, the earlier ones nearer', () => {
  const one = parseSidecar(named({ id: 'a', provenance: { license: 'A' } }), 'one').sidecar;
  const two = parseSidecar(named({ id: 'a', provenance: { license: 'B' } }), 'two').sidecar;
  assert.equal(joinSidecars([]), undefined);
  assert.equal(joinSidecars([one]), one);
  const joined = joinSidecars([one, two])!;
  assert.equal(joined.size, 2);
  assert.deepEqual(
    joined.find(lake).map(({ assertions }) => assertions[0]?.value),
    ['A', 'B'],
  );
});
