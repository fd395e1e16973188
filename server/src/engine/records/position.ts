/** A place in a file as an editor counts it: line from 0, column from 0 in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A range in a file: lines and columns from 0, columns in UTF-16 units. */
export interface Range {
  start: Position;
  end: Position;
}

/** Half-open range of UTF-16 units, relative to the start of the record (or text) it is about. */
export interface Span {
  start: number;
  end: number;
}

const LINE_BREAK = /\r\n|\n|\r/g;

/**
 * The position reached after reading the first `end` units of `text` from `from`.
 *
 * Line ends are those of VS Code and the language server protocol: LF, CRLF and lone CR; U+2028 and U+2029 are not.
 */
export function advance(from: Position, text: string, end = text.length): Position {
  let line = from.line;
  let lineStart = -1;
  LINE_BREAK.lastIndex = 0;
  for (let found = LINE_BREAK.exec(text); found && found.index < end; found = LINE_BREAK.exec(text)) {
    line++;
    lineStart = Math.min(LINE_BREAK.lastIndex, end);
  }
  return { line, column: lineStart < 0 ? from.column + end : end - lineStart };
}
