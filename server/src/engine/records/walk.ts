import type { Position } from './position';

/**
 * Follows the position over UTF-8 bytes that come in pieces: a CRLF or a character may be cut between two of them.
 * Bytes that are no UTF-8 move it by a column less or more than their replacement characters would.
 */
export class Walk {
  private afterCr = false;

  constructor(private at: Position = { line: 0, column: 0 }) {}

  get position(): Position {
    return this.at;
  }

  moveTo(position: Position): void {
    this.at = position;
    this.afterCr = false;
  }

  over(bytes: Uint8Array): void {
    let { line, column } = this.at;
    for (const byte of bytes) {
      if (byte === CR || byte === LF) {
        if (byte === CR || !this.afterCr) line++;
        column = 0;
      } else if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1;
      this.afterCr = byte === CR;
    }
    this.at = { line, column };
  }
}

/** The position reached from `from` by moving as far as `by` is from the start of a text. */
export function moved(from: Position, by: Position): Position {
  return by.line > 0
    ? { line: from.line + by.line, column: by.column }
    : { line: from.line, column: from.column + by.column };
}

const LF = 10;
const CR = 13;
