import type { OriginClass } from '../provenance/vocabulary';
import type { Subject } from '../rules/rule';
import { hashText } from './recordId';

/** Records with the same text whose origins contradict each other. */
export interface Duplicates {
  /** The first record with the text of this one, where its origin is of another class. */
  conflictOf(row: number): { row: number; class: OriginClass } | undefined;
}

/** Texts shorter than this, in UTF-16 units, are the same by chance. */
const SHORTEST = 40;
/** Letters and digits at either end of a text that are compared at first. */
const END = 64;
/** Classes that contradict one another. */
const CLASSES: readonly (OriginClass | undefined)[] = ['human', 'machine', 'mixed'];
/** A hash of the ends, of 46 bits, and the class stand in one number, exactly. */
const HASHES = 2 ** 46;

/**
 * Finds duplicates in two readings, so that nothing is spent on the texts of most files: the first notes the ends of
 * each text whose origin is asserted, a number a record; the second compares in full the texts whose ends met another
 * origin.
 */
export class DuplicateCollector implements Duplicates {
  private readonly ends: number[] = [];
  private classesSeen = 0;
  private readonly firsts = new Map<string, { row: number; class: OriginClass }>();
  private readonly compared = new Map<number, { text: string; class: OriginClass }>();

  add({ record, provenance, texts }: Subject): void {
    const origin = CLASSES.indexOf(provenance.originClass);
    const last = texts[texts.length - 1]?.text ?? '';
    const first = texts[0]?.text ?? '';
    if (origin < 0 || first.length + last.length < SHORTEST) return;
    const hash = (hashLetters(first, 0, 1) + hashLetters(last, last.length - 1, -1)) % HASHES;
    this.ends[record.row] = hash * 4 + origin;
    this.classesSeen |= 1 << origin;
  }

  /** Rows to be compared in full; empty where no two origins met. */
  suspects(): ReadonlySet<number> {
    const suspects = new Set<number>();
    if ((this.classesSeen & (this.classesSeen - 1)) === 0) return suspects;
    const sorted = Float64Array.from(this.ends.filter((end) => end !== undefined)).sort();
    const met = new Set<number>();
    for (let i = 1; i < sorted.length; i++) {
      const [before, at] = [sorted[i - 1]!, sorted[i]!];
      if (before !== at && Math.floor(before / 4) === Math.floor(at / 4)) met.add(Math.floor(at / 4));
    }
    if (met.size === 0) return suspects;
    this.ends.forEach((end, row) => {
      if (met.has(Math.floor(end / 4))) suspects.add(row);
    });
    return suspects;
  }

  /** One of the suspects, read again; in file order. */
  compare({ record, provenance, texts }: Subject): void {
    const whole = normal(texts.map(({ text }) => text).join('\n'));
    const text = `${hashText(whole)} ${whole.length}`;
    const entry = { row: record.row, class: provenance.originClass! };
    this.compared.set(record.row, { text, class: entry.class });
    if (!this.firsts.has(text)) this.firsts.set(text, entry);
  }

  conflictOf(row: number): { row: number; class: OriginClass } | undefined {
    const own = this.compared.get(row);
    const first = own && this.firsts.get(own.text);
    return first && first.class !== own.class ? first : undefined;
  }
}

/** A text without what copying changes: case, white space, composition of characters. */
function normal(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A number for the first letters and digits of a text from one of its ends, whatever stands between them. */
function hashLetters(text: string, from: number, step: 1 | -1): number {
  let high = 0;
  let low = 0;
  let count = 0;
  for (let i = from; i >= 0 && i < text.length && count < END; i += step) {
    const unit = text.charCodeAt(i);
    const lower = unit | 32;
    if (unit < 128 && !(lower >= 97 && lower <= 122) && !(unit >= 48 && unit <= 57)) continue;
    const letter = unit < 128 ? lower : unit;
    high = Math.imul(high ^ letter, 0x9e3779b1);
    low = Math.imul(low ^ letter, 0x5f356495);
    count++;
  }
  return (high >>> 18) * 2 ** 32 + (low >>> 0);
}
