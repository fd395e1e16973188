/** Enough of a value to tell what it is. */
const HEAD = 500;

const ENCODED = /^(?:data:|[a-z][a-z0-9+.-]*:\/\/\S+$|[[{]\s*["'[{\d\]}]|<\?xml)/i;
const LETTER = /\p{L}/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Running text: words with spaces between, or a script written without; no URL, JSON, base64, hash or list of numbers. */
export function isProse(text: string): boolean {
  const head = text.slice(0, HEAD).trim();
  if (head === '' || ENCODED.test(head)) return false;
  const letters = count(head, LETTER);
  if (letters < head.length * 0.4) return false;
  return count(head, /\s/g) >= head.length / 25 || count(head, WIDE) >= letters * 0.3;
}

/** A value that no one wrote to be read: a number, a URL, a file name, an identifier. */
export function isIdentifier(text: string): boolean {
  const head = text.slice(0, HEAD).trim();
  if (ENCODED.test(head)) return true;
  return (
    !/\s/.test(head) && (!/\p{L}/u.test(head) || (head.length > 3 && /[\d_/\\@]/.test(head)) || /\.\w{2,4}$/.test(head))
  );
}
