import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeModel, encodeModel } from '../../../server/src/engine/synthetic/lexical/model';

function sparse(bits: number, filled: readonly [slot: number, weight: number][]) {
  const weights = new Int8Array(1 << bits);
  for (const [slot, weight] of filled) weights[slot] = weight;
  return { weights, bits, scale: 0.125, bias: -1.5, date: '2026-01-09' };
}

test('a model reads back as it was written, whatever the distances between weights', () => {
  for (const filled of [
    [],
    [[0, 1]],
    [[1, -127], [2, 127], [129, 3], [130, -4], [20_000, 5], [65_535, -1]],
  ] as [number, number][][]) {
    const model = sparse(16, filled);
    assert.deepEqual(decodeModel(encodeModel(model)), model);
  }
});

test('a view into a larger buffer reads as well', () => {
  const model = sparse(10, [[7, 9]]);
  const bytes = encodeModel(model);
  const larger = new Uint8Array(bytes.length + 5);
  larger.set(bytes, 3);
  assert.deepEqual(decodeModel(larger.subarray(3, 3 + bytes.length)), model);
});

test('bytes that are no model are refused', () => {
  const bytes = encodeModel(sparse(10, [[7, 9], [900, 2]]));
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
