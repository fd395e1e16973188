import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFrontMatter, parseText } from '../../../server/src/engine/records/frontMatter';
import { defaultLimits } from '../../../server/src/engine/records/limits';
import type { DatasetRecord } from '../../../server/src/engine/records/record';
import type { ObjectValue } from '../../../server/src/engine/records/value';
import { inChunks, splitAll } from '../../support/chunks';
import { allValues, plainValue } from '../../support/plainValue';

function read(source: string): DatasetRecord & { root: ObjectValue } {
  const raw = { row: 0, start: { line: 0, column: 0 }, byteOffset: 0, bytes: Buffer.from(source), source };
  return parseText(raw, defaultLimits) as DatasetRecord & { root: ObjectValue };
}

test('a text file is one record, however it arrives; an empty one is none', () => {
  const facts = { format: { kind: 'text' } as const };
  const text = '---\na: 1\n---\nbody é\r\n';
  const [record, ...others] = splitAll(facts, inChunks(Buffer.from(text), [1]));
  assert.deepEqual(others, []);
  assert.equal(record!.source, text);
  assert.deepEqual(splitAll(facts, []), []);
  const [cut] = splitAll(facts, [Buffer.from(text)], undefined, { recordBytes: 8, depth: 8 });
  assert.equal(cut!.cut, Buffer.byteLength(text));
});

const blocks: [source: string, content: string | undefined, body: string][] = [
  ['---\na: 1\n---\nbody', 'a: 1\n', 'body'],
  ['---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n', 'body'],
  ['---  \na: 1\n...\nbody', 'a: 1\n', 'body'],
  ['---\n---\nbody', '', 'body'],
  ['---\na: 1\n---', 'a: 1\n', ''],
  ['+++\na = 1\n+++\nbody', 'a = 1\n', 'body'],
  ['---\na: 1\n----\nbody', undefined, ''],
  ['---\na: 1\n', undefined, ''],
  [' ---\na: 1\n---\n', undefined, ''],
  ['---\na: "x\u2028---\u2028y"\n---\nbody', 'a: "x\u2028---\u2028y"\n', 'body'],
];

for (const [source, content, body] of blocks) {
  test(`front matter of ${JSON.stringify(source)}`, () => {
    const found = findFrontMatter(source);
    assert.equal(found && source.slice(found.start, found.end), content);
    if (found) assert.equal(source.slice(found.body), body);
  });
}

test('values stand where they say, and the body is the text', () => {
  const source = [
    '---',
    'plain: one two # note',
    "single: 'it is'",
    'double: "two\\n\\"lines\\""',
    'number: 12',
    'flag: true',
    'nothing:',
    'list: [a, "b"]',
    'map:',
    '  inner: x',
    'folded: >',
    '  some',
    '  words',
    '---',
    'The body.',
  ].join('\n');
  const { root, faults } = read(source);
  assert.deepEqual(faults, []);
  assert.deepEqual(plainValue(root), {
    plain: 'one two',
    single: 'it is',
    double: 'two\n"lines"',
    number: 12,
    flag: true,
    nothing: null,
    list: ['a', 'b'],
    map: { inner: 'x' },
    folded: 'some words\n',
    text: 'The body.',
  });
  const shown = new Map(root.members.map(({ key, value }) => [key, source.slice(value.start, value.end)]));
  assert.equal(shown.get('plain'), 'one two');
  assert.equal(shown.get('single'), "'it is'");
  assert.equal(shown.get('double'), '"two\\n\\"lines\\""');
  assert.equal(shown.get('nothing'), '');
  assert.equal(shown.get('list'), '[a, "b"]');
  for (const { key, keyStart, keyEnd } of root.members.slice(0, -1)) {
    assert.equal(source.slice(keyStart, keyEnd), key);
  }
});

test('a quoted value of any text keeps its text and its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (text, eol) => {
      const written = JSON.stringify(text);
      const source = ['---', `a: ${written}`, 'b: last', '---', 'body'].join(eol);
      const { root, faults } = read(source);
      assert.deepEqual(faults, []);
      const [a, b] = root.members;
      assert.equal(plainValue(a!.value), text);
      assert.equal(source.slice(a!.value.start, a!.value.end), written);
      assert.equal(source.slice(b!.value.start, b!.value.end), 'last');
    }),
  );
});

test('an alias reads as nothing: a bomb stays small', () => {
  const levels = 'abcdefghijklmnop'.split('');
  const lines = levels.map((name, i) => {
    const before = levels[i - 1];
    return `${name}: &${name} [${Array(10).fill(before ? `*${before}` : 'x')}]`;
  });
  const { root } = read(`---\n${lines.join('\n')}\n---\n`);
  assert.ok(allValues(root).length < 300);
});

const hostile: [name: string, content: string][] = [
  ['brackets inside brackets', '['.repeat(20_000)],
  ['closed brackets inside brackets', `a: ${'['.repeat(3000)}${']'.repeat(3000)}`],
  ['dashes inside dashes', '- '.repeat(3000)],
  ['questions inside questions', '? '.repeat(3000)],
  ['many keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join('\n')],
  ['one key many times', 'k: v\n'.repeat(20_000)],
  ['many anchors', Array.from({ length: 5000 }, (_, i) => `- &a${i} x`).join('\n')],
  ['tags and tabs', '!!binary |\n\t%%%\n\t'],
  ['an unknown alias', 'a: *nowhere'],
  ['a directive', '%YAML 9.9'],
  ['a control character', 'a: \u0000\u0007'],
];

for (const [name, content] of hostile) {
  test(`hostile front matter: ${name}`, () => {
    const source = `---\n${content}\n---\nbody`;
    const { root, faults } = read(source);
    assert.equal(plainValue(root.members[root.members.length - 1]!.value), 'body');
    for (const { start, end } of faults) assert.ok(0 <= start && start <= end && end <= source.length);
  });
}

test('no front matter makes the reader throw', () => {
  const unit = fc.constantFrom(
    ...['a', ':', ' ', '\n', '- ', '[', ']', '{', '}', '&a ', '*a', '!', '|', '>', '"', "'"],
  );
  const content = fc.string({
    unit: fc.oneof(unit, fc.constantFrom('#', '?', '%', ',', '\t', '\r', '<<: ', '0')),
    maxLength: 24,
  });
  fc.assert(
    fc.property(content, (content) => {
      const source = `---\n${content}\n---\nbody`;
      const { root, faults } = read(source);
      for (const { start, end } of [...faults, ...allValues(root)]) {
        assert.ok(0 <= start && start <= end && end <= source.length, `${start}–${end} of ${source.length}`);
      }
    }),
    { numRuns: 1500 },
  );
});
