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
const CANDIDATE = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\udb40[\udc00-\udc7f]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Scripts written with joiners: Arabic to Thaana, Indic, Myanmar, Khmer, Mongolian; and emoji with their modifiers. */
const JOINING =
  /[\u0600-\u07bf\u0840-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af]|\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;

/** Scripts written without spaces, in which U+200B marks where a line may break. */
const SPACELESS = /[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]/;
const MONGOLIAN = /[\u1810-\u18af]/;
/** Flag of a region: U+1F3F4, its code in tag characters, and the tag that ends it. Nothing longer hides behind a flag. */
const REGION_FLAG = /\ud83c\udff4(?:\udb40[\udc30-\udc39\udc61-\udc7a]){3,6}\udb40\udc7f/y;

/** The hidden characters of a text that nothing around them calls for, in order. */
export function* findHidden(text: string): Generator<Hidden> {
  // Known at once of a string stored in one byte per character, as most are.
  if (!CANDIDATE.test(text)) return;
  const candidate = new RegExp(CANDIDATE, 'g');
  let rightToLeft: boolean | undefined;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const code = match[0].codePointAt(0)!;
    const start = match.index;
    const end = start + match[0].length;
    const around = neighbours(text, start, end);
    if ((code === 0x200c || code === 0x200d) && around.some((char) => JOINING.test(char))) continue;
    if (code === 0x200b && around.some((char) => SPACELESS.test(char))) continue;
    if (code === 0x180e && around.some((char) => MONGOLIAN.test(char))) continue;
    if (code === 0x200e || code === 0x200f || code === 0x061c) {
      rightToLeft ??= RIGHT_TO_LEFT.test(text);
      if (rightToLeft) continue;
    }
    if (code >= 0xe0000) {
      REGION_FLAG.lastIndex = start - 2;
      if (start >= 2 && REGION_FLAG.test(text)) {
        candidate.lastIndex = REGION_FLAG.lastIndex;
        continue;
      }
    }
    yield { start, end, shown: show(code), name: NAMES[code] ?? 'tag character' };
  }
}

/** The characters right before and right after. */
function neighbours(text: string, start: number, end: number): string[] {
  const low = text.charCodeAt(start - 1);
  const isPair = low >= 0xdc00 && low < 0xe000 && start >= 2;
  return [
    text.slice(isPair ? start - 2 : Math.max(0, start - 1), start),
    String.fromCodePoint(text.codePointAt(end) ?? 0),
  ];
}

const show = (code: number) => `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;

const UNSAFE = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]|${CANDIDATE.source}`, 'g');

/** Text of a dataset made fit to be shown: control, bidirectional and zero-width characters become visible. */
export function makeVisible(text: string): string {
  return text.replace(UNSAFE, (char) => show(char.codePointAt(0)!));
}
