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

/**
 * One entry for every code unit, negative for letters. Low half: what folds it (lower case; one quote, one dash, one
 * digit) by exclusive or. From bit {@link KIND_SHIFT} on three bits of its kind, then {@link CAPITAL}.
 */
export const classes = new Int32Array(1 << 16);
export const KIND_SHIFT = 16;
export const KIND_MASK = 7;
/** A letter that folds to another. */
export const CAPITAL = 1 << 20;

function put(code: number, kind: number, folded: number): void {
  const isLetter = kind === LETTER;
  classes[code] =
    (code ^ folded) | (kind << KIND_SHIFT) | (isLetter && code !== folded ? CAPITAL : 0) | (isLetter ? 1 << 31 : 0);
}

/** Up to `end`, where nothing folds. */
function putRange(start: number, end: number, kind: number): void {
  put(start, kind, start);
  classes.fill(classes[start]!, start, end);
}

const LATIN_END = 0x250;
for (let code = 0; code < LATIN_END; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  if (/\s/.test(character) || code < 32) put(code, SPACE, code);
  else if (/\p{L}/u.test(character)) put(code, LETTER, lower.length === 1 ? lower.charCodeAt(0) : code);
  else if (/\d/.test(character)) put(code, DIGIT, 0x30);
  else if ('.,;:!?()[]{}"/%$&+=@<>\\^«»£§°¿¡-'.includes(character)) put(code, PUNCTUATION, code);
  else put(code, code === 0x27 ? APOSTROPHE : MARKUP, code);
}
put(0xab, PUNCTUATION, 0x22);
put(0xbb, PUNCTUATION, 0x22);
put(0xa3, PUNCTUATION, 0x24);

// Beyond, scripts are letters; symbols and emoji are decoration.
putRange(LATIN_END, 0x2000, LETTER);
putRange(0x2000, 0x200b, SPACE);
putRange(0x200b, 0x2e80, MARKUP);
putRange(0x2e80, 0xd800, LETTER);
putRange(0xd800, 0x10000, MARKUP);
for (const code of [0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) put(code, SPACE, code);
for (const code of [0x2018, 0x2019, 0x201b, 0x2032]) put(code, APOSTROPHE, code);
for (let code = 0x2010; code <= 0x2015; code++) put(code, PUNCTUATION, 0x2d);
for (let code = 0x201c; code <= 0x201f; code++) put(code, PUNCTUATION, 0x22);
put(0x2026, PUNCTUATION, 0x2e);
