import type { Finding, LocatedRelated, Range } from '../../engine/finding';
import { rules } from '../../engine/rules';
import type { Severity } from '../../engine/rules/rule';

/** A finding as it is kept: all that showing it needs. */
export interface KeptFinding {
  rule: string;
  severity: Severity;
  message: string;
  /** Null for a finding about the file. */
  row: number | null;
  range: Range;
  related: readonly LocatedRelated[];
  /** Some of the records that a finding about the file is about. */
  rows?: readonly number[];
}

/** How often a rule found something, and in how many records. */
export interface RuleCount {
  findings: number;
  records: number;
}

const NUMBERS = 7;
const NO_ROW = -1;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const ruleIds = rules.map(({ id }) => id);
const ruleIndex = new Map(ruleIds.map((id, index) => [id, index]));

/**
 * Every finding of a document, in file order once they are sorted. A large dataset has hundreds of thousands: numbers are
 * kept in one array, and equal messages once.
 */
export class FindingStore {
  length = 0;
  /** Findings about records; those about the file come after them. */
  private aboutRecords = 0;
  private isSorted = true;
  private numbers = new Int32Array(64 * NUMBERS);
  private messages: string[] = [];
  private readonly interned = new Map<string, string>();
  private related = new Map<number, readonly LocatedRelated[]>();
  private rowsAbout = new Map<number, readonly number[]>();
  private readonly counts = new Map<string, RuleCount & { lastRow: number | null }>();

  add({ rule, severity, message, row, range: { start, end }, related, rows }: Finding): void {
    const index = this.length++;
    if (this.numbers.length < this.length * NUMBERS) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const numbers = [
      ruleIndex.get(rule)!,
      SEVERITIES.indexOf(severity),
      row ?? NO_ROW,
      start.line,
      start.column,
      end.line,
      end.column,
    ];
    this.numbers.set(numbers, index * NUMBERS);
    this.messages.push(this.intern(message));
    if (related.length > 0) this.related.set(index, related);
    if (rows) this.rowsAbout.set(index, rows);
    if (row !== null) this.aboutRecords++;
    if (index > 0 && this.place(index) < this.place(index - 1)) this.isSorted = false;
    this.count(rule, row);
  }

  /** Brings the findings that came late, from a second reading of the records, to those of the first. */
  sort(): void {
    if (this.isSorted) return;
    const order = Array.from({ length: this.length }, (_, index) => index);
    order.sort((a, b) => this.place(a) - this.place(b));
    const numbers = new Int32Array(this.numbers.length);
    for (const [to, from] of order.entries()) {
      numbers.set(this.numbers.subarray(from * NUMBERS, (from + 1) * NUMBERS), to * NUMBERS);
    }
    this.numbers = numbers;
    this.messages = order.map((from) => this.messages[from]!);
    this.related = inOrder(this.related, order);
    this.rowsAbout = inOrder(this.rowsAbout, order);
    this.isSorted = true;
  }

  at(index: number): KeptFinding {
    const [rule, severity, row, startLine, startColumn, endLine, endColumn] = this.numbers.subarray(
      index * NUMBERS,
      (index + 1) * NUMBERS,
    ) as unknown as number[];
    const rows = this.rowsAbout.get(index);
    return {
      rule: ruleIds[rule!]!,
      severity: SEVERITIES[severity!]!,
      message: this.messages[index]!,
      row: row === NO_ROW ? null : row!,
      range: { start: { line: startLine!, column: startColumn! }, end: { line: endLine!, column: endColumn! } },
      related: this.related.get(index) ?? [],
      ...(rows && { rows }),
    };
  }

  /** Index of the severity, 0 for the worst. */
  rank(index: number): number {
    return this.numbers[index * NUMBERS + 1]!;
  }

  ruleOf(index: number): string {
    return ruleIds[this.numbers[index * NUMBERS]!]!;
  }

  rowOf(index: number): number | null {
    const row = this.numbers[index * NUMBERS + 2]!;
    return row === NO_ROW ? null : row;
  }

  messageOf(index: number): string {
    return this.messages[index]!;
  }

  countOf(rule: string): RuleCount {
    return this.counts.get(rule) ?? { findings: 0, records: 0 };
  }

  /** Findings of one record. */
  ofRow(row: number): KeptFinding[] {
    let low = 0;
    let high = this.aboutRecords;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.numbers[middle * NUMBERS + 2]! < row) low = middle + 1;
      else high = middle;
    }
    const found: KeptFinding[] = [];
    for (let i = low; i < this.aboutRecords && this.numbers[i * NUMBERS + 2] === row; i++) found.push(this.at(i));
    return found;
  }

  /** Findings about the file. */
  ofFile(): KeptFinding[] {
    const found: KeptFinding[] = [];
    for (let i = this.aboutRecords; i < this.length; i++) found.push(this.at(i));
    return found;
  }

  /** Records in which a rule found something, in order; every record with a finding where no rule is named. */
  rows(rule?: string): number[] {
    const wanted = rule === undefined ? undefined : ruleIndex.get(rule);
    const rows: number[] = [];
    for (let i = 0; i < this.aboutRecords; i++) {
      if (wanted !== undefined && this.numbers[i * NUMBERS] !== wanted) continue;
      const row = this.numbers[i * NUMBERS + 2]!;
      if (rows[rows.length - 1] !== row) rows.push(row);
    }
    return rows;
  }

  /** Number by which findings are sorted: those about the file come last. */
  private place(index: number): number {
    return this.rowOf(index) ?? Number.MAX_SAFE_INTEGER;
  }

  private intern(message: string): string {
    const known = this.interned.get(message);
    if (known !== undefined) return known;
    this.interned.set(message, message);
    return message;
  }

  private count(rule: string, row: number | null): void {
    const count = this.counts.get(rule) ?? { findings: 0, records: 0, lastRow: null };
    count.findings++;
    if (row !== null && count.lastRow !== row) count.records++;
    count.lastRow = row;
    this.counts.set(rule, count);
  }
}

function inOrder<Value>(values: ReadonlyMap<number, Value>, order: readonly number[]): Map<number, Value> {
  const moved = new Map<number, Value>();
  for (const [to, from] of order.entries()) {
    const value = values.get(from);
    if (value !== undefined) moved.set(to, value);
  }
  return moved;
}
