/** Longest value kept, in UTF-16 units: longer ones are texts rather than names. */
const LONGEST = 500;

/**
 * How often values occur, in bounded memory. The first values up to the limit are counted exactly; values that come
 * after it, and values too long to be names, are counted together.
 */
export class Counter {
  private readonly counts = new Map<string, number>();
  /** Mentions of values that were not kept. */
  beyond = 0;

  /** @param limit most distinct values kept */
  constructor(private readonly limit = 10_000) {}

  add(value: string): void {
    const before = this.counts.get(value);
    if (before !== undefined) this.counts.set(value, before + 1);
    else if (this.counts.size >= this.limit || value.length > LONGEST) this.beyond++;
    else this.counts.set(ownCopy(value), 1);
  }

  /** Distinct values kept. */
  get distinct(): number {
    return this.counts.size;
  }

  /** The only value there is; undefined where there is none, several, or some that were not kept. */
  get only(): string | undefined {
    const [first] = this.counts.keys();
    return this.counts.size === 1 && this.beyond === 0 ? first : undefined;
  }

  get(value: string): number {
    return this.counts.get(value) ?? 0;
  }

  /** Values with their counts, the most frequent first; equal ones in the order of their letters. */
  top(): [value: string, count: number][] {
    return [...this.counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }
}

/** A string that does not keep the text of its whole record in memory, as a slice of it does; well-formed Unicode. */
const ownCopy = (value: string) => Buffer.from(value).toString();
