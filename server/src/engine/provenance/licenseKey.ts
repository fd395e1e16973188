/** Long names and the short form SPDX ids use. Where one holds another, the longer is taken. */
const PHRASES: readonly (readonly [phrase: string, short: string])[] = [
  ['or any later version', 'or later'],
  ['creative commons', 'cc'],
  ['creative common', 'cc'],
  ['creativecommons', 'cc'],
  ['non commercial', 'nc'],
  ['noncommercial', 'nc'],
  ['share alike', 'sa'],
  ['sharealike', 'sa'],
  ['no derivatives', 'nd'],
  ['noderivatives', 'nd'],
  ['no derivs', 'nd'],
  ['noderivs', 'nd'],
  ['lesser general public license for linguistic resources', 'lgpllr'],
  ['gnu lesser general public', 'lgpl'],
  ['gnu library general public', 'lgpl'],
  ['lesser general public', 'lgpl'],
  ['gnu affero general public', 'agpl'],
  ['affero general public', 'agpl'],
  ['gnu general public', 'gpl'],
  ['gnu free documentation', 'gfdl'],
  ['gnu fdl', 'gfdl'],
  ['gnu gpl', 'gpl'],
  ['gnu lgpl', 'lgpl'],
  ['gnu agpl', 'agpl'],
  ['mozilla public', 'mpl'],
  ['eclipse public', 'epl'],
  ['european union public', 'eupl'],
  ['academic free', 'afl'],
  ['educational community', 'ecl'],
  ['open software', 'osl'],
  ['sil open font', 'ofl'],
  ['open font', 'ofl'],
  ['boost software', 'bsl'],
  ['business source', 'busl'],
  ['latex project public', 'lppl'],
  ['microsoft public', 'ms pl'],
  ['community data license agreement', 'cdla'],
  ['computational use of data agreement', 'c uda'],
  ['open government', 'ogl'],
  ['open data commons public domain dedication', 'pddl'],
  ['open data commons open database', 'odbl'],
  ['open data commons attribution', 'odc by'],
  ['open data commons', 'odc'],
  ['odc odbl', 'odbl'],
  ['odc pddl', 'pddl'],
  ['open database', 'odbl'],
  ['public domain', 'publicdomain'],
  ['attribution', 'by'],
  ['cc zero', 'cc 0'],
  ['creative commons zero', 'cc 0'],
];

const shortForms = new Map(PHRASES);
/** One pass over the text, whatever the number of phrases; of those that start at a place, the longest comes first. */
const ANY_PHRASE = new RegExp(
  `(?<= )(?:${[...shortForms.keys()].sort((a, b) => b.length - a.length).join('|')})(?= )`,
  'g',
);

/** Words that do not tell one licence from another. Jurisdiction words are Creative Commons' for its unported texts. */
const PROSE = new Set([
  'the',
  'of',
  'license',
  'licence',
  'licensed',
  'licenced',
  'under',
  'terms',
  'agreement',
  'public',
  'international',
  'unported',
  'generic',
  'universal',
  'dedication',
  'family',
]);
const VERSION_WORDS = new Set(['v', 'version', 'ver']);

const ELEMENTS = ['by', 'nc', 'sa', 'nd'];

/** A licence name reduced to what tells licences apart. */
export interface LicenseKey {
  /** Lower-case words, one space between, versions without trailing zeros: 'apache 2', 'cc by sa 4'. Can be empty. */
  key: string;
  /** Whether words were left out or shortened: a name in prose rather than another spelling of an id. */
  prose: boolean;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9.+]+/g, ' ')
      // 'gplv3' and 'cc0' hold a name and a version.
      .replace(/([a-z])v(?=\d)/g, '$1 ')
      .replace(/([a-z])(?=\d)/g, '$1 ')
      .split(' ')
      .flatMap((raw) => {
        const word = raw.replace(/^\.+|\.+$/g, '');
        const version = /^(\d+(?:\.\d+)*)(\+?)$/.exec(word);
        if (!version) return word === '' ? [] : [word];
        const number = version[1]!.replace(/(?:\.0)+$/, '');
        return version[2] === '' ? [number] : [number, 'or', 'later'];
      })
  );
}

/** Creative Commons elements in the order SPDX writes them, under 'cc' even when that was left out. */
function orderCreativeCommons(words: string[]): string[] {
  if (words[0] === 'by') words = ['cc', ...words];
  const start = words.indexOf('cc') + 1;
  if (start === 0) return words;
  if (words[start] === '0') return words.filter((word) => word !== 'publicdomain');
  let end = start;
  while (end < words.length && ELEMENTS.includes(words[end]!)) end++;
  const elements = words.slice(start, end).sort((a, b) => ELEMENTS.indexOf(a) - ELEMENTS.indexOf(b));
  return [...words.slice(0, start), ...elements, ...words.slice(end)];
}

/** 'cc by 4 cc by 4' from 'Creative Commons Attribution 4.0 (CC BY 4.0)': one name written twice. */
function withoutRepeat(words: string[]): string[] {
  const half = words.length / 2;
  const repeated = words.length > 0 && words.slice(0, half).join(' ') === words.slice(half).join(' ');
  return repeated ? words.slice(0, half) : words;
}

/** Words under one or two Creative Commons names, each ordered, so that a name written twice is found to be one. */
function ordered(words: string[]): string[] {
  const second = words.indexOf('cc', 1);
  if (second < 0) return orderCreativeCommons(words);
  return withoutRepeat([...orderCreativeCommons(words.slice(0, second)), ...orderCreativeCommons(words.slice(second))]);
}

/** Key under which licence names and SPDX ids compare equal. @param text at most a few hundred characters */
export function licenseKey(text: string): LicenseKey {
  const plain = ` ${wordsOf(text).join(' ')} `;
  const short = plain.replace(ANY_PHRASE, (phrase) => shortForms.get(phrase)!);
  const kept = short.split(' ').filter((word) => word !== '' && !VERSION_WORDS.has(word));
  const telling = kept.filter((word) => !PROSE.has(word));
  return { key: ordered(withoutRepeat(telling)).join(' '), prose: short !== plain || telling.length < kept.length };
}
