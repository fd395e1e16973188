import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../server/src/engine/finding';
import { FindingStore } from '../../../server/src/lsp/documents/findingStore';

const place = { line: 0, column: 0 };

function finding(rule: string, row: number | null, message = `${rule} ${row}`): Finding {
  const related = row === null ? [] : [{ message: `why ${message}` }];
  const rows = row === null ? [0, 2] : undefined;
  const range = { start: place, end: place };
  return { rule, severity: 'warning', message, row, range, related, problem: null, ...(rows && { rows }) };
}

function storeOf(...findings: Finding[]): FindingStore {
  const store = new FindingStore();
  for (const one of findings) store.add(one);
  store.sort();
  return store;
}

test('findings that come after those about the file are sorted to their records', () => {
  const store = storeOf(
    finding('source-missing', 0),
    finding('source-missing', 2),
    finding('license-missing', 2),
    finding('provenance-partial-rows', null),
    finding('duplicate-text-conflicting-origin', 1),
    finding('duplicate-text-conflicting-origin', 2),
  );
  assert.deepEqual(
    Array.from({ length: store.length }, (_, index) => store.at(index).message),
    [
      'source-missing 0',
      'duplicate-text-conflicting-origin 1',
      'source-missing 2',
      'license-missing 2',
      'duplicate-text-conflicting-origin 2',
      'provenance-partial-rows null',
    ],
  );
  assert.deepEqual(store.rows(), [0, 1, 2]);
  assert.deepEqual(store.rows('duplicate-text-conflicting-origin'), [1, 2]);
  const ofThird = store.ofRow(2);
  assert.deepEqual(
    ofThird.map(({ rule }) => rule),
    ['source-missing', 'license-missing', 'duplicate-text-conflicting-origin'],
  );
  for (const { message, related } of ofThird) assert.deepEqual(related, [{ message: `why ${message}` }]);
  assert.deepEqual(
    store.ofFile().map(({ rule, rows }) => [rule, rows]),
    [['provenance-partial-rows', [0, 2]]],
  );
  assert.deepEqual(store.countOf('duplicate-text-conflicting-origin').records, 2);
});

test('a record without findings, and a file without any, have none', () => {
  assert.deepEqual(storeOf(finding('source-missing', 3)).ofRow(2), []);
  const empty = storeOf();
  assert.deepEqual([empty.length, empty.rows(), empty.ofRow(0), empty.ofFile()], [0, [], [], []]);
});
