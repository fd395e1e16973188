/**
 * What one UTF-16 code unit is to the tokeniser, after folding. Corpora differ in typography for reasons that have
 * nothing to do with who wrote the text, so quotes, dashes, spaces, Markdown marks and letter case are levelled here.
 */

/** Kinds of code units; everything at or above `PUNCTUATION` becomes a token of its own. */
export const SPACE = 0;
/** Markdown and decoration: separates words, is no token. */
export const MARKUP = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const APOSTROPHE = 4;
export const PUNCTUATION = 5;

const TABLE = 0x250;
/** Kind of every code unit below U+0250. */
export const kinds = new Uint8Array(TABLE).fill(MARKUP);
/** Folded code unit (lower case; one quote, one dash, one digit) of every code unit below U+0250. */
export const folded = new Uint16Array(TABLE);

for (let code = 0; code < TABLE; code++) {
  const character = String.fromCharCode(code);
  folded[code] = code;
  if (/\s/.test(character) || code < 32) kinds[code] = SPACE;
  else if (/\p{L}/u.test(character)) {
    kinds[code] = LETTER;
    const lower = character.toLowerCase();
    if (lower.length === 1) folded[code] = lower.charCodeAt(0);
  } else if (/\d/.test(character)) {
    kinds[code] = DIGIT;
    folded[code] = 48;
  } else if ('.,;:!?()[]{}"/%$&+=@<>\\^«»£§°¿¡'.includes(character)) kinds[code] = PUNCTUATION;
}
kinds[0x27] = APOSTROPHE;
kinds[0x2d] = PUNCTUATION;
folded[0xab] = 0x22;
folded[0xbb] = 0x22;
folded[0xa3] = 0x24;

/** Kind of a code unit at or above U+0250: scripts are letters, symbols and emoji are decoration. */
export function kindBeyond(code: number): number {
  if (code < 0x2000) return LETTER;
  if (code > 0x206f)
    return code >= 0x2e80 && code < 0xd800 && code !== 0x3000 ? LETTER : code === 0x3000 ? SPACE : MARKUP;
  if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE;
  if (code === 0x2018 || code === 0x2019 || code === 0x201b || code === 0x2032) return APOSTROPHE;
  if ((code >= 0x2010 && code <= 0x2015) || (code >= 0x201c && code <= 0x201f) || code === 0x2026) return PUNCTUATION;
  return MARKUP;
}

/** Folded code unit at or above U+0250. */
export function foldBeyond(code: number): number {
  if (code >= 0x2010 && code <= 0x2015) return 0x2d;
  if (code >= 0x201c && code <= 0x201f) return 0x22;
  if (code === 0x2026) return 0x2e;
  return code;
}
