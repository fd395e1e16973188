import { makeVisible } from '../../engine/hiddenCharacters';

/** Longest value shown. */
const MAX_UNITS = 300;

/** How text of a dataset and our own words are put together for a client. */
export interface Markup {
  /** Text of a dataset, a file name or anything else that is not ours: shown as it is, whatever is in it. */
  code(text: string): string;
  strong(text: string): string;
  bullet: string;
  indent: string;
}

/** CommonMark. Foreign text stands in code spans, where nothing has a meaning: no link, no image, no HTML. */
export const markdown: Markup = {
  code(text) {
    const shown = oneLine(text);
    const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    // A space on both sides is taken away again; it keeps backticks at the ends from joining the fence.
    const pad = /^[` ]|[` ]$/.test(shown) || shown === '' ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
  },
  strong: (text) => `**${text}**`,
  bullet: '- ',
  indent: '  ',
};

export const plaintext: Markup = {
  code: (text) => `"${oneLine(text)}"`,
  strong: (text) => text,
  bullet: '- ',
  indent: '  ',
};

function oneLine(text: string): string {
  const cut = text.length > MAX_UNITS ? `${text.slice(0, MAX_UNITS)}…` : text;
  return makeVisible(cut.replace(/\s+/g, ' '));
}
