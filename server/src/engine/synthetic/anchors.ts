/** The literals at which leftovers begin, arranged so that a text can be searched for all of them at once. */

import { type ArtefactPattern, artefactPatterns } from './artefacts';

/** A literal and the patterns to try where it begins. */
export interface Anchor {
  readonly literal: string;
  /** Folded code units of the literal. */
  readonly codes: readonly number[];
  readonly patterns: readonly ArtefactPattern[];
}

/** Code units of a block, and from one block that is looked at to the next. */
export const BLOCK = 4;
/**
 * The first code units of an anchor by which it is found: wherever they stand in a text, three of them begin a block.
 * Shorter anchors, all beginning outside Latin-1, are found by their first code unit.
 */
const WINDOW = 6;

/** Base 2 logarithms of the sizes of the two filters. */
const BLOCK_BITS = 17;
const WINDOW_BITS = 15;
/** A bit for each block of four code units that may be of the window of an anchor, by {@link hashBlock}. */
export const blockFilter = new Int32Array(1 << (BLOCK_BITS - 5));
/** A byte for each window, by its hash. */
const windowFilter = new Uint8Array(1 << WINDOW_BITS);

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

function compile(patterns: readonly ArtefactPattern[]): Anchor[] {
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

/** The short anchors by their first code unit. */
export const shortAnchors = new Map<number, Anchor[]>();
/** The long anchors by their window. */
const longAnchors = new Map<number, Anchor[]>();

for (const anchor of compile(artefactPatterns)) {
  const { codes } = anchor;
  const isShort = codes.length < WINDOW;
  const key = isShort ? codes[0]! : codes.slice(0, WINDOW).reduce(addToWindow, 0);
  const map = isShort ? shortAnchors : longAnchors;
  map.set(key, [...(map.get(key) ?? []), anchor]);
  if (isShort) continue;
  windowFilter[hashWindow(key)] = 1;
  for (let at = 0; at < BLOCK; at++) {
    const first = codes[at]! | (codes[at + 1]! << 16);
    const third = codes[at + 2]!;
    const fourth = codes[at + 3];
    // What follows an anchor may be anything.
    if (fourth !== undefined) enter(first, third | (fourth << 16));
    else for (let unit = 0; unit < 32; unit++) enter(first, third | (unit << 16));
  }
}

function enter(first: number, second: number): void {
  const hash = hashBlock(first, second);
  blockFilter[hash >>> 5]! |= 1 << hash;
}

/**
 * Hash of four code units, given two by two: of the low five bits of each, which are exact for ASCII letters whatever
 * their case.
 */
function hashBlock(first: number, second: number): number {
  return Math.imul((first & 0x1f001f) | ((second & 0x1f001f) << 8), 0x9e3779b1) >>> (32 - BLOCK_BITS);
}

/** Low five bits of six code units, the last one in the lowest. */
function addToWindow(window: number, code: number): number {
  return ((window << 5) | (code & 31)) & 0x3fffffff;
}

function hashWindow(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - WINDOW_BITS);
}

function beginsAt(units: Uint16Array, start: number, codes: readonly number[]): boolean {
  for (let index = 0; index < codes.length; index++) {
    if (fold(units[start + index]!) !== codes[index]) return false;
  }
  return true;
}

/** Calls `found` for every long anchor whose window has the block at `at`; no other block leads to the same place. */
export function anchorsAround(units: Uint16Array, at: number, found: (start: number, anchor: Anchor) => void): void {
  for (let start = Math.max(0, at - BLOCK + 1); start <= at; start++) {
    let window = 0;
    for (let unit = start; unit < start + WINDOW; unit++) window = addToWindow(window, units[unit]!);
    for (const anchor of longAnchors.get(window) ?? []) if (beginsAt(units, start, anchor.codes)) found(start, anchor);
  }
}

/** Whether the window of an anchor may have the block at `at`. */
export function mayBeAnchor(units: Uint16Array, at: number): boolean {
  const filter = windowFilter;
  let window = 0;
  for (let unit = at; unit < at + WINDOW; unit++) window = ((window << 5) | (units[unit]! & 31)) & 0x3fffffff;
  let hits = filter[Math.imul(window, 0x9e3779b1) >>> 17]!;
  for (let start = at - 1; start > at - BLOCK && start >= 0; start--) {
    window = (window >>> 5) | ((units[start]! & 31) << 25);
    hits |= filter[Math.imul(window, 0x9e3779b1) >>> 17]!;
  }
  return hits !== 0;
}
