/**
 * Degenerate repetition: what language models fall into when they lose the thread, and what recursive training on
 * their own output leads to (Shumailov et al. 2024: "black-tailed jackrabbits, white-tailed jackrabbits, …").
 * Knows no language. People repeat themselves too, in verse, tables, code and lists, so that most of what is found is
 * only `weak`; `scripts/measure-repetition.mjs` says how often either strength meets text that people wrote.
 */

import { type Enumeration, findEnumerations, findSlotRuns, type SlotRun } from './repetitionLists';
import { findLoops, type Loop, mix } from './repetitionLoops';
import { looksLikeProse } from './repetitionProse';
import { findSuspects } from './repetitionScan';
import { createTokens, gaps, type Tokens, tokenise } from './repetitionTokens';
import { measureShares, type Shares, windowWords } from './repetitionWindows';

/**
 * `loop`: the same words over and over; `slots`: list items that differ in one place; `enumeration`: short items
 * without end; `crowded`: a window full of the same phrases.
 */
export type RepetitionKind = 'loop' | 'slots' | 'enumeration' | 'crowded';

/** `strong`: hardly ever in text that people wrote. `weak`: a reason beside others. */
export type RepetitionStrength = 'strong' | 'weak';

/** One repetitive passage. */
export interface RepetitionFinding {
  readonly kind: RepetitionKind;
  /** First UTF-16 code unit. */
  readonly start: number;
  /** One past the last UTF-16 code unit. */
  readonly end: number;
  readonly strength: RepetitionStrength;
  /** One sentence for a person; holds none of the text. */
  readonly reason: string;
}

/** Words from one window to the next. */
const windowStep = 16;

const tokens = createTokens();

/**
 * Finds repetitive passages.
 *
 * @param text any text; offsets in the answer are UTF-16 code units of it
 * @returns findings in order of position; a weak one never lies inside a strong one
 */
export function findRepetition(text: string): RepetitionFinding[] {
  const findings: RepetitionFinding[] = [];
  for (const stretch of findSuspects(text)) {
    tokenise(text, stretch, tokens);
    for (const loop of findLoops(tokens)) addLoop(text, loop, findings);
    for (const run of findSlotRuns(tokens)) addSlots(text, run, findings);
    for (const run of findEnumerations(tokens)) addEnumeration(text, run, findings);
    addCrowded(text, findings);
  }
  return withoutShadowed(findings);
}

function finding(
  kind: RepetitionKind,
  from: number,
  to: number,
  strength: RepetitionStrength,
  reason: string,
): RepetitionFinding {
  return { kind, start: tokens.start[from]!, end: tokens.end[to - 1]!, strength, reason };
}

function isProse(text: string, from: number, to: number): boolean {
  return looksLikeProse(text, tokens.start[from]!, tokens.end[to - 1]!);
}

function addLoop(text: string, { from, to, period }: Loop, findings: RepetitionFinding[]): void {
  const copies = Math.floor((to - from) / period);
  const words = to - from;
  const isLong = period < 3 ? words >= 40 : words >= 32;
  if (copies < (period < 3 ? 8 : 3) || !hasLetters(from, from + period)) return;
  const strength = isLong && copies >= 4 && isProse(text, from, to) ? 'strong' : 'weak';
  const what = period === 1 ? 'One word comes' : `The same ${period} words come`;
  findings.push(finding('loop', from, to, strength, `${what} ${copies} times in a row.`));
}

function hasLetters(from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (tokens.letters[index] === 1) return true;
  return false;
}

function addSlots(text: string, run: SlotRun, findings: RepetitionFinding[]): void {
  const { from, to, items, fixed, fixedCharacters, isFinished, separators } = run;
  if (items < 4 || fixed < 2 || fixedCharacters < 10 || !isProse(text, from, to)) return;
  let needed: number;
  if (separators === gaps.comma) {
    // People end a list ("…, and …") and say what its items share only once; a model in a rut does neither.
    needed = run.side === 'tail' && !isFinished ? 4 : 7;
  } else needed = (separators & gaps.line) !== 0 ? Number.POSITIVE_INFINITY : 10;
  const strength = items >= needed ? 'strong' : 'weak';
  const place = run.side === 'tail' ? 'end' : 'begin';
  findings.push(finding('slots', from, to, strength, `${items} items in a row ${place} with the same ${fixed} words.`));
}

function addEnumeration(text: string, run: Enumeration, findings: RepetitionFinding[]): void {
  const { from, to, items, different } = run;
  if (!isProse(text, from, to)) return;
  const repeats = items >= 16 && different <= 0.7 * items;
  const reason = repeats
    ? `${items} short items in a row, only ${different} of them different.`
    : `${items} short items in a row.`;
  findings.push(finding('enumeration', from, to, repeats ? 'strong' : 'weak', reason));
}

