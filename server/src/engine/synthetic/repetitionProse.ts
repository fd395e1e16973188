/** Whether a span reads as running text: repetition means nothing in tables, code, formulae and page markup. */

const LETTER = 1;
const DIGIT = 2;
const SYMBOL = 3;

/** Class of every code unit below U+0250; 0 is space and the punctuation of prose. */
const classes = new Uint8Array(0x250);
for (let code = 33; code < classes.length; code++) {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) classes[code] = LETTER;
  else if (/\d/.test(character)) classes[code] = DIGIT;
  else if (/[<>{}[\]()=|\\/_&#$%^~`+]/.test(character)) classes[code] = SYMBOL;
}

/** Shares of all letters, digits and symbols that prose stays under. */
const mostDigits = 0.08;
const mostSymbols = 0.06;

/** Looks at the code units from `start` up to `end`. */
export function looksLikeProse(text: string, start: number, end: number): boolean {
  const counts = [0, 0, 0, 0];
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    counts[code < classes.length ? classes[code]! : LETTER]!++;
  }
  const all = counts[LETTER]! + counts[DIGIT]! + counts[SYMBOL]!;
  return all > 0 && counts[DIGIT]! <= mostDigits * all && counts[SYMBOL]! <= mostSymbols * all;
}
