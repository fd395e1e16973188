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

/**
 * A string whose source has sequences of several units that stand for one: JSON escapes, doubled CSV quotes. Decoding
 * yields the text and the table of those sequences; the table answers `locate` by binary search.
 */
export class EscapedText implements TextValue {
  readonly type = 'string';
  private decoded: Decoded | undefined;

  constructor(
    private readonly source: string,
    private readonly contentStart: number,
    private readonly contentEnd: number,
    readonly start: number,
    readonly end: number,
    private readonly decode: (content: string) => Decoded,
  ) {}

  get text(): string {
    return this.read().text;
  }

  locate(start: number, end: number): Span {
    const from = this.toSource(start);
    return { start: from, end: end > start ? this.toSource(end) : from };
  }

  private read(): Decoded {
    this.decoded ??= this.decode(this.source.slice(this.contentStart, this.contentEnd));
    return this.decoded;
  }

  private toSource(index: number): number {
    const { at, extra } = this.read();
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

/**
 * Decoded text, and where it is shorter than its source: the unit at `at[i]` stands for a longer sequence, after which
 * the source is `extra[i]` units ahead in all.
 */
export interface Decoded {
  text: string;
  at: number[];
  extra: number[];
}
