import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { detectEncoding, Utf8Stream } from '../../../server/src/engine/records/encoding';
import { chunkSizes, inChunks } from '../../support/chunks';

const text = fc.string({ unit: fc.constantFrom('{', '"', 'a', '\r\n', 'é', '中', '😀', '\ufeff'), maxLength: 20 });

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** The whole way from a file's bytes to UTF-8. */
function toUtf8(bytes: Uint8Array, sizes: readonly number[]): string {
  const stream = new Utf8Stream(detectEncoding(bytes));
  return Buffer.concat([...inChunks(bytes, sizes).map((chunk) => stream.push(chunk)), stream.end()]).toString();
}

test('a byte order mark tells the encoding and is no text', () => {
  fc.assert(
    fc.property(text, chunkSizes, (text, sizes) => {
      assert.equal(toUtf8(Buffer.from(`\ufeff${text}`), sizes), text);
      assert.equal(toUtf8(Buffer.from(`\ufeff${text}`, 'utf16le'), sizes), text);
      assert.equal(toUtf8(bigEndian(`\ufeff${text}`), sizes), text);
    }),
  );
});

test('UTF-16 without a mark shows by the zero bytes of its ASCII', () => {
  const record = '{"text": "Grüße, 世界 😀 from the harbour"}\r\n';
  for (const sizes of [[1], [3], [7, 1], [1000]]) {
    assert.equal(toUtf8(Buffer.from(record, 'utf16le'), sizes), record);
    assert.equal(toUtf8(bigEndian(record), sizes), record);
    assert.equal(toUtf8(Buffer.from(record), sizes), record);
  }
});

test('zero bytes here and there do not make UTF-16', () => {
  for (const bytes of [[], [0], [0, 0, 0, 0], [...Buffer.from('{"a":"\0\0\0b"}')]]) {
    assert.deepEqual(detectEncoding(Uint8Array.from(bytes)), { encoding: 'utf-8', bom: 0 });
  }
});

test('an odd byte at the end of UTF-16 is not lost in silence', () => {
  assert.equal(toUtf8(Buffer.concat([Buffer.from('\ufeffab', 'utf16le'), Buffer.from([0x63])]), [2]), 'ab\ufffd');
});
