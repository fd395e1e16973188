import { advance, type Position } from './position';
import type { RawRecord } from './record';

/** Absolute positions of many offsets in one record: line starts are found once, on first use. */
export class RecordLines {
  private starts: number[] | undefined;

  constructor(private readonly record: RawRecord) {}

  at(offset: number): Position {
    const { start } = this.record;
    if (offset === 0) return start;
    this.starts ??= lineStarts(this.record.source);
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return { line: start.line, column: start.column + offset };
    return { line: start.line + low, column: offset - this.starts[low - 1]! };
  }

  /** Position right after the record. */
  get end(): Position {
    return advance(this.record.start, this.record.source);
  }
}

/** Offsets at which lines begin, after the first one. */
function lineStarts(source: string): number[] {
  const starts: number[] = [];
  const breaks = /\r\n|\n|\r/g;
  while (breaks.exec(source)) starts.push(breaks.lastIndex);
  return starts;
}
