import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../server/src/engine/fix';
import {
  addToList,
  insertKeys,
  removeFromList,
  removeKey,
  replaceEntry,
  setKeys,
} from '../../../../server/src/engine/provenance/declarations/cardEdits';
import { entriesOf } from '../../../../server/src/engine/provenance/declarations/cardEntries';
import { openDocument } from '../../../support/documents';

const card = (yaml: string, eol = '\n') =>
  openDocument('README.md', `---\n${yaml}\n---\n# A dataset\n`.replaceAll('\n', eol));
const inner = (text: string) => text.slice('---\n'.length, text.indexOf('\n---\n#'));
const texts = (source: string, key: string) =>
  entriesOf(openDocument('README.md', source).root, key).map(({ text }) => text);

const added: [yaml: string, after: string][] = [
  ['license: mit', 'license: mit\nk:\n- new'],
  ['k: old', 'k: [old, new]'],
  ['k: "old, older"', 'k: ["old, older", new]'],
  ['k:', 'k: [new]'],
  ['k: null # none', 'k: [new] # none'],
  ['k: []', 'k: [new]'],
  ['k: [old]', 'k: [old, new]'],
  ['k: [ old , older, ]', 'k: [ old , older, new, ]'],
  ['k:\n- old', 'k:\n- old\n- new'],
  ['k:\n- old   # why\nlicense: mit', 'k:\n- old   # why\n- new\nlicense: mit'],
  ['k:\n    - old\n    - "older"\nlicense: mit', 'k:\n    - old\n    - "older"\n    - new\nlicense: mit'],
  ['k:\n  [old]', 'k:\n  [old, new]'],
  ['k: >\n  old\n  words\nlicense: mit', 'k: ["old words\\n", new]\nlicense: mit'],
];

for (const [yaml, after] of added) {
  test(`a value is added to ${JSON.stringify(yaml)}`, () => {
    const text = card(yaml);
    assert.equal(inner(applyEdits(text.source, addToList(text, 'k', 'new'))), after);
  });
}

const removed: [yaml: string, after: string][] = [
  ['a: 1\nk: old\nb: 2', 'a: 1\nb: 2'],
  ['a: 1\nk: [old]', 'a: 1'],
  ['k: [x, old, y]', 'k: [x, y]'],
  ['k: [old, y]', 'k: [y]'],
  ['k: [x, old]', 'k: [x]'],
  ['k:\n- x\n- old\nb: 2', 'k:\n- x\nb: 2'],
  ['k:\n  - old # why\n  - "y"\nb: 2', 'k:\n  - "y"\nb: 2'],
];

for (const [yaml, after] of removed) {
  test(`a value is removed from ${JSON.stringify(yaml)}`, () => {
    const text = card(yaml);
    const entry = entriesOf(text.root, 'k').find((one) => one.text === 'old')!;
    assert.equal(inner(applyEdits(text.source, removeFromList(text, 'k', entry.value))), after);
  });
}

test('keys without a value are set where they stand, others are written at the end', () => {
  const text = card('a:\nb: null\nc: 1');
  assert.equal(
    inner(
      applyEdits(
        text.source,
        setKeys(text, [
          ['a', 'x'],
          ['b', '[y]'],
          ['d', 'z'],
        ]),
      ),
    ),
    'a: x\nb: "[y]"\nc: 1\nd: z',
  );
});

test('the line ends of the card are kept', () => {
  const text = card('license: mit', '\r\n');
  const after = applyEdits(text.source, insertKeys(text, [['k', ['a', 'b']]]));
  assert.equal(after, '---\r\nlicense: mit\r\nk:\r\n- a\r\n- b\r\n---\r\n# A dataset\r\n');
});

test('a front matter in braces is left alone where it has no lines to add to', () => {
  const text = card('{license: mit, k: [old]}');
  assert.deepEqual(insertKeys(text, [['x', 'y']]), []);
  assert.equal(inner(applyEdits(text.source, addToList(text, 'k', 'new'))), '{license: mit, k: [old, new]}');
  assert.equal(inner(applyEdits(text.source, removeKey(text, 'k'))), '{license: mit, k: null}');
});

test('adding, replacing and removing a value leave every other value as it was', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9 -]{0,8}[a-z0-9]$/);
  const item = fc.oneof(
    word.map((text) => ({ text, plain: text })),
    fc
      .string({ maxLength: 12 })
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text, plain: JSON.stringify(text) })),
  );
  const style = fc.record({
    flow: fc.boolean(),
    indent: fc.constantFrom('', '  '),
    eol: fc.constantFrom('\n', '\r\n'),
    note: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 4 }),
      style,
      fc.nat(3),
      (items, { flow, indent, eol, note }, at) => {
        const written = flow
          ? `k: [${items.map(({ plain }) => plain).join(', ')}]`
          : `k:\n${items.map(({ plain }) => `${indent}- ${plain}${note ? '  # note' : ''}`).join('\n')}`;
        const source = `---\na: one\n${written}\nz: [last]\n---\n# k\n- x\n`.replaceAll('\n', eol);
        const text = openDocument('README.md', source);
        const entries = entriesOf(text.root, 'k');
        const before = texts(source, 'k');
        const around = (after: string) => [texts(after, 'a'), texts(after, 'z'), after.slice(after.indexOf('# k'))];
        const kept = around(source);
        const more = applyEdits(source, addToList(text, 'k', 'machine-generated'));
        assert.deepEqual(texts(more, 'k'), [...before, 'machine-generated']);
        assert.deepEqual(around(more), kept);
        const entry = entries[at % Math.max(entries.length, 1)];
        if (!entry) return;
        const other = applyEdits(source, [replaceEntry(source, entry.value, 'found')]);
        assert.deepEqual(
          texts(other, 'k'),
          before.map((one, index) => (index === entries.indexOf(entry) ? 'found' : one)),
        );
        assert.deepEqual(around(other), kept);
        if (entries.length !== items.length) return;
        const less = applyEdits(source, removeFromList(text, 'k', entry.value));
        assert.deepEqual(
          texts(less, 'k'),
          before.filter((_, index) => index !== entries.indexOf(entry)),
        );
        assert.deepEqual(around(less), kept);
      },
    ),
    { numRuns: 400 },
  );
});
