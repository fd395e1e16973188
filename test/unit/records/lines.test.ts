import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RecordLines } from '../../../server/src/engine/records/lines';
import { advance } from '../../../server/src/engine/records/position';
import { moved, Walk } from '../../../server/src/engine/records/walk';
import { chunkSizes, inChunks } from '../../support/chunks';
import { slowPosition } from '../../support/places';

const text = fc.string({
  unit: fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028', '\u0085', 'é', '😀'),
  maxLength: 20,
});
const start = fc.record({ line: fc.nat(9), column: fc.nat(9) }, { noNullPrototype: true });

test('positions agree whichever way they are counted', () => {
  fc.assert(
    fc.property(text, start, chunkSizes, (source, start, sizes) => {
      const record = { row: 0, start, byteOffset: 0, bytes: Buffer.from(source), source };
      const lines = new RecordLines(record);
      for (let offset = 0; offset <= source.length; offset++) {
        // No token starts between the two halves of a CRLF.
        if (source[offset - 1] === '\r' && source[offset] === '\n') continue;
        const expected = moved(start, slowPosition(source, offset));
        assert.deepEqual(advance(start, source, offset), expected);
        assert.deepEqual(lines.at(offset), expected);
      }
      assert.deepEqual(lines.end, moved(start, slowPosition(source, source.length)));
      const walk = new Walk(start);
      for (const chunk of inChunks(record.bytes, sizes)) walk.over(chunk);
      assert.deepEqual(walk.position, lines.end);
    }),
    { numRuns: 500 },
  );
});
