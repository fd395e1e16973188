import type { Span } from './records/position';

/** A character that a reader does not see, in a place where it has no business. */
export interface Hidden extends Span {
  /** Visible form: ⟦U+202E⟧. */
  shown: string;
  name: string;
}

const NAMES: Record<number, string> = {
  1564: 'Arabic letter mark',
  6158: 'Mongolian vowel separator',
  8203: 'zero width space',
  8204: 'zero width non-joiner',
  8205: 'zero width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8289: 'function application',
  8290: 'invisible times',
  8291: 'invisible separator',
  8292: 'invisible plus',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  65279: 'zero width no-break space',
};
const CANDIDATE = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Scripts written with joiners: Arabic to Thaana, Indic, Myanmar, Khmer, Mongolian; and emoji with their modifiers. */
const JOINING =
  /[\u0600-\u07bf\u0840-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af]|\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;

/** The hidden characters of a text that nothing around them calls for, in order. */
export function findHidden(text: string): Hidden[] {
  const found: Hidden[] = [];
  let rightToLeft: boolean | undefined;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const code = match[0].codePointAt(0)!;
    const start = match.index;
    const end = start + match[0].length;
    if (code >= 0x200c && code <= 0x200d && joins(text, start, end)) continue;
    if (code === 0x200e || code === 0x200f || code === 0x061c || code === 0x180e) {
      rightToLeft ??= RIGHT_TO_LEFT.test(text);
      if (rightToLeft || code === 0x180e) continue;
    }
    if (code >= 0xe0000 && flagTag(text, start)) continue;
    found.push({ start, end, shown: show(code), name: NAMES[code] ?? 'tag character' });
  }
  return found;
}

/** A joiner between letters of a joining script, or inside an emoji sequence. */
function joins(text: string, start: number, end: number): boolean {
  return JOINING.test(text.slice(Math.max(0, start - 2), start)) || JOINING.test(text.slice(end, end + 2));
}

/** Tag characters spell the region of a flag emoji after U+1F3F4. */
function flagTag(text: string, start: number): boolean {
  let at = start;
  while (at >= 2 && text.charCodeAt(at - 2) === 0xdb40) at -= 2;
  return text.codePointAt(at - 2) === 0x1f3f4;
}

const show = (code: number) => `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;

const UNSAFE = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]|${CANDIDATE.source}`, 'g');

/** Text of a dataset made fit to be shown: control, bidirectional and zero-width characters become visible. */
export function makeVisible(text: string): string {
  return text.replace(UNSAFE, (char) => show(char.codePointAt(0)!));
}
