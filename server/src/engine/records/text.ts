import type { Span } from './position';
import type { TextValue } from './value';

/** A string that stands in the source exactly as it reads. */
export class PlainText implements TextValue {
  readonly type = 'string';
  constructor(
    private readonly source: string,
    private readonly contentStart: number,
    private readonly contentEnd: number,
    readonly start = contentStart,
    readonly end = contentEnd,
  ) {}

  get text(): string {
    return this.source.slice(this.contentStart, this.contentEnd);
  }

  locate(start: number, end: number): Span {
    return { start: this.contentStart + start, end: this.contentStart + end };
  }
}

/** How a string whose source has sequences of several units for one (JSON escapes, doubled CSV quotes) is read. */
export interface Notation {
  /** The text that the content of the string, without its quotes, stands for. */
  decode(content: string): string;
  sequences(content: string): Sequences;
}

/**
 * Where a decoded text is shorter than its source: the unit at `at[i]` stands for a longer sequence, after which the
 * source is `extra[i]` units ahead in all.
 */
export interface Sequences {
  at: number[];
  extra: number[];
}

/** A string that has to be decoded; the table that leads back to the source is made when a place is asked for. */
export class EscapedText implements TextValue {
  readonly type = 'string';
  private decoded: string | undefined;
  private table: Sequences | undefined;

  constructor(
    private readonly source: string,
    private readonly contentStart: number,
    private readonly contentEnd: number,
    readonly start: number,
    readonly end: number,
    private readonly notation: Notation,
  ) {}

  get text(): string {
    this.decoded ??= this.notation.decode(this.content);
    return this.decoded;
  }

  locate(start: number, end: number): Span {
    const from = this.toSource(start);
    return { start: from, end: end > start ? this.toSource(end) : from };
  }

  private get content(): string {
    return this.source.slice(this.contentStart, this.contentEnd);
  }

  private toSource(index: number): number {
    this.table ??= this.notation.sequences(this.content);
    const { at, extra } = this.table;
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[middle]! < index) low = middle + 1;
      else high = middle;
    }
    return this.contentStart + index + (low > 0 ? extra[low - 1]! : 0);
  }
}
