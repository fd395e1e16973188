import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvCell, parseCsvRow, splitCells } from '../../../server/src/engine/records/csv';
import type { CsvDialect } from '../../../server/src/engine/records/csvDialect';
import type { RawRecord } from '../../../server/src/engine/records/record';
import { fileStart } from '../../../server/src/engine/records/splitter';
import { chunkSizes, inChunks, splitAll } from '../../support/chunks';
import { modelRows } from '../../support/csvModel';
import { assertPlaces } from '../../support/places';
import { plainValue } from '../../support/plainValue';

const reading = (delimiter: CsvDialect['delimiter'], header: string[] | null = null) => ({
  format: { kind: 'csv' } as const,
  dialect: { delimiter, header },
});
const cellsOf = (record: RawRecord, dialect: CsvDialect) => {
  const { root } = parseCsvRow(record, dialect);
  return Object.values(plainValue(root!) as Record<string, unknown>);
};

const delimiter = fc.constantFrom<CsvDialect['delimiter']>(',', '\t', ';', '|');
const soup = (extra: string) =>
  fc.string({ unit: fc.constantFrom('"', '""', extra, '\n', '\r\n', '\r', 'a', 'é', '😀', ' '), maxLength: 40 });

test('any text is read as RFC 4180 has it, however it arrives', () => {
  fc.assert(
    fc.property(
      delimiter.chain((mark) => fc.tuple(fc.constant(mark), soup(mark))),
      chunkSizes,
      ([mark, text], sizes) => {
        const facts = reading(mark);
        const whole = splitAll(facts, [Buffer.from(text)]);
        assert.deepEqual(
          whole.map((record) => cellsOf(record, facts.dialect)),
          modelRows(text, mark),
        );
        assert.deepEqual(splitAll(facts, inChunks(Buffer.from(text), sizes)), whole);
        assertPlaces(text, whole);
      },
    ),
    { numRuns: 1000 },
  );
});

const fieldText = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ', 'é', '\t', '|'),
  maxLength: 8,
});

test('what csvCell writes reads back', () => {
  fc.assert(
    fc.property(delimiter, fc.array(fieldText, { minLength: 2, maxLength: 5 }), fc.boolean(), (mark, row, quoted) => {
      const source = row.map((text) => csvCell(text, mark, quoted)).join(mark);
      const [record, ...others] = splitAll(reading(mark), [Buffer.from(`${source}\n`)]);
      assert.deepEqual(others, []);
      const faults: [] = [];
      assert.deepEqual(
        splitCells(record!.source, mark, faults).map(({ text }) => text),
        row,
      );
      assert.deepEqual(faults, []);
    }),
  );
});

test('the header is no record, and a range that starts at the first record has none', () => {
  const text = 'name,text\r\n\r\na,"x\r\ny"\r\nb,z';
  const facts = reading(',', ['name', 'text']);
  const whole = splitAll(facts, [Buffer.from(text)]);
  assert.deepEqual(
    whole.map(({ row, source }) => [row, source]),
    [
      [0, 'a,"x\r\ny"'],
      [1, 'b,z'],
    ],
  );
  assertPlaces(text, whole);
  for (const { row, start, byteOffset } of whole) {
    const tail = [Buffer.from(text).subarray(byteOffset)];
    assert.deepEqual(splitAll(facts, tail, { row, position: start, byteOffset }), whole.slice(row));
  }
});

test('a row of empty fields between tabs is a row', () => {
  const facts = reading('\t', ['a', 'b']);
  assert.deepEqual(
    splitAll(facts, [Buffer.from('a\tb\n\t\n   \n1\t2\n')]).map(({ source }) => source),
    ['\t', '1\t2'],
  );
});

test('faults of the quoting and of the number of fields', () => {
  const dialect: CsvDialect = { delimiter: ',', header: ['a', 'b'] };
  const faultsOf = (text: string) => {
    const [record] = splitAll({ format: { kind: 'csv' }, dialect }, [Buffer.from(text)], {
      ...fileStart(),
      position: { line: 1, column: 0 },
    });
    return parseCsvRow(record!, dialect).faults.map(({ start, end, what }) => [start, end, what]);
  };
  assert.deepEqual(faultsOf('1,"2"'), []);
  assert.deepEqual(faultsOf('1,2,3'), [[0, 5, 'the row has 3 fields, the header 2 columns']]);
  assert.deepEqual(faultsOf('1'), [[0, 1, 'the row has 1 field, the header 2 columns']]);
  assert.deepEqual(faultsOf('1,"never'), [[2, 3, 'the quote opened here is never closed']]);
  assert.match(String(faultsOf('1,"x" y')), /^5,7,text follows the closing quote/);
});

test('a row over the limit is cut, and the rows around it are read', () => {
  const limits = { recordBytes: 20, depth: 8 };
  const text = 'a,b\r\n"long\r\nand\nlong","and longer"\rc,d\n';
  const facts = reading(',');
  const whole = splitAll(facts, [Buffer.from(text)], fileStart(), limits);
  assert.deepEqual(
    whole.map(({ row, source, cut }) => [row, source, cut]),
    [
      [0, 'a,b', undefined],
      [1, '"long\r\nand\nlong","an', 29],
      [2, 'c,d', undefined],
    ],
  );
  assertPlaces(text, whole);
  for (let size = 1; size < 40; size++) {
    assert.deepEqual(splitAll(facts, inChunks(Buffer.from(text), [size]), fileStart(), limits), whole);
  }
});
