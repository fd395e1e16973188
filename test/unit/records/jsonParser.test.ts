import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../../server/src/engine/records/jsonParser';
import { jsonText } from '../../support/jsonText';
import { allValues, plainValue } from '../../support/plainValue';

const DEPTH = 256;

test('reads what JSON.parse reads, and every value stands where it says', () => {
  fc.assert(
    fc.property(jsonText, (source) => {
      const { root, faults } = parseJson(source, DEPTH);
      assert.deepEqual(faults, []);
      assert.deepEqual(plainValue(root!), JSON.parse(source));
      for (const value of allValues(root!)) {
        const part = source.slice(value.start, value.end);
        assert.deepEqual(JSON.parse(part), plainValue(value));
        if (value.type !== 'object') continue;
        for (const { key, keyStart, keyEnd } of value.members) {
          assert.equal(JSON.parse(source.slice(keyStart, keyEnd)), key);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('keeps every member of a repeated key, in order', () => {
  const { root } = parseJson('{"a":1,"a":2,"\\u0061":3}', DEPTH);
  assert.ok(root?.type === 'object');
  assert.deepEqual(
    root.members.map(({ key, value }) => [key, plainValue(value)]),
    [
      ['a', 1],
      ['a', 2],
      ['a', 3],
    ],
  );
});

const spoiler = fc.constantFrom(
  ...['"', '\\', ',', ':', '{', '}', '[', ']', '\n', '\0', '\u2028', '\ufeff', "'", '//', 'NaN', '-', '+', '.', 'e'],
  ...['\\u12', '\\x', '00', 'tru', '😀', ' ', '\u00a0'],
);

test('any damage gives a fault in the record and never throws', () => {
  const damage = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.oneof(spoiler, fc.constant('')));
  fc.assert(
    fc.property(jsonText, fc.array(damage, { minLength: 1, maxLength: 3 }), (valid, damages) => {
      let source = valid;
      for (const [place, removed, added] of damages) {
        const at = place % (source.length + 1);
        source = source.slice(0, at) + added + source.slice(at + removed);
      }
      const { root, faults } = parseJson(source, DEPTH);
      let strict = true;
      try {
        assert.deepEqual(plainValue(root ?? { type: 'null', start: 0, end: 0, value: null }), JSON.parse(source));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        strict = false;
      }
      assert.equal(faults.length === 0, strict);
      for (const { start, end } of faults) assert.ok(0 <= start && start <= end && end <= source.length, source);
    }),
    { numRuns: 1500 },
  );
});

test('every proper beginning of a document is a fault', () => {
  const source = '{"a": [1.5e3, "x\\u0041\\n", true, null], "b": {"c": -0}}';
  for (let end = 0; end < source.length; end++) {
    const { root, faults } = parseJson(source.slice(0, end), DEPTH);
    assert.equal(root, undefined);
    assert.equal(faults.length, 1, source.slice(0, end));
    assert.ok(faults[0]!.end <= end);
  }
});

const messages: [source: string, at: number, what: RegExp][] = [
  ['', 0, /cut short/],
  ['{"a":1,}', 6, /trailing comma/],
  ['[1,]', 2, /trailing comma/],
  ['{"a":1} ,', 8, /comma after the record/],
  ['{"a":1} {"b":2}', 8, /text after the end/],
  ['{"a" 1}', 5, /':' after the key expected, not '1'/],
  ['{a: 1}', 1, /key in double quotes/],
  ["{'a': 1}", 1, /single quotes/],
  ['{"a": "x\ty"}', 8, /U\+0009 stands unescaped/],
  ['{"a": "\\q"}', 7, /\\'q' is no JSON escape/],
  ['{"a": "\\u12g4"}', 7, /four hex digits/],
  ['{"a": // no\n1}', 6, /comment/],
  ['{"a": "never', 6, /never closed/],
  ['[1 2]', 3, /',' or '\]'/],
  ['{"a": 01}', 7, /',' or '}'/],
  ['{"a": True}', 6, /a value expected, not 'T'/],
  ['\ufeff{}', 0, /U\+FEFF/],
];

for (const [source, at, what] of messages) {
  test(`says what is wrong with ${JSON.stringify(source)}`, () => {
    const [fault, ...others] = parseJson(source, DEPTH).faults;
    assert.deepEqual(others, []);
    assert.equal(fault!.rule, 'record-unparseable');
    assert.equal(fault!.start, at);
    assert.match(fault!.what, what);
  });
}

test('reads the numbers that only Python writes, and reports each', () => {
  const source = '[NaN, Infinity, -Infinity, -1]';
  const { root, faults } = parseJson(source, DEPTH);
  assert.deepEqual(plainValue(root!), [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1]);
  assert.deepEqual(
    faults.map(({ start, end }) => source.slice(start, end)),
    ['NaN', 'Infinity', '-Infinity'],
  );
});

test('nesting past the limit is a fault of its own, however deep', () => {
  assert.deepEqual(parseJson('[[[]]]', 3).faults, []);
  const [fault] = parseJson('[[[[]]]]', 3).faults;
  assert.equal(fault?.rule, 'record-too-deep');
  assert.equal(fault.start, 3);
  const million = 1_000_000;
  for (const source of ['['.repeat(million), '{"a":'.repeat(million)]) {
    assert.equal(parseJson(source, DEPTH).faults[0]?.rule, 'record-too-deep');
  }
  // With no limit the parser itself must not overflow: it keeps its own stack.
  const deep = `${'['.repeat(million)}${']'.repeat(million)}`;
  assert.equal(parseJson(deep, Number.POSITIVE_INFINITY).root?.end, 2 * million);
});
