import type { CsvDialect } from './csvDialect';
import type { Limits } from './limits';
import type { DatasetRecord, Fault, RawRecord } from './record';
import { fileStart, isBlank, isFileStart, PendingBytes, RecordCursor, type Splitter } from './splitter';
import { EscapedText, type Notation, PlainText } from './text';
import type { Member, TextValue } from './value';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Delimited rows (RFC 4180): a quoted field may hold delimiters, doubled quotes and line ends. A quote inside an
 * unquoted field is text. Blank lines are no records, and the header row is none either.
 */
export class CsvSplitter implements Splitter {
  private readonly cursor: RecordCursor;
  private readonly pending: PendingBytes;
  private readonly delimiter: number;
  private quoted = false;
  /** The next byte starts a field. */
  private fieldStart = true;
  /** A quote was just closed: another one right after it is a doubled quote. */
  private afterQuote = false;
  private afterCr = false;

  constructor(
    dialect: CsvDialect,
    private readonly limits: Limits,
    start = fileStart(),
    private skipHeader = dialect.header !== null && isFileStart(start),
  ) {
    this.cursor = new RecordCursor(start);
    this.pending = new PendingBytes(limits.recordBytes);
    this.delimiter = dialect.delimiter.charCodeAt(0);
  }

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = [];
    let from = 0;
    let i = 0;
    if (this.afterCr && chunk.length > 0) {
      this.afterCr = false;
      if (chunk[0] === LF) {
        this.cursor.skip(chunk.subarray(0, 1));
        from = i = 1;
      }
    }
    for (; i < chunk.length; i++) {
      if (this.quoted) {
        // Nothing but a quote matters inside a quoted field: let the native search find it.
        i = chunk.indexOf(QUOTE, i);
        if (i < 0) break;
        this.quoted = false;
        this.afterQuote = true;
        continue;
      }
      const byte = chunk[i]!;
      if (byte === QUOTE) {
        if (this.fieldStart || this.afterQuote) this.quoted = true;
        this.afterQuote = this.fieldStart = false;
      } else if (byte === LF || byte === CR) {
        let next = i + 1;
        if (byte === CR) {
          if (chunk[next] === LF) next++;
          else if (next === chunk.length) this.afterCr = true;
        }
        this.pending.add(chunk.subarray(from, i));
        this.finishRow(records, chunk.subarray(i, next));
        from = next;
        i = next - 1;
      } else {
        this.fieldStart = byte === this.delimiter;
        this.afterQuote = false;
      }
    }
    if (from < chunk.length) this.pending.add(chunk.subarray(from));
    return records;
  }

  end(): RawRecord[] {
    const records: RawRecord[] = [];
    this.finishRow(records, new Uint8Array());
    return records;
  }

  private finishRow(records: RawRecord[], terminator: Uint8Array): void {
    const gathered = this.pending.take();
    const { bytes } = gathered;
    this.fieldStart = true;
    this.afterQuote = this.quoted = false;
    if (gathered.extent) records.push(this.cursor.cutRecord(gathered, this.limits.recordBytes));
    else if (this.isBlankRow(bytes)) this.cursor.skip(bytes);
    else if (this.skipHeader) {
      this.skipHeader = false;
      this.cursor.skip(bytes);
    } else records.push(this.cursor.record(bytes));
    this.cursor.skip(terminator);
  }

  /** White space only; but tabs that separate fields make a row of empty ones. */
  private isBlankRow(bytes: Uint8Array): boolean {
    return isBlank(bytes) && !bytes.includes(this.delimiter);
  }
}

/** One row to an object whose keys are the column names; an empty cell is null, every other one a string. */
export function parseCsvRow(raw: RawRecord, dialect: CsvDialect): DatasetRecord {
  const { source } = raw;
  const faults: Fault[] = [...(raw.faults ?? [])];
  if (raw.cut !== undefined) return { ...raw, root: undefined, faults };
  const cells = splitCells(source, dialect.delimiter, faults);
  const { header } = dialect;
  if (header && cells.length !== header.length) faults.push(ragged(cells.length, header.length, source));
  const members: Member[] = cells.map((value, index) => ({
    key: header?.[index] ?? `column ${index + 1}`,
    keyStart: value.start,
    keyEnd: value.start,
    value: value.start === value.end ? { type: 'null', start: value.start, end: value.end, value: null } : value,
  }));
  return { ...raw, root: { type: 'object', start: 0, end: source.length, members }, faults };
}

function ragged(cells: number, columns: number, source: string): Fault {
  const what = `the row has ${count(cells, 'field')}, the header ${count(columns, 'column')}`;
  return { rule: 'record-unparseable', start: 0, end: source.length, what };
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** The fields of a row; what is wrong with the quoting goes to `faults`. */
export function splitCells(source: string, delimiter: string, faults: Fault[]): TextValue[] {
  const cells: TextValue[] = [];
  for (let at = 0; ; ) {
    const cell = source[at] === '"' ? quotedCell(source, at, delimiter, faults) : plainCell(source, at, delimiter);
    cells.push(cell);
    if (cell.end >= source.length) return cells;
    at = cell.end + 1;
  }
}

function plainCell(source: string, at: number, delimiter: string): TextValue {
  const stop = source.indexOf(delimiter, at);
  return new PlainText(source, at, stop < 0 ? source.length : stop);
}

function quotedCell(source: string, at: number, delimiter: string, faults: Fault[]): TextValue {
  let close = source.indexOf('"', at + 1);
  let doubled = false;
  while (close >= 0 && source[close + 1] === '"') {
    doubled = true;
    close = source.indexOf('"', close + 2);
  }
  if (close < 0) {
    faults.push({ rule: 'record-unparseable', start: at, end: at + 1, what: 'the quote opened here is never closed' });
    return new EscapedText(source, at + 1, source.length, at, source.length, doubledQuotes);
  }
  let end = close + 1;
  if (end < source.length && source[end] !== delimiter) {
    const stop = source.indexOf(delimiter, end);
    const tailEnd = stop < 0 ? source.length : stop;
    faults.push({
      rule: 'record-unparseable',
      start: end,
      end: tailEnd,
      what: 'text follows the closing quote of this field; a quote inside a quoted field must be doubled',
    });
    end = tailEnd;
  }
  if (doubled) return new EscapedText(source, at + 1, close, at, end, doubledQuotes);
  return new PlainText(source, at + 1, close, at, end);
}

/** `""` stands for `"`. */
const doubledQuotes: Notation = {
  decode: (content) => content.replaceAll('""', '"'),
  sequences: (content) => {
    const at: number[] = [];
    const extra: number[] = [];
    for (let i = content.indexOf('""'); i >= 0; i = content.indexOf('""', i + 2)) {
      at.push(i - at.length);
      extra.push(at.length);
    }
    return { at, extra };
  },
};

/** A cell as it must be written: quoted when it holds the delimiter, a quote or a line end, or was quoted before. */
export function csvCell(text: string, delimiter: string, wasQuoted: boolean): string {
  const needs = wasQuoted || text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim();
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}
