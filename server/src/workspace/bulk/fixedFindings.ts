import { grown } from './rowSet';

/** More findings of one rule in one record are not told apart. */
const MOST = 254;

/** How many findings of each rule may be left in each record after its fixes; a byte for a record and rule concerned. */
export class FixedFindings {
  /** By rule and row: 0 where nothing was fixed, else one more than may be left. */
  private readonly tables = new Map<string, Uint8Array<ArrayBuffer>>();

  /** Of `found` findings of a rule in a record, `fixed` are to be gone. */
  add(rule: string, row: number, found: number, fixed: number): void {
    let table = this.tables.get(rule) ?? new Uint8Array(1024);
    if (row >= table.length) table = grown(table, row);
    table[row] = Math.min(found - fixed, MOST) + 1;
    this.tables.set(rule, table);
  }

  /** How many findings of a rule may be left in a record. */
  left(rule: string, row: number): number {
    const entry = this.tables.get(rule)?.[row] ?? 0;
    return entry === 0 || entry > MOST ? Number.POSITIVE_INFINITY : entry - 1;
  }
}
