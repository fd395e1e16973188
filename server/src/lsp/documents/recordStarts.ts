import type { Position } from '../../engine/records/position';

/** Where each record of a document starts, by row. */
export class RecordStarts {
  length = 0;
  private numbers = new Int32Array(128);

  /** The start of the next record. */
  push({ line, column }: Position): void {
    const at = 2 * this.length++;
    if (at >= this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[at] = line;
    this.numbers[at + 1] = column;
  }

  at(row: number): Position | undefined {
    if (row < 0 || row >= this.length) return undefined;
    return { line: this.numbers[2 * row]!, column: this.numbers[2 * row + 1]! };
  }

  /** The last record that starts at or before a place; undefined before the first. */
  rowAt({ line, column }: Position): number | undefined {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.numbers[2 * middle]!;
      if (start < line || (start === line && this.numbers[2 * middle + 1]! <= column)) low = middle + 1;
      else high = middle;
    }
    return low > 0 ? low - 1 : undefined;
  }
}
