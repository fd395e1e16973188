import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileStart } from '../../../server/src/engine/records/splitter';
import { chunkSizes, inChunks, splitAll } from '../../support/chunks';
import { assertPlaces } from '../../support/places';

const facts = { format: { kind: 'jsonl' } as const };
const units = fc.constantFrom('{', '"a"', '\n', '\r\n', '\r', '\u2028', '\u2029', '\x85', 'é', '😀', ' ', '\t', 'x');
const file = fc.string({ unit: units, maxLength: 40 });

/** Records by another road: the lines that an editor shows, without the blank ones. */
const lines = (text: string) => text.split(/\r\n|\n|\r/).filter((line) => /[^ \t]/.test(line));

test('a record a line, at its place, however the file arrives', () => {
  fc.assert(
    fc.property(file, chunkSizes, (text, sizes) => {
      const bytes = Buffer.from(text);
      const whole = splitAll(facts, [bytes]);
      assert.deepEqual(
        whole.map(({ source }) => source),
        lines(text),
      );
      assert.deepEqual(
        whole.map(({ row }) => row),
        whole.map((_, index) => index),
      );
      assertPlaces(text, whole);
      assert.deepEqual(splitAll(facts, inChunks(bytes, sizes)), whole);
    }),
    { numRuns: 1000 },
  );
});

test('starting at any record gives the records from there', () => {
  fc.assert(
    fc.property(file, chunkSizes, (text, sizes) => {
      const bytes = Buffer.from(text);
      const whole = splitAll(facts, [bytes]);
      for (const { row, start, byteOffset } of whole) {
        const tail = inChunks(bytes.subarray(byteOffset), sizes);
        assert.deepEqual(splitAll(facts, tail, { row, position: start, byteOffset }), whole.slice(row));
      }
    }),
  );
});

test('a byte order mark counts for offsets and not for columns', () => {
  const [record] = splitAll(facts, [Buffer.from('{}\n')], fileStart(3));
  assert.equal(record?.byteOffset, 3);
  assert.deepEqual(record.start, { line: 0, column: 0 });
});

test('a record over the limit is cut and says its size; the others are as they are without it', () => {
  const limits = { recordBytes: 6, depth: 8 };
  fc.assert(
    fc.property(file, chunkSizes, (text, sizes) => {
      const bytes = Buffer.from(text);
      const full = splitAll(facts, [bytes]);
      const limited = splitAll(facts, inChunks(bytes, sizes), fileStart(), limits);
      // A blank line over the limit is not known to be blank: it is reported as well.
      const places = new Set(full.map(({ byteOffset }) => byteOffset));
      const kept = limited.filter(({ byteOffset }) => places.has(byteOffset));
      assert.deepEqual(
        kept.map(({ start, byteOffset, cut, bytes }) => [start, byteOffset, cut ?? bytes.length]),
        full.map(({ start, byteOffset, bytes }) => [start, byteOffset, bytes.length]),
      );
      for (const record of limited) {
        assert.equal(record.cut !== undefined, record.faults?.[0]?.rule === 'record-too-large');
        assert.ok(record.bytes.length <= limits.recordBytes);
      }
    }),
  );
});

test('of a huge record only the head is kept', () => {
  const limits = { recordBytes: 100_000, depth: 8 };
  const text = `{"a":1}\n{"a":"${'é'.repeat(200_000)}"}\n{"a":2}\n`;
  const records = splitAll(facts, inChunks(Buffer.from(text), [65_536]), fileStart(), limits);
  assert.deepEqual(
    records.map(({ bytes, cut }) => [bytes.length, cut]),
    [
      [7, undefined],
      [1024, 400_008],
      [7, undefined],
    ],
  );
  assert.match(records[1]!.faults![0]!.what, /^the record is 0\.4 MiB, the limit is 0\.1 MiB$/);
  assertPlaces(text, records);
});