/** How a window counts, and the largest share that made it count. */
function judge(
  shares: Shares,
  words: number,
  isVerse: boolean,
): { strength: RepetitionStrength; share: number } | null {
  const { top2, top3, top4, duplicated } = shares;
  const share = Math.max(top2, top3, top4, duplicated);
  if (words >= 48) {
    if (duplicated >= 0.85) return { strength: 'strong', share };
    if (!isVerse && (top2 >= 0.45 || top3 >= 0.5 || top4 >= 0.5 || duplicated >= 0.65)) {
      return { strength: 'strong', share };
    }
  }
  if (words >= 20 && (top2 >= 0.35 || top3 >= 0.4 || top4 >= 0.4 || duplicated >= 0.5)) {
    return { strength: 'weak', share };
  }
  return null;
}

/** Narrows words to those from the first pair that comes back up to the last that did. */
function trimToRepeats(from: number, to: number): { from: number; to: number } {
  const firsts = new Map<number, number>();
  let first = to;
  let last = from;
  for (let index = from; index + 1 < to; index++) {
    const pair = mix(tokens.hash[index]!, tokens.hash[index + 1]!);
    const before = firsts.get(pair);
    if (before === undefined) firsts.set(pair, index);
    else {
      first = Math.min(first, before);
      last = index + 2;
    }
  }
  return first < last ? { from: first, to: last } : { from, to };
}

/** Lines of fewer words are verse or lists. */
const wordsOfShortLine = 11;

function linesBetween({ gap }: Tokens, from: number, to: number): number {
  let lines = 0;
  for (let index = from + 1; index < to; index++) if ((gap[index]! & gaps.line) !== 0) lines++;
  return lines;
}

/** Hot windows that overlap or touch, merged. */
interface HotWindows {
  from: number;
  to: number;
  strength: RepetitionStrength;
  share: number;
}

function findHotWindows(text: string): HotWindows[] {
  const { count } = tokens;
  const hot: HotWindows[] = [];
  for (let from = 0; from < count; from += windowStep) {
    const to = Math.min(count, from + windowWords);
    const isVerse = linesBetween(tokens, from, to) * wordsOfShortLine > to - from;
    const verdict = judge(measureShares(tokens, from, to), to - from, isVerse);
    if (verdict && isProse(text, from, to)) {
      const last = hot.at(-1);
      if (!last || last.to < from) hot.push({ from, to, ...verdict });
      else {
        last.to = to;
        last.share = Math.max(last.share, verdict.share);
        if (verdict.strength === 'strong') last.strength = 'strong';
      }
    }
    if (to === count) break;
  }
  return hot;
}

function addCrowded(text: string, findings: RepetitionFinding[]): void {
  for (const windows of findHotWindows(text)) {
    const percent = Math.round(100 * Math.min(1, windows.share));
    const words = Math.min(windowWords, windows.to - windows.from);
    const reason = `Up to ${percent} % of ${words} words in a row lie in phrases that come back among them.`;
    const { from, to } = trimToRepeats(windows.from, windows.to);
    findings.push(finding('crowded', from, to, windows.strength, reason));
  }
}

/** Whether `wide` says no more than the exact finding `narrow`: it is no stronger and half of it is the same text. */
function isSaidBy(wide: RepetitionFinding, narrow: RepetitionFinding): boolean {
  if (wide.strength === 'strong' && narrow.strength === 'weak') return false;
  const common = Math.min(wide.end, narrow.end) - Math.max(wide.start, narrow.start);
  return 2 * common >= wide.end - wide.start;
}

/** Keeps the most exact of findings about the same text. */
function withoutShadowed(findings: RepetitionFinding[]): RepetitionFinding[] {
  if (findings.length < 2) return findings;
  findings.sort((left, right) => left.start - right.start || right.end - left.end);
  const exact = findings.filter(({ kind }) => kind !== 'crowded');
  let next = 0;
  const told = findings.filter((wide) => {
    if (wide.kind !== 'crowded') return true;
    while (next < exact.length && exact[next]!.end <= wide.start) next++;
    for (let index = next; index < exact.length && exact[index]!.start < wide.end; index++) {
      if (isSaidBy(wide, exact[index]!)) return false;
    }
    return true;
  });
  let strongEnd = -1;
  let anyEnd = -1;
  return told.filter(({ end, strength }) => {
    if (end <= strongEnd || (strength === 'weak' && end <= anyEnd)) return false;
    anyEnd = Math.max(anyEnd, end);
    if (strength === 'strong') strongEnd = Math.max(strongEnd, end);
    return true;
  });
}
