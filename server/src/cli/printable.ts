import { makeVisible } from '../engine/hiddenCharacters';

/** Text from a dataset, a file name or a message that quotes one: on one line, with nothing a terminal would obey. */
export function printable(text: string): string {
  return makeVisible(text).replace(/[\t\n\u2028\u2029]/g, makeCodeVisible);
}

const makeCodeVisible = (char: string) => `⟦U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`;

/** What JSON leaves as it is and a terminal obeys, or a reader does not see. */
const RAW_IN_JSON = /[\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]/g;

/** JSON on one line in which such characters are escaped: it reads back as the same value. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(RAW_IN_JSON, (char) =>
    [...Array(char.length).keys()]
      .map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
