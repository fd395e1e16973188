/** Finds the habits of `styleReasons.ts`; called for texts that are already flagged, to say what gives them away. */

import { excessVocabulary, type StylePattern, stylePatterns } from './styleReasons';
import { styleWords } from './styleReasonsWords';

export type { StylePattern, StyleTier } from './styleReasons';

/** One habit found in a text. */
export interface StyleMatch {
  readonly pattern: StylePattern;
  /** First UTF-16 code unit. */
  readonly start: number;
  /** One past the last UTF-16 code unit. */
  readonly end: number;
}

const overused = new Set(styleWords.map(({ word }) => word));
const longestWord = Math.max(...styleWords.map(({ word }) => word.length));
const letters = /[A-Za-z]+/g;

/** Different overused words, and their share of all words, from which on their density is a reason. */
const leastDifferent = 4;
const leastShare = 0.012;

function findExcessVocabulary(text: string): StyleMatch[] {
  const matches: StyleMatch[] = [];
  const different = new Set<string>();
  let words = 0;
  letters.lastIndex = 0;
  for (let found = letters.exec(text); found !== null; found = letters.exec(text)) {
    words++;
    const { index } = found;
    const [spelling] = found;
    if (spelling.length > longestWord) continue;
    const word = spelling.toLowerCase();
    if (!overused.has(word)) continue;
    different.add(word);
    matches.push({ pattern: excessVocabulary, start: index, end: index + spelling.length });
  }
  return different.size >= leastDifferent && matches.length >= leastShare * words ? matches : [];
}

/**
 * Finds habits of style.
 *
 * @param text any text; offsets in the answer are UTF-16 code units of it
 * @returns matches in order of position; matches of different patterns may overlap
 */
export function findStyle(text: string): StyleMatch[] {
  const matches = findExcessVocabulary(text);
  for (const pattern of stylePatterns) {
    if (pattern.regex === null) continue;
    for (const found of text.matchAll(pattern.regex)) {
      matches.push({ pattern, start: found.index, end: found.index + found[0].length });
    }
  }
  return matches.sort((left, right) => left.start - right.start || right.end - left.end);
}
