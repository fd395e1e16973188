import { isUtf8 } from 'node:buffer';
import type { Fault } from './record';

/** UTF-8 to text; invalid sequences read as U+FFFD and the first one is reported with the count of all. */
export function decodeUtf8(bytes: Uint8Array): { source: string; fault?: Fault } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return isUtf8(bytes) ? { source } : { source, fault: invalidEncoding(bytes, source) };
}

function invalidEncoding(bytes: Uint8Array, replaced: string): Fault {
  // U+FFFD may also stand in the file itself (EF BF BD): only those without that sequence are replacements.
  let count = 0;
  let first = -1;
  let firstByte = 0;
  let byte = 0;
  for (let i = 0; i < replaced.length; i++) {
    const unit = replaced.charCodeAt(i);
    if (unit === 0xfffd && !(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) {
      if (count++ === 0) {
        first = i;
        firstByte = bytes[byte] ?? 0;
      }
      byte += invalidLength(bytes, byte);
    } else {
      byte += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
    }
  }
  const others = count > 1 ? ` (and ${count - 1} more such bytes in this record)` : '';
  return {
    rule: 'invalid-encoding',
    start: Math.max(first, 0),
    end: Math.max(first, 0) + 1,
    what: `byte 0x${firstByte.toString(16).padStart(2, '0')} is not valid UTF-8 here${others}`,
  };
}

/** Bytes that the decoder replaces by one U+FFFD at `at`: the maximal subpart of an ill-formed sequence (Unicode 3.9). */
function invalidLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const need = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
  let length = 1;
  for (let i = 1; i <= need; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) break;
    if (i === 1 && !validSecond(lead, next)) break;
    length++;
  }
  return length;
}

function validSecond(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}
