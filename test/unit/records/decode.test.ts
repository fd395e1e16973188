import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeUtf8 } from '../../../server/src/engine/records/decode';

const strict = new TextDecoder('utf-8', { ignoreBOM: true });

const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '\n', 'é', '中', '😀', '\ufffd', '\ufeff').map((text) => [...Buffer.from(text)]),
      fc.uint8Array({ maxLength: 3 }).map((array) => [...array]),
      fc
        .constantFrom(...[0x80, 0xc0, 0xc2, 0xe0, 0xe2, 0xed, 0xf0, 0xf4, 0xf8, 0xa0, 0x9f, 0x90])
        .map((byte) => [byte]),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

/** The bytes with every U+FFFD that stands in the file itself changed to another character of three bytes. */
function withoutReplacementCharacters(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let i = 0; i + 2 < changed.length; i++) {
    if (changed[i] === 0xef && changed[i + 1] === 0xbf && changed[i + 2] === 0xbd) changed.set([0xe2, 0x98, 0x83], i);
  }
  return changed;
}

test('decodes as the standard decoder does, and counts what it had to replace', () => {
  fc.assert(
    fc.property(bytes, (bytes) => {
      const { source, fault } = decodeUtf8(bytes);
      assert.equal(source, strict.decode(bytes));
      const marked = strict.decode(withoutReplacementCharacters(bytes));
      const invalid = [...marked].filter((char) => char === '\ufffd').length;
      assert.equal(fault !== undefined, invalid > 0);
      if (!fault) return;
      assert.equal(fault.start, marked.indexOf('\ufffd'));
      assert.equal(fault.end, fault.start + 1);
      const before = Buffer.byteLength(source.slice(0, fault.start));
      const hex = bytes[before]!.toString(16).padStart(2, '0');
      const others = invalid > 1 ? ` (and ${invalid - 1} more such bytes in this record)` : '';
      assert.equal(fault.what, `byte 0x${hex} is not valid UTF-8 here${others}`);
    }),
    { numRuns: 2000 },
  );
});
