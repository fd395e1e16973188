import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitCells } from '../../../server/src/engine/records/csv';
import { parseJson } from '../../../server/src/engine/records/jsonParser';
import type { TextValue } from '../../../server/src/engine/records/value';
import { stringLiteral } from '../../support/jsonText';

/** Checks that each unit of the text is found at its own sequence of the source. */
function assertLocated(value: TextValue, sequences: readonly { at: number; length: number }[]): void {
  assert.equal(value.text.length, sequences.length);
  sequences.forEach(({ at, length }, index) => {
    assert.deepEqual(value.locate(index, index + 1), { start: at, end: at + length });
    assert.deepEqual(value.locate(index, index), { start: at, end: at });
  });
  const first = sequences[0];
  const last = sequences[sequences.length - 1];
  if (first && last) {
    assert.deepEqual(value.locate(0, sequences.length), { start: first.at, end: last.at + last.length });
  }
}

test('every unit of a JSON string is located at the sequence that stands for it', () => {
  fc.assert(
    fc.property(stringLiteral, fc.constantFrom('', '  ', '[1, '), (literal, before) => {
      const source = before + literal + (before.startsWith('[') ? ']' : '');
      const { root } = parseJson(source, 8);
      const value = (root?.type === 'array' ? root.items[1] : root) as TextValue;
      const contentStart = before.length + 1;
      const sequences = [...literal.slice(1, -1).matchAll(/\\u[0-9a-f]{4}|\\.|[\s\S]/g)].map(
        ({ index, 0: { length } }) => ({
          at: contentStart + index,
          length,
        }),
      );
      assertLocated(value, sequences);
    }),
    { numRuns: 500 },
  );
});

test('every unit of a quoted CSV field is located at the quote or character that stands for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', 'a', ',', '\n', 'é', '😀') }), (text) => {
      const source = `x,"${text.replaceAll('"', '""')}",y`;
      const value = splitCells(source, ',', [])[1]!;
      assert.equal(value.text, text);
      const sequences = [...source.slice(3, -3).matchAll(/""|[\s\S]/g)].map(({ index, 0: { length } }) => ({
        at: 3 + index,
        length,
      }));
      assertLocated(value, sequences);
    }),
  );
});
