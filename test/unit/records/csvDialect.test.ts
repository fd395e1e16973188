import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvCell } from '../../../server/src/engine/records/csv';
import { type CsvDialect, looksLikeHeader, sniffDelimiter } from '../../../server/src/engine/records/csvDialect';

const delimiters: CsvDialect['delimiter'][] = [',', '\t', ';', '|'];

test('finds the delimiter of a regular file, whatever the fields hold in quotes', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.'), minLength: 1 }),
    fc.constantFrom('x, y; z', 'one\ttwo', 'say "no"', 'two\nlines', 'a|b'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...delimiters),
      fc
        .integer({ min: 2, max: 5 })
        .chain((columns) =>
          fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 10 }),
        ),
      (delimiter, rows) => {
        const text = rows
          .map((row) => row.map((cell) => csvCell(cell, delimiter, /[,;\t|]/.test(cell))).join(delimiter))
          .join('\n');
        assert.equal(sniffDelimiter(text, ','), delimiter);
      },
    ),
    { numRuns: 400 },
  );
});

test('a file of one column has the delimiter its name promises', () => {
  assert.equal(sniffDelimiter('text\nhello\nworld\n', ','), ',');
  assert.equal(sniffDelimiter('text\nhello\nworld\n', '\t'), '\t');
  assert.equal(sniffDelimiter('', ';'), ';');
});

test('tells a header from a first row of data', () => {
  const prose = 'The ferry leaves at noon, and nobody who has seen the harbour in winter is ever late for it.';
  assert.equal(looksLikeHeader(['text', 'label'], [[prose, '1']]), true);
  assert.equal(looksLikeHeader(['text'], []), true);
  assert.equal(looksLikeHeader([prose, 'label'], [[prose, '0']]), false);
  assert.equal(looksLikeHeader(['1', '2', 'x'], [['3', '4', 'y']]), false);
  assert.equal(looksLikeHeader([], []), false);
});
