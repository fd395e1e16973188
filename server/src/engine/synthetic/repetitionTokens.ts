/** Words of a suspect stretch with what stands between them: what the repetition rules judge. */

import { isUnspaced, type Stretch } from './repetitionScan';

/** Bits of `Tokens.gap`: what was passed since the word before. */
export const gaps = { comma: 1, line: 2, stop: 4, symbol: 8 } as const;

/** Words of one stretch; all arrays hold `count` entries. Reused from stretch to stretch. */
export interface Tokens {
  count: number;
  /** 32-bit hash of the word; ASCII capitals are folded. */
  hash: Int32Array;
  /** UTF-16 offsets in the text. */
  start: Int32Array;
  end: Int32Array;
  /** What stands before the word, see {@link gaps}. */
  gap: Uint8Array;
  /** 1 where the word holds letters. */
  letters: Uint8Array;
}

/** An empty list of words. */
export function createTokens(): Tokens {
  return allocate(1 << 10);
}

function allocate(size: number): Tokens {
  return {
    count: 0,
    hash: new Int32Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    gap: new Uint8Array(size),
    letters: new Uint8Array(size),
  };
}

function grow(tokens: Tokens): void {
  const larger = allocate(tokens.hash.length * 2);
  larger.hash.set(tokens.hash);
  larger.start.set(tokens.start);
  larger.end.set(tokens.end);
  larger.gap.set(tokens.gap);
  larger.letters.set(tokens.letters);
  Object.assign(tokens, larger, { count: tokens.count });
}

const LETTER = 16;
const DIGIT = 32;
const SPACE = 0;
const APOSTROPHE = 64;

/** Class of every code unit below U+0250: a bit of `gaps`, or one of the constants above. */
const classes = new Uint8Array(0x250);
for (let code = 0; code < classes.length; code++) {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) classes[code] = LETTER;
  else if (/\d/.test(character)) classes[code] = DIGIT;
  else if (character === '\n' || character === '\r') classes[code] = gaps.line;
  else if (/[\s\u0000-\u001f"*'-]/.test(character)) classes[code] = SPACE;
  else if (/[,;]/.test(character)) classes[code] = gaps.comma;
  else if (/[.!?:]/.test(character)) classes[code] = gaps.stop;
  else classes[code] = gaps.symbol;
}
classes[0x27] = APOSTROPHE;

function classBeyond(code: number): number {
  if (code < 0x2000) return code === 0x060c || code === 0x061b ? gaps.comma : code === 0x06d4 ? gaps.stop : LETTER;
  if (code < 0x2070) return code === 0x2028 || code === 0x2029 ? gaps.line : code === 0x2019 ? APOSTROPHE : SPACE;
  if (code < 0x2e80) return gaps.symbol;
  if (code === 0x3001 || code === 0xff0c || code === 0xff1b) return gaps.comma;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1a) return gaps.stop;
  if (code < 0x3040 || (code >= 0xfe00 && code < 0xff10)) return SPACE;
  return LETTER;
}

function classOf(code: number): number {
  return code < classes.length ? classes[code]! : classBeyond(code);
}

/** Fills `tokens` with the words of a stretch. */
export function tokenise(text: string, stretch: Stretch, tokens: Tokens): void {
  let count = 0;
  let gap = 0;
  let index = stretch.start;
  const { end } = stretch;
  // A stretch begins where it begins: the rest of a word cut in two is left out.
  if (index > 0) while (index < end && classOf(text.charCodeAt(index)) >= LETTER) index++;
  while (index < end) {
    const code = text.charCodeAt(index);
    let kind = classOf(code);
    if (kind < LETTER || kind === APOSTROPHE) {
      gap |= kind & 15;
      index++;
      continue;
    }
    if (count === tokens.hash.length) grow(tokens);
    tokens.start[count] = index;
    let hash = 0x811c9dc5 | 0;
    let letters = 0;
    if (code >= 0x0e00 && isUnspaced(code)) {
      hash = Math.imul(hash ^ code, 0x01000193);
      letters = 1;
      index++;
    } else {
      let current = code;
      while (true) {
        if (kind === LETTER) letters = 1;
        if (current >= 65 && current <= 90) current += 32;
        hash = Math.imul(hash ^ current, 0x01000193);
        if (++index >= text.length) break;
        current = text.charCodeAt(index);
        kind = classOf(current);
        if (kind < LETTER || (current >= 0x0e00 && isUnspaced(current))) break;
        if (kind === APOSTROPHE && classOf(text.charCodeAt(index + 1)) !== LETTER) break;
      }
    }
    tokens.hash[count] = hash;
    tokens.end[count] = index;
    tokens.gap[count] = gap;
    tokens.letters[count] = letters;
    gap = 0;
    count++;
  }
  tokens.count = count;
}
