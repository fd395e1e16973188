import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson } from '../../../server/src/engine/records/jsonParser';
import { isFilled, select } from '../../../server/src/engine/records/path';
import { plainValue } from '../../support/plainValue';

const at = (json: string, path: string) => select(parseJson(json, 8).root!, path).map(({ value }) => plainValue(value));

const paths: [json: string, path: string, found: unknown[]][] = [
  ['{"a": {"b": 1}}', 'a.b', [1]],
  ['{"a": {"b": 1}, "a.b": 2}', 'a.b', [2]],
  ['{"a": [{"b": 1}, {"c": 0}, {"b": null}]}', 'a[].b', [1, null]],
  ['{"a": [[1, 2], [3]]}', 'a[][]', [1, 2, 3]],
  ['[1, 2]', '[]', [1, 2]],
  ['"text"', '', ['text']],
  ['{"a": 1, "a": 2}', 'a', [2]],
  ['{"a": 1}', 'a.b', []],
  ['{"a": {"b": 1}}', 'a[].b', []],
  ['{"__proto__": {"b": 1}}', '__proto__.b', [1]],
  ['{"a": 1}', 'constructor', []],
];

for (const [json, path, found] of paths) {
  test(`${path || 'the record itself'} in ${json}`, () => assert.deepEqual(at(json, path), found));
}

test('what says something', () => {
  const filled = (json: string) => isFilled(parseJson(json, 8).root!);
  for (const json of ['null', '""', '" "', '"\\n"', '[]', '{}']) assert.equal(filled(json), false, json);
  for (const json of ['0', 'false', '"a"', '" a"', '[null]', '{"a": null}']) assert.equal(filled(json), true, json);
});
