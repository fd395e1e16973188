/** Lists gone astray: the same words around a changing slot, and short items without end. */

import { gaps, type Tokens } from './repetitionTokens';

/** One run of list items, in indices of words. */
export interface ItemRun {
  readonly from: number;
  /** One past the last word. */
  readonly to: number;
  readonly items: number;
}

/** Items that keep the same words in the same place while others change. */
export interface SlotRun extends ItemRun {
  /** Words every item of the run keeps, at its end (`tail`) or its beginning (`head`). */
  readonly fixed: number;
  readonly side: 'head' | 'tail';
  /** Letters of the kept words. */
  readonly fixedCharacters: number;
  /** The last item is led in by a further word, or joined to another ("…, and …"), as people end a list. */
  readonly isFinished: boolean;
  /** All separators of the run, bits of `gaps`. */
  readonly separators: number;
}

/** Short items after one another. */
export interface Enumeration extends ItemRun {
  /** Different items among them. */
  readonly different: number;
}

const longestItem = 12;
const longestSlot = 3;

const sides = ['head', 'tail'] as const;

/** Words equal from `left` and `right` on in direction `step`, at most `most`. */
function equalWords(hash: Int32Array, left: number, right: number, step: 1 | -1, most: number): number {
  let count = 0;
  while (count < most && hash[left + count * step] === hash[right + count * step]) count++;
  return count;
}

/** A run that still goes on. */
interface OpenRun {
  from: number;
  items: number;
  fixed: number;
  shortest: number;
  longest: number;
  separators: number;
}

const separatorBits = gaps.comma | gaps.line | gaps.stop;

/** Finds runs of at least three items that keep words at one side and change at the other. */
export function findSlotRuns(tokens: Tokens): SlotRun[] {
  const runs: SlotRun[] = [];
  const { hash, start, end, gap, count } = tokens;
  const open: Record<'head' | 'tail', OpenRun | null> = { head: null, tail: null };
  const close = (side: 'head' | 'tail', to: number, kept = 0) => {
    const run = open[side];
    open[side] = null;
    if (!run || run.items < 3) return;
    const { from, items, fixed, separators } = run;
    const first = side === 'tail' ? to - fixed : from;
    const fixedCharacters = end[first + fixed - 1]! - start[first]!;
    const isFinished = kept > 0 || run.shortest !== run.longest;
    runs.push({ from, to, items, fixed, side, fixedCharacters, isFinished, separators });
  };
  let previousFrom = -1;
  let from = 0;
  for (let to = 1; to <= count; to++) {
    if (to < count && (gap[to]! & separatorBits) === 0) continue;
    const words = to - from;
    if (previousFrom !== -1) {
      const previousWords = from - previousFrom;
      const most = Math.min(words, previousWords, longestItem);
      for (const side of sides) {
        const kept =
          side === 'head'
            ? equalWords(hash, previousFrom, from, 1, most)
            : equalWords(hash, from - 1, to - 1, -1, most);
        const changed = words - kept;
        const run = open[side];
        if (kept === 0 || words > longestItem || changed === 0 || changed > longestSlot) close(side, from, kept);
        else if (!run) {
          // What leads up to the first item of a list belongs to the sentence, so its words are counted from its end.
          const own = side === 'tail' ? Math.min(previousWords, words) : previousWords;
          const separators = gap[from]! & separatorBits;
          open[side] = { from: from - own, items: 2, fixed: kept, shortest: words, longest: words, separators };
        } else {
          run.items++;
          run.fixed = Math.min(run.fixed, kept);
          run.shortest = Math.min(run.shortest, words);
          run.longest = Math.max(run.longest, words);
          run.separators |= gap[from]! & separatorBits;
        }
      }
    }
    previousFrom = from;
    from = to;
  }
  close('head', count);
  close('tail', count);
  return runs;
}

const shortItem = 2;
const shortItemCharacters = 6;
const seen = new Set<number>();

/** Finds runs of at least twelve comma-separated items of at most two words. */
export function findEnumerations(tokens: Tokens): Enumeration[] {
  const runs: Enumeration[] = [];
  const { hash, start, end, gap, count } = tokens;
  let runFrom = 0;
  let items = 0;
  let from = 0;
  seen.clear();
  for (let to = 1; to <= count; to++) {
    if (to < count && (gap[to]! & 15) === 0) continue;
    const words = to - from;
    const isShort = words <= shortItem || end[to - 1]! - start[from]! <= shortItemCharacters;
    const afterComma = items === 0 || gap[from]! === gaps.comma;
    if (isShort && afterComma) {
      if (items === 0) runFrom = from;
      items++;
      seen.add(words === 1 ? hash[from]! : Math.imul(hash[from]!, 31) ^ hash[to - 1]!);
    } else {
      if (items >= 12) runs.push({ from: runFrom, to: from, items, different: seen.size });
      seen.clear();
      items = 0;
      if (isShort) {
        runFrom = from;
        items = 1;
        seen.add(words === 1 ? hash[from]! : Math.imul(hash[from]!, 31) ^ hash[to - 1]!);
      }
    }
    from = to;
  }
  if (items >= 12) runs.push({ from: runFrom, to: count, items, different: seen.size });
  seen.clear();
  return runs;
}
