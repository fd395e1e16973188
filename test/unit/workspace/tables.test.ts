import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FixedFindings } from '../../../server/src/workspace/bulk/fixedFindings';
import { RowSet } from '../../../server/src/workspace/bulk/rowSet';
import { DigestIndex } from '../../../server/src/workspace/restore/digestIndex';
import { digestOf, ProvenanceTable } from '../../../server/src/workspace/restore/provenanceTable';

test('a set of rows holds what was added and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000)), fc.array(fc.nat(100_000)), (added, others) => {
      const set = new RowSet();
      for (const row of added) set.add(row);
      for (const row of [...added, ...others]) assert.equal(set.has(row), added.includes(row));
    }),
  );
});

test('an index of digests is a map', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3000), fc.nat(2 ** 31)), { maxLength: 4000 }), (entries) => {
      const index = new DigestIndex();
      const map = new Map<number, number>();
      for (const [key, value] of entries) {
        index.set(digestOf(String(key)), value);
        map.set(key, value);
      }
      assert.equal(index.size, map.size);
      for (let key = 0; key <= 3000; key += 7) assert.equal(index.get(digestOf(String(key))), map.get(key));
    }),
    { numRuns: 20 },
  );
});

test('a table of provenances numbers each once and gives it back', () => {
  const table = new ProvenanceTable();
  const provenances = Array.from({ length: 3000 }, (_, i) => ({ source: `s${i % 1100}`, license: 'é – MIT' }));
  const numbers = provenances.map((provenance) => table.add(provenance));
  assert.equal(new Set(numbers).size, 1100);
  table.complete();
  for (const [i, number] of numbers.entries()) assert.deepEqual(table.read(number), provenances[i]);
  table.close();
});

test('of the findings of a rule, only as many as were not fixed may be left', () => {
  const fixed = new FixedFindings();
  fixed.add('a', 5000, 3, 1);
  fixed.add('b', 2, 1, 1);
  fixed.add('c', 0, 1000, 1);
  assert.deepEqual([fixed.left('a', 5000), fixed.left('b', 2)], [2, 0]);
  const unknown = [fixed.left('a', 1), fixed.left('b', 3), fixed.left('c', 0), fixed.left('d', 0)];
  assert.deepEqual(
    unknown,
    unknown.map(() => Number.POSITIVE_INFINITY),
  );
});
