/**
 * The cheap first look of the repetition rules: where do words come back soon after they were last seen, and where are
 * short items listed one after another? Ordinary prose passes with one table access a word; only the stretches
 * reported here are tokenised and judged.
 */

/** A part of a text in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

const slotBits = 12;
/** Where the fingerprint of each slot was last seen, on a clock that runs on from text to text, so that nothing has to
 * be cleared between them. */
const lastSeen = new Int32Array(1 << slotBits);
/** Longer than any distance that counts, so that no text remembers the one before. */
const textGap = 1 << 15;
let clock = textGap;

/** About 64 words. */
const nearby = 420;
/** A pair of words seen nearby heats, the more the nearer; every other one cools by one. */
const gainNearby = 2;
const gainNearer = 6;
const gainNearest = 12;
const nearer = 128;
const nearest = 64;
const hotScore = 32;
const highestScore = 50;
/** Text after the last repeated word, to see how a list goes on. */
const outlook = 64;
/** So many words in a row at one and the same distance, however large, mean that a passage is being repeated. */
const copiedWords = 8;
const longestPeriod = 1 << 14;
/** Short items in a row before a list is looked at. */
const listedItems = 11;
const wordsOfShortItem = 2;
const charactersOfShortItem = 6;

/** Whether a code unit from U+0E00 on is of a script written without spaces, where each one is taken for a word. */
export function isUnspaced(code: number): boolean {
  if (code < 0x2e80) return code < 0x0f00 || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800);
  return (code < 0xa000 && code > 0x2fff) || (code >= 0xf900 && code < 0xfb00);
}

/** Adds a stretch that ends no earlier than those before; joins it to the last ones where it touches them. */
function add(stretches: Stretch[], start: number, end: number): void {
  let from = Math.max(0, start);
  let last = stretches.at(-1);
  while (last && from <= last.end) {
    from = Math.min(from, last.start);
    stretches.pop();
    last = stretches.at(-1);
  }
  stretches.push({ start: from, end });
}

/**
 * Finds the stretches worth judging.
 *
 * @returns stretches in order and apart from each other, with the words before the first repeated one
 */
export function findSuspects(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  const length = text.length;
  if (clock + length > 0x7fffffff - textGap) {
    lastSeen.fill(0);
    clock = textGap;
  }
  let word = 0;
  let previousWord = 0;
  let score = 0;
  let boundary = -1;
  let previousDistance = 0;
  let copied = 0;
  let words = 0;
  let wordsAtComma = 0;
  let shortItems = 0;
  for (let index = 0; index <= length; index++) {
    const code = index < length ? text.charCodeAt(index) : 32;
    let pair: number;
    if (code > 46) {
      word = (word << 5) - word + code;
      if (code < 0x0e00 || !isUnspaced(code)) continue;
      // Four characters shift out of this hash by themselves: about two words of a script without spaces.
      previousWord = (previousWord << 8) ^ code;
      pair = previousWord;
    } else {
      if (index - boundary === 1) {
        boundary = index;
        continue;
      }
      pair = word ^ previousWord;
      previousWord = Math.imul(word, 0x2c1b3c6d);
    }
    word = 0;
    boundary = index;
    words++;
    const slot = Math.imul(pair, 0x9e3779b1) >>> (32 - slotBits);
    const now = clock + index;
    const distance = now - lastSeen[slot]!;
    lastSeen[slot] = now;
    if (distance < nearby) {
      score += distance < nearest ? gainNearest : distance < nearer ? gainNearer : gainNearby;
      if (score >= hotScore) {
        if (score > highestScore) score = highestScore;
        add(stretches, index - nearby, index + outlook);
      }
    } else if (score > 0) score--;
    if (distance !== previousDistance) copied = 0;
    else if (++copied >= copiedWords && distance < longestPeriod)
      add(stretches, index - distance - nearby, index + outlook);
    previousDistance = distance;
    if (code === 44 || code === 0x3001) {
      if (words - wordsAtComma > (code === 44 ? wordsOfShortItem : charactersOfShortItem)) shortItems = 0;
      else if (++shortItems >= listedItems) add(stretches, index - nearby, index + outlook);
      wordsAtComma = words;
    }
  }
  clock += length + textGap;
  const last = stretches.at(-1);
  if (last && last.end > length) last.end = length;
  return stretches;
}
