import { TextDecoder } from 'node:util';

/** Encodings the readers take. Everything else reads as UTF-8 and is reported where it is not. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface EncodingFact {
  encoding: Encoding;
  /** Bytes of the byte order mark, 0 when there is none. */
  bom: number;
}

/** Encoding of a file by its first bytes: a byte order mark, else the zero bytes that ASCII text has in UTF-16. */
export function detectEncoding(head: Uint8Array): EncodingFact {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const zeros = [0, 0];
  const length = Math.min(head.length & ~1, 1024);
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i & 1]!++;
  const half = length / 2;
  // A character such as U+4E00 has its zero byte on the other side; few texts are made of those.
  const [even, odd] = zeros as [number, number];
  if (length >= 4 && odd > half * 0.4 && even * 8 < odd) return { encoding: 'utf-16le', bom: 0 };
  if (length >= 4 && even > half * 0.4 && odd * 8 < even) return { encoding: 'utf-16be', bom: 0 };
  return { encoding: 'utf-8', bom: 0 };
}

/**
 * Brings the chunks of a file to UTF-8 without its byte order mark, so that every splitter works on one encoding.
 * UTF-8 passes through untouched, invalid bytes included.
 */
export class Utf8Stream {
  private readonly decoder: TextDecoder | undefined;
  private skip: number;

  constructor(fact: EncodingFact) {
    this.skip = fact.bom;
    if (fact.encoding !== 'utf-8') this.decoder = new TextDecoder(fact.encoding, { ignoreBOM: true });
  }

  push(chunk: Uint8Array): Uint8Array {
    const skipped = Math.min(this.skip, chunk.length);
    this.skip -= skipped;
    const rest = skipped > 0 ? chunk.subarray(skipped) : chunk;
    return this.decoder ? Buffer.from(this.decoder.decode(rest, { stream: true })) : rest;
  }

  end(): Uint8Array {
    return this.decoder ? Buffer.from(this.decoder.decode()) : new Uint8Array();
  }
}
