/** First and last code unit of each range that a hidden character may begin with; all lie beyond Latin-1. */
export const HIDDEN_CANDIDATES: readonly (readonly [first: number, last: number])[] = [
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
  [0xdb40, 0xdb40],
];
