import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeModel, encodeModel, weightOf } from '../../../server/src/engine/synthetic/lexical/model';

function sparse(bits: number, filled: readonly [slot: number, entry: number][]) {
  const table = new Int16Array(1 << bits);
  for (const [slot, entry] of filled) table[slot] = entry;
  return { table, bits, scale: 0.125, bias: -1.5, date: '2026-01-09' };
}

test('a model reads back as it was written, whatever the distances between weights', () => {
  for (const filled of [
    [],
    [[0, 1]],
    [
      [1, -127],
      [2, 127],
      [129, 3],
      [130, -4],
      [20_000, 5],
      [65_535, -1],
    ],
  ] as [number, number][][]) {
    const model = sparse(16, filled);
    assert.deepEqual(decodeModel(encodeModel(model)), model);
  }
});

test('a weight belongs to the features of its slot and fingerprint only', () => {
  const model = sparse(10, [[5, (0x9a << 8) | (-7 & 255)]]);
  const feature = (slot: number, fingerprint: number, rest: number) => (slot << 22) | (fingerprint << 14) | rest;
  assert.equal(weightOf(model, feature(5, 0x9a, 0)), -7);
  assert.equal(weightOf(model, feature(5, 0x9a, 0x3fff)), -7);
  assert.equal(weightOf(model, feature(5, 0x9b, 0)), 0);
  assert.equal(weightOf(model, feature(6, 0x9a, 0)), 0);
});

test('a view into a larger buffer reads as well', () => {
  const model = sparse(10, [[7, 9]]);
  const bytes = encodeModel(model);
  const larger = new Uint8Array(bytes.length + 5);
  larger.set(bytes, 3);
  assert.deepEqual(decodeModel(larger.subarray(3, 3 + bytes.length)), model);
});

test('bytes that are no model are refused', () => {
  const bytes = encodeModel(
    sparse(10, [
      [7, 9],
      [900, 2],
    ]),
  );
  assert.throws(() => decodeModel(new Uint8Array(0)), RangeError);
  assert.throws(() => decodeModel(bytes.subarray(0, 10)), RangeError);
  assert.throws(() => decodeModel(bytes.subarray(0, bytes.length - 1)), RangeError);
  const other = bytes.slice();
  other[0] = 0;
  assert.throws(() => decodeModel(other), RangeError);
  const newer = bytes.slice();
  newer[4] = 99;
  assert.throws(() => decodeModel(newer), RangeError);
});
