/**
 * Finds the leftovers of `artefacts.ts` in a text, in time linear in its length.
 *
 * One pass looks for the patterns' anchors (Wu and Manber's multi-pattern search: a table of three-character blocks
 * says how far to jump); only where an anchor begins is a pattern's sticky expression tried. Clean text therefore
 * costs little more than the jumps, which matters because this runs while somebody types and over whole corpora.
 */

import { type ArtefactPattern, artefactPatterns } from './artefacts';
import { firstLook, type Look } from './firstLook';

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

interface Span {
  readonly pattern: ArtefactPattern;
  readonly start: number;
  readonly end: number;
}

/** Tries the patterns of every anchor where it begins. */
function matchesAt(text: string, { anchors }: Look): Span[] {
  const spans: Span[] = [];
  for (const { start, anchor } of anchors) {
    for (const pattern of anchor.patterns) {
      pattern.regex.lastIndex = start;
      if (pattern.regex.test(text)) spans.push({ pattern, start, end: pattern.regex.lastIndex });
    }
  }
  return spans;
}

/** Of overlapping spans the longest stays; among equals the first in the table. */
function withoutOverlaps(spans: Span[]): Span[] {
  spans.sort(
    (left, right) =>
      left.start - right.start ||
      right.end - left.end ||
      artefactPatterns.indexOf(left.pattern) - artefactPatterns.indexOf(right.pattern),
  );
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
  const spans = matchesAt(text, firstLook(text));
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
