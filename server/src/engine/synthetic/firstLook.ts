/**
 * One quick pass over a text for everything that hardly any text holds: the literals at which leftovers of language
 * models begin, and hidden characters. It runs over whole corpora and while somebody types, so it looks at four code
 * units at a time and at most asks a small table about them.
 */

import { type Anchor, anchorsAround, BLOCK, blockFilter, mayBeAnchor, shortAnchors } from './anchors';
import { codeUnitsOf } from './codeUnits';
import { HIDDEN_CANDIDATES } from './hiddenCandidates';

/** What a first look saw. */
export interface Look {
  /** Places where a leftover may begin, in UTF-16 code units. */
  readonly anchors: readonly { readonly start: number; readonly anchor: Anchor }[];
  /** The text has a character that may be a hidden one. */
  readonly hidden: boolean;
}

const HIDDEN = 1;
const SHORT_ANCHOR = 2;
/** What each code unit may be; all that are marked lie beyond Latin-1. */
const marks = new Uint8Array(1 << 16);
for (const [first, last] of HIDDEN_CANDIDATES) marks.fill(HIDDEN, first, last + 1);
for (const unit of shortAnchors.keys()) marks[unit]! |= SHORT_ANCHOR;

let lookedAt = '';
let look: Look = { anchors: [], hidden: false };

/** Code units gone through at a time, so that the places noted meanwhile need little memory. */
const CHUNK = 1 << 14;
/** Blocks that may be of an anchor, and blocks with a code unit beyond Latin-1. */
const likely = new Uint32Array(CHUNK / BLOCK + 1);
const beyond = new Uint32Array(CHUNK / BLOCK + 1);

/** Looks at a text; at the same text again only the first time. */
export function firstLook(text: string): Look {
  if (text === lookedAt) return look;
  const { units, pairs } = codeUnitsOf(text);
  const anchors: { start: number; anchor: Anchor }[] = [];
  const note = (start: number, anchor: Anchor) => anchors.push({ start, anchor });
  let marked = 0;
  for (let from = 0; from < text.length; from += CHUNK) {
    const counts = noteBlocks(pairs, from, Math.min(from + CHUNK, text.length));
    for (let index = 0; index < counts >>> 16; index++) marked |= noteMarked(text, units, beyond[index]!, note);
    for (let index = 0; index < (counts & 0xffff); index++) {
      if (mayBeAnchor(units, likely[index]!)) anchorsAround(units, likely[index]!, note);
    }
  }
  lookedAt = text;
  look = { anchors, hidden: (marked & HIDDEN) !== 0 };
  return look;
}

/**
 * Fills `likely` and `beyond`. Without a branch on what is seen: they would be guessed wrong too often.
 *
 * @returns how many are in `likely`, and in the upper half how many are in `beyond`
 */
function noteBlocks(pairs: Int32Array, from: number, to: number): number {
  const filter = blockFilter;
  const inAnchor = likely;
  const beyondLatin1 = beyond;
  let anchored = 0;
  let wide = 0;
  for (let at = from; at < to; at += 4) {
    const first = pairs[at >> 1]!;
    const second = pairs[(at >> 1) + 1]!;
    const hash = Math.imul((first & 0x1f001f) | ((second & 0x1f001f) << 8), 0x9e3779b1) >>> 15;
    inAnchor[anchored] = at;
    anchored += (filter[hash >>> 5]! >>> hash) & 1;
    const high = (first | second) & 0xff00ff00;
    beyondLatin1[wide] = at;
    wide += (high | -high) >>> 31;
  }
  return (wide << 16) | anchored;
}

/** Notes the short anchors of a block with code units beyond Latin-1; the answer is what its code units may be. */
function noteMarked(
  text: string,
  units: Uint16Array,
  at: number,
  note: (start: number, anchor: Anchor) => void,
): number {
  let marked = 0;
  for (let start = at; start < at + BLOCK; start++) {
    const unit = units[start]!;
    const mark = marks[unit]!;
    marked |= mark;
    if ((mark & SHORT_ANCHOR) === 0) continue;
    for (const anchor of shortAnchors.get(unit)!) if (text.startsWith(anchor.literal, start)) note(start, anchor);
  }
  return marked;
}
