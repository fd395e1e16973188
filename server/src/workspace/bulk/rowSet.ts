/** A set of record numbers, a bit each. */
export class RowSet {
  private bits = new Uint8Array(1024);

  add(row: number): void {
    const at = row >>> 3;
    if (at >= this.bits.length) this.bits = grown(this.bits, at);
    this.bits[at]! |= 1 << (row & 7);
  }

  has(row: number): boolean {
    return ((this.bits[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }
}

/** A copy of an array with room for an index, at least twice as long. */
export function grown(array: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(Math.max(index + 1, array.length * 2));
  longer.set(array);
  return longer;
}
