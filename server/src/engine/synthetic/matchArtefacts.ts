/**
 * Finds the leftovers of `artefacts.ts` in a text, in time linear in its length.
 *
 * One pass looks for the patterns' anchors (Wu and Manber's multi-pattern search: a table of three-character blocks
 * says how far to jump); only where an anchor begins is a pattern's sticky expression tried. Clean text therefore
 * costs little more than the jumps, which matters because this runs while somebody types and over whole corpora.
 */

import { type ArtefactPattern, artefactPatterns } from './artefacts';

export type { ArtefactKind, ArtefactPattern, ArtefactTier } from './artefacts';

/** One leftover found in a text. */
export interface ArtefactMatch {
  readonly pattern: ArtefactPattern;
  /** First UTF-16 code unit. */
  readonly start: number;
  /** One past the last UTF-16 code unit. */
  readonly end: number;
  /** The text speaks about the leftover (quotation, code, "the token …") and does not use it; rules demote these. */
  readonly mentioned: boolean;
}

/** A literal and the patterns to try where it begins. */
interface Anchor {
  readonly literal: string;
  /** Folded code units of the literal. */
  readonly codes: readonly number[];
  readonly patterns: readonly ArtefactPattern[];
}

/** Anchors whose first `windowLength` code units agree in both blocks, so that one comparison rejects all of them. */
interface AnchorGroup {
  readonly firstBlock: number;
  readonly anchors: Anchor[];
}

/** Two blocks. Shorter anchors, all beginning outside Latin-1, are found by their first character instead. */
const windowLength = 6;
const blockLength = 3;
const maximumShift = windowLength - blockLength + 1;

/** Low five bits of three code units: exact for ASCII letters whatever their case, a hash for everything else. */
function blockOf(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Spellings of an anchor: either apostrophe, and hard-wrapped text breaking the line at any one space. */
function spellings(anchor: string): string[] {
  const apostrophes = anchor.includes("'") ? [anchor, anchor.replaceAll("'", '’')] : [anchor];
  return apostrophes.flatMap((spelling) => {
    const wrapped = [...spelling.matchAll(/ /g)].map(
      ({ index }) => `${spelling.slice(0, index)}\n${spelling.slice(index + 1)}`,
    );
    return [spelling, ...wrapped];
  });
}

function compileAnchors(patterns: readonly ArtefactPattern[]): Anchor[] {
  const byLiteral = new Map<string, ArtefactPattern[]>();
  for (const pattern of patterns) {
    for (const literal of pattern.anchors.flatMap(spellings)) {
      const sharing = byLiteral.get(literal);
      if (sharing) sharing.push(pattern);
      else byLiteral.set(literal, [pattern]);
    }
  }
  return [...byLiteral].map(([literal, sharing]) => ({
    codes: Array.from({ length: literal.length }, (_, index) => fold(literal.charCodeAt(index))),
    literal,
    patterns: sharing,
  }));
}

const anchors = compileAnchors(artefactPatterns);

/** Jump per block; zero where the block ends the first `windowLength` code units of some anchor. */
const shifts = new Uint8Array(1 << 15).fill(maximumShift);
const groupsByBlock: Array<AnchorGroup[] | undefined> = new Array(1 << 15);

for (const anchor of anchors) {
  const { codes } = anchor;
  if (codes.length < windowLength) continue;
  for (let end = blockLength; end <= windowLength; end++) {
    const block = blockOf(codes[end - 3]!, codes[end - 2]!, codes[end - 1]!);
    shifts[block] = Math.min(shifts[block]!, windowLength - end);
  }
  const block = blockOf(codes[windowLength - 3]!, codes[windowLength - 2]!, codes[windowLength - 1]!);
  groupsByBlock[block] ??= [];
  const groups = groupsByBlock[block];
  const firstBlock = blockOf(codes[0]!, codes[1]!, codes[2]!);
  const group = groups.find((other) => other.firstBlock === firstBlock);
  if (group) group.anchors.push(anchor);
  else groups.push({ firstBlock, anchors: [anchor] });
}

const shortAnchors = anchors.filter(({ literal }) => literal.length < windowLength);

/** In a string stored in one byte per character V8 knows without looking that this cannot match. */
const shortAnchorStart = new RegExp(`[${shortAnchors.map(({ literal }) => literal.charAt(0)).join('')}]`, 'g');

interface Span {
  readonly pattern: ArtefactPattern;
  readonly start: number;
  readonly end: number;
}

function beginsAt(text: string, start: number, codes: readonly number[]): boolean {
  for (let index = 0; index < codes.length; index++) {
    if (fold(text.charCodeAt(start + index)) !== codes[index]) return false;
  }
  return true;
}

function tryPatterns(text: string, start: number, patterns: readonly ArtefactPattern[], spans: Span[]): void {
  for (const pattern of patterns) {
    pattern.regex.lastIndex = start;
    if (pattern.regex.test(text)) spans.push({ pattern, start, end: pattern.regex.lastIndex });
  }
}

function tryAnchors(text: string, start: number, candidates: readonly Anchor[], spans: Span[]): void {
  for (const { codes, patterns } of candidates) {
    if (beginsAt(text, start, codes)) tryPatterns(text, start, patterns, spans);
  }
}

function findLongAnchors(text: string, spans: Span[]): void {
  const last = text.length;
  let position = windowLength - 1;
  while (position < last) {
    const block = blockOf(text.charCodeAt(position - 2), text.charCodeAt(position - 1), text.charCodeAt(position));
    const shift = shifts[block]!;
    if (shift > 0) {
      position += shift;
      continue;
    }
    const start = position - windowLength + 1;
    const firstBlock = blockOf(text.charCodeAt(start), text.charCodeAt(start + 1), text.charCodeAt(start + 2));
    const groups = groupsByBlock[block]!;
    for (let index = 0; index < groups.length; index++) {
      if (groups[index]!.firstBlock === firstBlock) tryAnchors(text, start, groups[index]!.anchors, spans);
    }
    position++;
  }
}

function findShortAnchors(text: string, spans: Span[]): void {
  shortAnchorStart.lastIndex = 0;
  while (shortAnchorStart.test(text)) {
    const start = shortAnchorStart.lastIndex - 1;
    for (const { literal, patterns } of shortAnchors) {
      if (text.startsWith(literal, start)) tryPatterns(text, start, patterns, spans);
    }
  }
}

/** Of overlapping spans the longest stays; among equals the first in the table. */
function withoutOverlaps(spans: Span[]): Span[] {
  spans.sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Span[] = [];
  for (const span of spans) {
    const previous = kept.at(-1);
    if (!previous || span.start >= previous.end) kept.push(span);
    else if (span.end - span.start > previous.end - previous.start) kept[kept.length - 1] = span;
  }
  return kept;
}

/** How far, in code units, quotation marks and back-ticks are looked for on either side. */
const quoteReach = 400;

/** Words that announce a mention. Templates put their blanks after "said" and "named", so blanks have fewer. */
const leadWords = leadExpression(
  'phrases?|expressions?|says?|said|saying|reads?|replie[sd]|answer(?:s|ed)|tokens?|tags?|markers?|strings?|words?|' +
    'called|named|delimiters?|literal(?:ly)?',
);
const placeholderLeadWords = leadExpression('phrases?|placeholders?|tokens?|tags?|markers?|strings?|literal(?:ly)?');

function leadExpression(words: string): RegExp {
  return new RegExp(`(?:^|[\\s("“])(?:${words})[\\s,:]{1,3}(?:(?:the|a|an|of|is|are|as|like)\\s)?$`, 'i');
}

const trailWords = /^[`'"”’»]?\s(?:tokens?|tags?|markers?|delimiters?|placeholders?|strings?|phrases?|disclaimers?)\b/i;

const quotePairs = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
] as const;

/** Ranges of fenced code, in order; an unclosed fence runs to the end. */
function fencedRanges(text: string): Array<{ start: number; end: number }> {
  const ranges: Array<{ start: number; end: number }> = [];
  for (let start = text.indexOf('```'); start !== -1; ) {
    const close = text.indexOf('```', start + 3);
    const end = close === -1 ? text.length : close + 3;
    ranges.push({ start, end });
    start = close === -1 ? -1 : text.indexOf('```', end);
  }
  return ranges;
}

