/**
 * Is a text English? A test by script and function words, only as good as it needs to be: it decides whether the
 * English lexical model may speak. `scripts/measure-language.mjs` prints how often it errs, per language.
 */

import { englishWords, otherWords } from './languageWords';

/** What the sampled words say. */
export interface DetectedLanguage {
  /** `unknown`: too few words to tell. */
  readonly language: 'en' | 'other' | 'unknown';
  /** English function words among the words looked at, from 0 to 1. */
  readonly share: number;
}

const leastWords = 8;
/** Pieces looked at, spread over the text; of a text no longer than all of them together everything is looked at. */
const pieces = 6;
const pieceLength = 320;
/** Least share of English words; prose hardly ever has under 0.2. */
const leastShare = 0.1;
/** Lists and headlines have fewer; that will do where nothing looks like another language. */
const leastShareOfList = 0.04;
/** Most words of other languages in such a list, and most accented letters, as in names. */
const mostOthersInList = 0.02;
const mostAccentsInList = 0.01;
/** So many times more English words than words of other languages. */
const leastRatio = 2.5;
/** Share of letters outside the Latin script that English text stays under. */
const mostForeignLetters = 0.15;

const slotBits = 10;
const table = new Int32Array(1 << slotBits);
const ENGLISH = 1;
const OTHER = 2;
/** To whom the word of each slot belongs; 0 where there is none. */
const owners = new Uint8Array(1 << slotBits);

/** Slot of a hash, or the free one where it would go. */
function slotOf(hash: number): number {
  let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - slotBits);
  while (owners[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & (table.length - 1);
  return slot;
}

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function enter(words: string, owner: number): void {
  for (const word of words.split(' ')) {
    let hash = 0;
    for (let index = 0; index < word.length; index++) hash = addToHash(hash, word.charCodeAt(index));
    const slot = slotOf(hash);
    if (owners[slot] !== 0) continue;
    table[slot] = hash;
    owners[slot] = owner;
  }
}

// Where both have a word ("in", "as", "me"), English has it.
enter(englishWords, ENGLISH);
enter(otherWords, OTHER);

/** What was counted in the pieces of one text. */
interface Counts {
  words: number;
  english: number;
  others: number;
  /** Letters of the Latin script, those of them beyond A to Z, and letters of all other scripts. */
  latin: number;
  accented: number;
  foreign: number;
}

function isAccentedLetter(code: number): boolean {
  return (code < 0x250 && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code < 0x1f00);
}

function isForeignLetter(code: number): boolean {
  return (
    (code >= 0x250 && code < 0x1e00) ||
    (code >= 0x1f00 && code < 0x2000) ||
    (code >= 0x2e80 && code < 0xd800) ||
    (code >= 0xf900 && code < 0xfe00)
  );
}

function countWords(text: string, start: number, end: number, counts: Counts): void {
  let index = start;
  // The rest of a word cut in two could look like another word.
  if (start > 0) while (index < end && text.charCodeAt(index) > 32) index++;
  let hash = 0;
  let length = 0;
  for (; index <= end; index++) {
    let code = index < end ? text.charCodeAt(index) : 32;
    if (code >= 65 && code <= 90) code += 32;
    else if (code === 0x2019) code = 39;
    const isAccented = code >= 0xc0 && isAccentedLetter(code);
    if ((code >= 97 && code <= 122) || isAccented || (code === 39 && length > 0)) {
      if (isAccented) counts.accented++;
      hash = addToHash(hash, code);
      length++;
      continue;
    }
    if (length > 0) {
      counts.words++;
      counts.latin += length;
      const owner = owners[slotOf(hash)];
      if (owner === ENGLISH) counts.english++;
      else if (owner === OTHER) counts.others++;
      hash = 0;
      length = 0;
    }
    if (code >= 0x250 && isForeignLetter(code)) counts.foreign++;
  }
}

/**
 * Tells English from everything else.
 *
 * @param text any text; at most about 2,000 characters of it are looked at
 */
export function detectLanguage(text: string): DetectedLanguage {
  const counts: Counts = { words: 0, english: 0, others: 0, latin: 0, accented: 0, foreign: 0 };
  if (text.length <= pieces * pieceLength) countWords(text, 0, text.length, counts);
  else {
    const step = (text.length - pieceLength) / (pieces - 1);
    for (let piece = 0; piece < pieces; piece++) {
      const start = Math.floor(piece * step);
      countWords(text, start, start + pieceLength, counts);
    }
  }
  const { words, english, others, latin, accented, foreign } = counts;
  const share = words === 0 ? 0 : english / words;
  if (foreign > leastWords && foreign > mostForeignLetters * (latin + foreign)) return { language: 'other', share };
  if (words < leastWords) return { language: 'unknown', share };
  const mayBeList = others <= mostOthersInList * words && accented <= mostAccentsInList * latin;
  const isEnglish = share >= (mayBeList ? leastShareOfList : leastShare) && english >= leastRatio * others;
  return { language: isEnglish ? 'en' : 'other', share };
}
