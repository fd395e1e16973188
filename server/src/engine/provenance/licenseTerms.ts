import parse, { type SpdxExpression } from 'spdx-expression-parse';
import { readLicense } from './license';
import { remember } from './memo';

/** What a licence asks of those who pass a text on, as far as licences that ask the same can be compared by it. */
export type LicenseTerm = 'attribution' | 'share-alike' | 'no-derivatives' | 'non-commercial';

/** In words, as what a licence demands or forbids. */
export const TERM_WORDS: Readonly<Record<LicenseTerm, string>> = {
  attribution: 'attribution',
  'share-alike': 'sharing alike',
  'no-derivatives': 'no derivatives',
  'non-commercial': 'no commercial use',
};

/** Terms by the form of an SPDX id. Public licences that are not here (permissive ones) ask for their notice to be kept. */
const FORMS: readonly (readonly [form: RegExp, terms: readonly LicenseTerm[]])[] = [
  [/^(?:CC0-|CC-PDM-|PDDL-|Unlicense$|0BSD$|WTFPL$|MIT-0$|BlueOak-|SAX-PD|NIST-PD)/, []],
  [/^CC-BY-NC-SA-/, ['attribution', 'non-commercial', 'share-alike']],
  [/^CC-BY-NC-ND-/, ['attribution', 'non-commercial', 'no-derivatives']],
  [/^CC-BY-NC-/, ['attribution', 'non-commercial']],
  [/^CC-BY-ND-/, ['attribution', 'no-derivatives']],
  [/^CC-BY-SA-/, ['attribution', 'share-alike']],
  [/^(?:[AL]?GPL|GFDL|MPL|EPL|CDDL|EUPL|OSL|CECILL|ODbL|CDLA-Sharing|MS-RL|LiLiQ-R)-/, ['attribution', 'share-alike']],
  [
    /^(?:CC-BY-|ODC-By-|CDLA-Permissive-|Apache-|MIT|BSD-|ISC$|Zlib$|PostgreSQL$|Python-|PSF-|BSL-|NCSA$|OGL-)/,
    ['attribution'],
  ],
];

/**
 * Terms of a licence as it is written; of a choice (`OR`) those that every choice has, of a conjunction all.
 *
 * @returns undefined where they are not known: no SPDX expression, `LicenseRef-…`, an id that is not listed here
 */
export const licenseTerms: (license: string) => ReadonlySet<LicenseTerm> | undefined = remember((license) => {
  const reading = readLicense(license);
  const expression = reading.kind === 'spdx' || reading.kind === 'alias' ? reading.expression : undefined;
  if (!expression || expression === 'NOASSERTION' || expression === 'NONE') return undefined;
  return termsOf(parse(expression));
});

function termsOf(node: SpdxExpression): ReadonlySet<LicenseTerm> | undefined {
  if ('license' in node) {
    const terms = FORMS.find(([form]) => form.test(node.license))?.[1];
    return terms && new Set(terms);
  }
  const left = termsOf(node.left);
  const right = termsOf(node.right);
  if (!left || !right) return undefined;
  return new Set(node.conjunction === 'and' ? [...left, ...right] : [...left].filter((term) => right.has(term)));
}

/** Terms of one licence that another one has lost, the ones that a text carries along wherever it is taken. */
export function lostTerms(parent: string, child: string): LicenseTerm[] {
  const had = licenseTerms(parent);
  const has = licenseTerms(child);
  if (!had || !has) return [];
  // Sharing alike under another licence of that kind, and attribution, are matters of form that ids cannot settle.
  return [...had].filter((term) => term !== 'attribution' && !has.has(term));
}
