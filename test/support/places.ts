import assert from 'node:assert/strict';
import type { Position } from '../../server/src/engine/records/position';
import type { RawRecord } from '../../server/src/engine/records/record';

/** Line and column of an offset, counted the slow way. */
export function slowPosition(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  // A CRLF that the offset cuts in half counts as a line end already.
  return { line: lines.length - 1, column: lines[lines.length - 1]!.length };
}

/** Checks what every record says of its place against the whole file. */
export function assertPlaces(text: string, records: readonly RawRecord[], bom = 0): void {
  const file = Buffer.from(text);
  for (const record of records) {
    const at = record.byteOffset - bom;
    assert.equal(
      Buffer.compare(file.subarray(at, at + record.bytes.length), record.bytes),
      0,
      `bytes of record ${record.row}`,
    );
    const offset = file.subarray(0, at).toString().length;
    assert.deepEqual(record.start, slowPosition(text, offset), `position of record ${record.row}`);
  }
}
