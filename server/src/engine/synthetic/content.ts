/**
 * What a text mostly consists of. A model of prose has nothing to say about code, tables and numbers, nor about a few
 * words; this decides when it stays silent. Meant to err towards `prose`: only plain cases are anything else.
 */

/** `short`: under {@link leastWords} words, whatever they are. */
export type ContentKind = 'prose' | 'code' | 'markup' | 'numbers' | 'short';

/** What a text consists of. */
export interface Content {
  readonly kind: ContentKind;
  /** Words with at least one letter; of scripts without spaces two characters count as one. Estimated in long texts. */
  readonly words: number;
}

/** Under so many words accuracy falls off steeply: true positives at 1 % false alarms 0.23 at 20, 0.40 at 40. */
export const leastWords = 40;

/** Characters looked at; of longer texts the beginning, the middle and the end, a third each. */
const longestSample = 9_000;
const longestLine = 400;

const LETTER = 1;
const UNSPACED = 2;
const DIGIT = 3;
const SYMBOL = 4;
const OTHER = 5;

/** Class of every code unit below U+0250; 0 is white space. */
const classes = new Uint8Array(0x250);
for (let code = 33; code < classes.length; code++) {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) continue;
  if (/[\p{L}\p{M}]/u.test(character)) classes[code] = LETTER;
  else if (/\d/.test(character)) classes[code] = DIGIT;
  else if (/[<>{}[\]()=|\\/_&;#$%^~`+@]/.test(character)) classes[code] = SYMBOL;
  else classes[code] = OTHER;
}

function classBeyond(code: number): number {
  if (code >= 0x0e00 && code < 0x0f00) return UNSPACED;
  if (code < 0x2000) return LETTER;
  if (code <= 0x200a || code === 0x202f || code === 0x3000) return 0;
  if (code >= 0x3040 && code < 0xa000) return UNSPACED;
  return code >= 0xac00 && code < 0xd7a4 ? LETTER : OTHER;
}

/** Counts by class, and words. */
interface Tally {
  words: number;
  readonly classes: number[];
}

function tally(text: string): Tally {
  const counts = [0, 0, 0, 0, 0, 0];
  let words = 0;
  let hasLetter = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = code < classes.length ? classes[code]! : classBeyond(code);
    counts[kind]!++;
    if (kind === LETTER) hasLetter = true;
    else if (kind === 0) {
      if (hasLetter) words++;
      hasLetter = false;
    }
  }
  if (hasLetter) words++;
  return { words: words + (counts[UNSPACED]! >> 1), classes: counts };
}

function sampleOf(text: string): string {
  if (text.length <= longestSample) return text;
  const third = longestSample / 3;
  const middle = (text.length - third) >> 1;
  return `${text.slice(0, third)}\n${text.slice(middle, middle + third)}\n${text.slice(-third)}`;
}

const codeLine = new RegExp(
  [
    '[;{}]\\s*(?://.*)?$',
    '^\\s*[{}\\])]+[,;)]*$',
    '^\\s*(?://|/\\*|\\*/|#include|#define|#!|@\\w+\\(?|<\\?php|>>> |\\$ \\w)',
    '^\\s*(?:def|class|func|fn|function|public|private|protected|static|const|let|var|import|from|package|using|export)' +
      '\\s+[\\w*{.<]+.*[(){};:=\'"<>]\\s*\\S{0,40}$',
    '^\\s*(?:if|for|while|elif|with|switch|catch)\\b.*[({:]$',
    '^\\s*(?:import|from)\\s+[\\w.]+(?:\\s+import\\s.*)?$',
    '^\\s*(?:return\\b.*[;()\\]]|else:|try:|else\\s*\\{|end)$',
    '^\\s*[\\w.[\\]\'"]+\\s*(?:[-+*/|&]?=|:=|<-|->|=>)\\s*\\S',
    '^\\s*[\\w.]+\\(.*\\)[;,]?$',
    '^\\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|JOIN|LEFT JOIN|INNER JOIN|GROUP BY|ORDER BY)\\s+\\S',
  ].join('|'),
);
const tag = /<\/?[A-Za-z][^<>\n]{0,300}>/g;
/** Addresses say nothing about the sentence they are in. */
const address = /https?:\/\/[^\s<>()[\]]{1,300}/g;
const latexCommand = /\\[A-Za-z]{2,20}|\$\$|[_^]\{/g;
const tableLine = /^\s*\|.*\||[^|]\|[^|]*\|[^|]*\||\t[^\t]*\t[^\t]*\t/;

/** Characters of a text that lie in code, markup and all its lines. */
interface Lines {
  code: number;
  markup: number;
  all: number;
}

function weighLines(text: string): Lines {
  const weights: Lines = { code: 0, markup: 0, all: 0 };
  let isFenced = false;
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, longestLine).replace(address, '').trimEnd();
    if (line === '') continue;
    const { length } = line.trimStart();
    weights.all += length;
    if (line.trimStart().startsWith('```')) {
      isFenced = !isFenced;
      continue;
    }
    if (isFenced) weights.code += length;
    else if (tableLine.test(line)) weights.markup += length;
    else {
      const tags = line.match(tag)?.reduce((sum, { length: own }) => sum + own, 0) ?? 0;
      const commands = line.match(latexCommand)?.reduce((sum, { length: own }) => sum + own, 0) ?? 0;
      const marked = Math.min(length, tags + 2 * commands);
      if (marked > 0.3 * length) weights.markup += marked;
      else if (codeLine.test(line)) weights.code += length;
    }
  }
  return weights;
}

/** Shares of the characters that are not white space at which a text is no longer looked upon as prose. */
const fewSymbols = 0.03;
const mostDigits = 0.2;
const mostCode = 0.5;
const mostMarkup = 0.4;

/** Says what `text` mostly consists of, and how many words it has. */
export function contentKind(text: string): Content {
  const sample = sampleOf(text);
  const { words: sampled, classes: counts } = tally(sample);
  const words = sample === text ? sampled : Math.round((sampled * text.length) / sample.length);
  const visible = sample.length - counts[0]!;
  if (words < leastWords) {
    const isNumbers = counts[DIGIT]! > mostDigits * visible && counts[DIGIT]! >= leastWords;
    return { kind: isNumbers ? 'numbers' : 'short', words };
  }
  if (counts[DIGIT]! > mostDigits * visible) return { kind: 'numbers', words };
  if (counts[SYMBOL]! <= fewSymbols * visible) return { kind: 'prose', words };
  const { code, markup, all } = weighLines(sample);
  if (code > mostCode * all) return { kind: 'code', words };
  if (markup > mostMarkup * all || code + markup > 0.6 * all) return { kind: 'markup', words };
  return { kind: 'prose', words };
}
