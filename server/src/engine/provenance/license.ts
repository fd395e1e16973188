import { editDistance } from './editDistance';
import { huggingFaceLicenses } from './huggingFaceLicenses';
import { type NamedLicense, namedLicense } from './licenseNames';
import { type LicenseUrl, licenseUrl } from './licenseUrl';
import { remember } from './memo';
import { spdxExpression, spdxIds } from './spdxExpression';

/**
 * What a written licence means.
 * - `spdx`: a valid SPDX expression exactly as written, `LicenseRef-…`, `NOASSERTION` and `NONE` included
 * - `alias`: means exactly `expression`, written otherwise
 * - `family`: one of `candidates`, likelier first; the value does not say which
 * - `not-stated`: says that the licence is unknown, absent or elsewhere
 * - `unrecognised`: `suggestion` is a likely intended expression, never to be applied unasked, or `null`
 */
export type LicenseReading =
  | { kind: 'spdx'; expression: string }
  | { kind: 'alias'; expression: string; reason: 'hugging-face id' | 'spelling' | 'url' | 'name' | 'case' }
  | { kind: 'family'; candidates: readonly string[] }
  | { kind: 'not-stated' }
  | { kind: 'unrecognised'; suggestion: string | null };

/** Longest value considered, in UTF-16 units; a field that holds a licence's whole text is not read. */
const LONGEST = 400;

/** Values that state no licence, lower case; the last few are ids of CKAN and of Python and JavaScript printers. */
const NOT_STATED = new Set([
  '',
  '-',
  '?',
  'unknown',
  'unk',
  'other',
  'n/a',
  'na',
  'n.a.',
  'none',
  'no license',
  'no licence',
  'no license specified',
  'license information unavailable',
  'not specified',
  'not stated',
  'not provided',
  'not available',
  'unspecified',
  'unclear',
  'undefined',
  'tbd',
  'missing',
  'license:unknown',
  'license:other',
  'notspecified',
  'null',
  'nan',
]);

function fromName(named: NamedLicense): LicenseReading {
  return 'expression' in named
    ? { kind: 'alias', expression: named.expression, reason: named.reason }
    : { kind: 'family', candidates: named.candidates };
}

function fromUrl(url: LicenseUrl): LicenseReading {
  if ('expression' in url) return { kind: 'alias', expression: url.expression, reason: 'url' };
  if ('candidates' in url) return { kind: 'family', candidates: url.candidates };
  return { kind: 'unrecognised', suggestion: url.suggestion };
}

/** A name with one URL, as in Common Pile: 'Creative Commons - Attribution - https://…/by/4.0/'. */
function readNameWithUrl(text: string): LicenseReading | undefined {
  const [found, ...others] = text.match(/https?:\/\/[^\s<>"'()[\]]+/gi) ?? [];
  if (found === undefined || others.length > 0) return undefined;
  const url = licenseUrl(found.replace(/[.,;:]+$/, ''));
  const rest = text.replace(found, ' ');
  if (!/[a-z0-9]/i.test(rest)) return url && fromUrl(url);
  const named = namedLicense(rest);
  // Without a licence of its own, the link only leads to the text or the project; the name must then be enough.
  if (!url) return named && fromName(named);
  if (!named) return undefined;
  if (!('expression' in url)) return 'candidates' in url ? fromName(named) : fromUrl(url);
  const agree = 'expression' in named ? named.expression === url.expression : named.candidates.includes(url.expression);
  // A name and a link that contradict each other mean neither.
  return agree ? fromUrl(url) : { kind: 'unrecognised', suggestion: null };
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** Identifiers to suggest, lower case, by the digits they hold. */
const suggestible = new Map<string, [lowerCase: string, expression: string][]>();
for (const expression of [...spdxIds, ...huggingFaceLicenses.values()]) {
  if (expression === null) continue;
  const lowerCase = expression.toLowerCase().replace(/^licenseref-/, '');
  const digits = digitsOf(lowerCase);
  const alike = suggestible.get(digits);
  if (!alike) suggestible.set(digits, [[lowerCase, expression]]);
  else if (alike.every(([, other]) => other !== expression)) alike.push([lowerCase, expression]);
}

/** The one identifier a slip or two away. Digits must agree: another version is another licence, not a slip. */
function suggest(text: string): string | null {
  const word = text.toLowerCase().replace(/[\s_]+/g, '-');
  if (word.length < 3 || word.length > 60) return null;
  let best = word.length < 8 ? 1 : 2;
  let found: string | null = null;
  for (const [candidate, expression] of suggestible.get(digitsOf(word)) ?? []) {
    const distance = editDistance(word, candidate, best);
    if (distance === undefined) continue;
    // Two identifiers equally near: neither is likely enough.
    found = distance === best && found !== null ? null : expression;
    best = distance;
  }
  return found;
}

function read(raw: string): LicenseReading {
  if (raw.length > LONGEST) return { kind: 'unrecognised', suggestion: null };
  const text = raw.trim();
  if (text === 'NONE' && raw === text) return { kind: 'spdx', expression: text };
  if (NOT_STATED.has(text.toLowerCase())) return { kind: 'not-stated' };

  const expression = spdxExpression(text);
  if (expression === raw) return { kind: 'spdx', expression };
  const known = huggingFaceLicenses.get(text);
  if (typeof known === 'string') return { kind: 'alias', expression: known, reason: 'hugging-face id' };
  if (expression !== undefined) {
    return { kind: 'alias', expression, reason: expression === text ? 'spelling' : 'case' };
  }
  const named = namedLicense(text);
  if (named) return fromName(named);
  const url = licenseUrl(text);
  if (url) return fromUrl(url);
  return readNameWithUrl(text) ?? { kind: 'unrecognised', suggestion: suggest(text) };
}

/**
 * Reads a licence as written in a record or a dataset card: SPDX expressions, Hugging Face ids, licence names, the
 * prose values of Common Pile, and licence URLs. Never throws; values over 400 characters are not recognised.
 */
export const readLicense: (value: string) => LicenseReading = remember(read);