/** Whether `before` ends inside a span of straight double quotes or back-ticks which `after` closes. */
function insideToggling(mark: '"' | '`', before: string, after: string): boolean {
  const open = before.lastIndexOf(mark);
  if (open === -1 || !after.includes(mark)) return false;
  // An opening mark stands before a word, a closing one after it: the nearest one tells which side this is.
  return /^$|[\s([{:,=>—–-]/.test(before.charAt(open - 1)) && !/\s/.test(before.charAt(open + 1));
}

/** Whether the text around a span, cut at line ends and at `quoteReach`, quotes it. */
function quoted(before: string, after: string): boolean {
  if (insideToggling('`', before, after) || insideToggling('"', before, after)) return true;
  return quotePairs.some(([opening, closing]) => {
    const open = before.lastIndexOf(opening);
    return open !== -1 && open > before.lastIndexOf(closing) && after.includes(closing);
  });
}

/**
 * Bounds of what lies inside the quotation marks around a whole text. A field that is one quotation from its first to
 * its last character is only written that way; nothing in it is a mention.
 */
function unwrapped(text: string): { from: number; to: number } {
  const from = text.search(/\S/);
  const to = text.trimEnd().length;
  const closing = { '"': '"', '“': '”', '«': '»' }[text.charAt(from)];
  if (closing === undefined || text.indexOf(closing, from + 1) !== to - 1) return { from: 0, to: text.length };
  return { from: from + 1, to: to - 1 };
}

function isMentioned(text: string, span: Span, bounds: { from: number; to: number }): boolean {
  const before = text.slice(Math.max(bounds.from, span.start - quoteReach), span.start);
  const after = text.slice(span.end, Math.min(bounds.to, span.end + quoteReach));
  const beforeOnLine = before.slice(before.lastIndexOf('\n') + 1);
  const nextLine = after.indexOf('\n');
  const afterOnLine = nextLine === -1 ? after : after.slice(0, nextLine);
  return (
    (span.pattern.kind === 'placeholder' ? placeholderLeadWords : leadWords).test(beforeOnLine.slice(-40)) ||
    trailWords.test(afterOnLine.slice(0, 20)) ||
    quoted(beforeOnLine, afterOnLine)
  );
}

/**
 * Finds every leftover of a language model in a text.
 *
 * @param text any text; offsets in the answer are UTF-16 code units of it
 * @returns matches in order of position, not overlapping; mentions are included and marked
 */
export function findArtefacts(text: string): ArtefactMatch[] {
  const spans: Span[] = [];
  findLongAnchors(text, spans);
  findShortAnchors(text, spans);
  if (spans.length === 0) return [];
  const fences = fencedRanges(text);
  const bounds = unwrapped(text);
  let fence = 0;
  return withoutOverlaps(spans).map((span) => {
    while (fence < fences.length && fences[fence]!.end <= span.start) fence++;
    const fenced = fence < fences.length && fences[fence]!.start < span.start;
    return { ...span, mentioned: fenced || isMentioned(text, span, bounds) };
  });
}
