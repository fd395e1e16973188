import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type JsonWrapper, parseJsonRecord } from '../../../server/src/engine/records/json';
import { defaultLimits } from '../../../server/src/engine/records/limits';
import type { RawRecord } from '../../../server/src/engine/records/record';
import { fileStart } from '../../../server/src/engine/records/splitter';
import { chunkSizes, inChunks, splitAll } from '../../support/chunks';
import { jsonObject, jsonSpace, jsonText } from '../../support/jsonText';
import { assertPlaces } from '../../support/places';

const facts = (wrapper: JsonWrapper) => ({ format: { kind: 'json', wrapper } as const });

const spacedRecord = fc.tuple(jsonSpace, jsonText, jsonSpace);
const records = fc.array(spacedRecord, { maxLength: 5 });
const listed = (items: string[][]) => `[${items.map((item) => item.join('')).join(',')}]`;
const trimmed = (items: string[][]) => items.map(([, record]) => record!);

interface Document {
  wrapper: JsonWrapper;
  text: string;
  expected: string[];
}

const arrays = fc.tuple(jsonSpace, records, jsonSpace).map(
  ([before, items, after]): Document => ({
    wrapper: { kind: 'array' },
    text: before + listed(items) + after,
    expected: trimmed(items),
  }),
);

const keyed = fc.tuple(fc.array(fc.tuple(jsonText, jsonSpace)), records, jsonObject, jsonSpace).map(
  ([before, items, meta, gap]): Document => ({
    wrapper: { kind: 'key', key: 'data' },
    text: `{${before.map(([value, space], index) => `${space}"naïve ${index}"${space}:${value},`).join('')}"d\\u0061ta"${gap}:${gap}${listed(items)}, "meta": ${meta}}`,
    expected: trimmed(items),
  }),
);

const maps = fc.tuple(jsonSpace, records).map(
  ([gap, items]): Document => ({
    wrapper: { kind: 'map' },
    text: `${gap}{${items.map((item, index) => `${gap}"kéy:${index}, [\\""${gap}:${item.join('')}`).join(',')}}`,
    expected: trimmed(items),
  }),
);

const singles = fc.tuple(jsonSpace, jsonText, jsonSpace).map(
  ([before, text, after]): Document => ({
    wrapper: { kind: 'single' },
    text: before + text + after,
    expected: [text],
  }),
);

test('cuts a document into its records, at their places, however it arrives', () => {
  fc.assert(
    fc.property(fc.oneof(arrays, keyed, maps, singles), chunkSizes, ({ wrapper, text, expected }, sizes) => {
      const bytes = Buffer.from(text);
      const whole = splitAll(facts(wrapper), [bytes]);
      assert.deepEqual(
        whole.map(({ source }) => source),
        expected,
      );
      assert.ok(whole.every((record) => !record.faults && !record.stray));
      assertPlaces(text, whole);
      assert.deepEqual(splitAll(facts(wrapper), inChunks(bytes, sizes)), whole);
      if (wrapper.kind === 'single') return;
      for (const { row, start, byteOffset } of whole) {
        const tail = inChunks(bytes.subarray(byteOffset), sizes);
        assert.deepEqual(splitAll(facts(wrapper), tail, { row, position: start, byteOffset }), whole.slice(row));
      }
    }),
    { numRuns: 600 },
  );
});

/** What a reader is told of a document: the source of each record that can be read, and each fault. */
function told(wrapper: JsonWrapper, text: string): string[] {
  const chunked = [1, 2, 3, 5, 8].map((size) => splitAll(facts(wrapper), inChunks(Buffer.from(text), [size])));
  const whole = splitAll(facts(wrapper), [Buffer.from(text)]);
  for (const records of chunked) assert.deepEqual(records, whole);
  assertPlaces(text, whole);
  return whole.flatMap((raw: RawRecord) => {
    const { root, faults, source } = parseJsonRecord(raw, defaultLimits);
    for (const { start, end } of faults) assert.ok(0 <= start && start <= end && end <= source.length);
    return [...(root ? [source] : []), ...faults.map(({ what }) => `! ${what}`)];
  });
}

const array: JsonWrapper = { kind: 'array' };
const data: JsonWrapper = { kind: 'key', key: 'data' };
const map: JsonWrapper = { kind: 'map' };
const single: JsonWrapper = { kind: 'single' };
const goesOn = '! the document goes on after the list of records in a way that is not JSON';

const envelopes: [name: string, wrapper: JsonWrapper, text: string, told: string[]][] = [
  ['an empty array', array, '[]', []],
  ['a blank array', array, ' [ \r\n ] ', []],
  ['an empty map', map, '{}', []],
  ['an empty list under a key', data, '{"data": []}', []],
  ['an empty file', single, '', []],
  ['nothing but white space', single, ' \n', []],
  ['an array that ends after a record', array, '[1, 2', ['1', '2', cut('after this record, inside the list')]],
  ['an array that ends after a comma', array, '[1,', ['1', cut('inside the list of records')]],
  ['an array that ends at once', array, '[', [cut('inside the list of records')]],
  ['a trailing comma', array, '[1, 2,\n]', ['1', '2', '! a trailing comma after the last record']],
  ['two commas', array, '[1,,2]', ['1', '! nothing between two commas', '2']],
  ['text after an array', array, '[1] x', ['1', goesOn]],
  ['a second array', array, '[1]\n[2]', ['1', goesOn]],
  ['a second map', map, '{"a": 1}{"b": 2}', ['1', goesOn]],
  ['a key without its value', map, '{"a": 1, "b"}', ['1', '"b"']],
  ['a list under a key, and members after it', data, '{"data": [1], "n": {"x": []}}', ['1']],
  ['a document that ends after its list', data, '{"data": [1]', ['1', goesOn]],
  ['a document that ends in a later member', data, '{"data": [1], "n": "x', ['1', goesOn]],
  ['text after a document with its list', data, '{"data": [1]} y', ['1', goesOn]],
  ['a list that is not there', data, '{"n": [1], "m": "data"}', ['! the list of records is not there']],
  ['a value called as the key', data, '{"n": "data", "m": [0], "data": [1]}', ['1']],
  ['the key at another level', data, '{"n": {"data": [0]}, "data": [1]}', ['1']],
];

function cut(where: string): string {
  return `! the file ends ${where}: it is cut short`;
}

for (const [name, wrapper, text, expected] of envelopes) {
  test(`envelope: ${name}`, () => assert.deepEqual(told(wrapper, text), expected));
}

test('one malformed record leaves the others readable', () => {
  const text = '[{"a": 1}, {"a": tru}, {"a" 2}, {"a": 3}]';
  assert.deepEqual(
    told(array, text).filter((line) => !line.startsWith('!')),
    ['{"a": 1}', '{"a": 3}'],
  );
});

test('records over the limit are cut, and the places of the others hold', () => {
  const limits = { recordBytes: 12, depth: 8 };
  const text = '[\n  {"a": 1},\r\n  {"a": "é\\n…",\r\n   "b": 2}, {"a": 2},\n  "naïve and long"\r]';
  const whole = splitAll(facts(array), [Buffer.from(text)], fileStart(), limits);
  assert.deepEqual(
    whole.map(({ row, cut, source }) => [row, cut, cut ? '' : source]),
    [
      [0, undefined, '{"a": 1}'],
      [1, 28, ''],
      [2, undefined, '{"a": 2}'],
      [3, 18, ''],
    ],
  );
  assertPlaces(text, whole);
  for (let size = 1; size < 40; size++) {
    assert.deepEqual(splitAll(facts(array), inChunks(Buffer.from(text), [size]), fileStart(), limits), whole);
  }
});
