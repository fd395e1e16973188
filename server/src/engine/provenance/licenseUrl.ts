import { licenseFamilies } from './licenseFamilies';
import { licenseKey } from './licenseKey';
import { namedLicense } from './licenseNames';
import { spdxId } from './spdxExpression';

/** What a licence URL means: one expression, one of several, or nothing exact and at best a suggestion. */
export type LicenseUrl = { expression: string } | { candidates: readonly string[] } | { suggestion: string };

type Reader = (path: string) => LicenseUrl | undefined;

function exactly(expression: string | undefined): LicenseUrl | undefined {
  return expression === undefined ? undefined : { expression };
}

function family(key: string): LicenseUrl | undefined {
  const found = licenseFamilies.find(([name]) => name === key);
  return found && { candidates: found[1] };
}

/** Last part of a path as an SPDX id: 'apache-2-0', 'mit-license.php' and 'GPL-3.0-only.html' as well as 'MIT'. */
function slug(text: string): LicenseUrl | undefined {
  const name = text.replace(/\.(?:php|html?|txt|json|md)$/i, '');
  const id = spdxId(name) ?? spdxId(name.replace(/(\d)-(?=\d)/g, '$1.'));
  if (id !== undefined) return { expression: id };
  const named = namedLicense(name);
  return named && ('expression' in named ? { expression: named.expression } : { candidates: named.candidates });
}

function creativeCommons(path: string): LicenseUrl | undefined {
  const tool = /^\/publicdomain\/(zero|mark)\/1\.0(?:\/|$)/.exec(path)?.[1];
  if (tool !== undefined) return { expression: tool === 'zero' ? 'CC0-1.0' : 'CC-PDM-1.0' };
  if (/^\/publicdomain(?:\/|$)/.test(path)) return family('publicdomain');
  const parts =
    /^\/licenses\/((?:by|nc|nd|sa)(?:-(?:by|nc|nd|sa)){0,3})(?:\/(\d\.\d)(?:\/([a-z]{2,3}))?)?(?:\/|$)/.exec(path);
  if (!parts) return /^\/(?:licenses\/?)?$/.test(path) ? family('cc') : undefined;
  const [, elements, version, port] = parts;
  // The key puts the elements in SPDX's order: version 1.0 URLs say 'by-nd-nc'.
  const { key } = licenseKey(`cc-${elements}`);
  if (version === undefined) return family(key);
  const id = [...key.split(' '), version, port]
    .filter((part) => part !== undefined)
    .join('-')
    .toUpperCase();
  return exactly(spdxId(id)) ?? { suggestion: `LicenseRef-${id}` };
}

function gnu(path: string): LicenseUrl | undefined {
  const name = /^\/(?:licenses|copyleft)\/(?:old-licenses\/)?((?:l|a)?gpl|fdl)(?:-(\d\.\d))?(?=[.\-/]|$)/.exec(path);
  if (!name) return undefined;
  const id = name[1] === 'fdl' ? 'gfdl' : name[1]!;
  // The page holds one version's text; whether later versions may be used is said elsewhere, so the id leaves it open.
  return name[2] === undefined ? family(id) : exactly(spdxId(`${id}-${name[2]}`));
}

function openDataCommons(path: string): LicenseUrl | undefined {
  const parts = /^\/licenses\/(by|odbl|pddl)(?:\/(?:1[-.]0)?|$)/.exec(path);
  if (!parts) return undefined;
  const exact = /\/1[-.]0(?:\/|$)/.test(path);
  if (parts[1] === 'pddl') return { expression: 'PDDL-1.0' };
  if (parts[1] === 'by') return exact ? { expression: 'ODC-By-1.0' } : family('odc by');
  return exact ? { expression: 'ODbL-1.0' } : family('odbl');
}

function apache(path: string): LicenseUrl | undefined {
  if (/^\/licenses\/?$/.test(path)) return family('apache');
  return versioned(/^\/licenses\/license-(\d\.\d)(?:\.txt|\.html)?\/?$/, (version) => `Apache-${version}`)(path);
}

/** Reader of pages whose path holds a part of the SPDX id. */
function versioned(pattern: RegExp, id: (part: string) => string): Reader {
  return (path) => {
    const part = pattern.exec(path)?.[1];
    return part === undefined ? undefined : exactly(spdxId(id(part)));
  };
}

/** Reader of the one page of a licence. */
function page(pattern: RegExp, expression: string): Reader {
  return (path) => (pattern.test(path) ? { expression } : undefined);
}

const cdla = versioned(
  /^\/((?:permissive|sharing)-\d-\d)\/?$/,
  (name) => `CDLA-${name.replace(/(\d)-(\d)$/, '$1.$2')}`,
);

function lastPart(prefix: RegExp): Reader {
  return (path) => {
    const rest = prefix.test(path) ? path.replace(prefix, '').replace(/\/$/, '') : '';
    return rest === '' || rest.includes('/') ? undefined : slug(rest);
  };
}

/** Readers of a lower-case path, by host without 'www.'. */
const HOSTS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['creativecommons.org', creativeCommons],
  ['opensource.org', lastPart(/^\/licen[sc]es?\//)],
  ['spdx.org', lastPart(/^\/licenses\//)],
  ['choosealicense.com', lastPart(/^\/licenses\//)],
  ['apache.org', apache],
  ['gnu.org', gnu],
  ['opendatacommons.org', openDataCommons],
  ['cdla.dev', cdla],
  ['cdla.io', cdla],
  ['mozilla.org', versioned(/^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?mpl\/(\d\.\d)(?:\/|$)/, (version) => `MPL-${version}`)],
  ['eclipse.org', versioned(/^\/legal\/epl-(2\.0|v10)(?:\/|\.html|$)/, (name) => `EPL-${name.replace('v10', '1.0')}`)],
  [
    'nationalarchives.gov.uk',
    versioned(/^\/doc\/open-government-licence\/version\/(\d)(?:\/|$)/, (version) => `OGL-UK-${version}.0`),
  ],
  ['boost.org', page(/^\/license_1_0\.txt$/, 'BSL-1.0')],
  ['unlicense.org', page(/^\/?$/, 'Unlicense')],
  ['ai.google.dev', page(/^\/gemma\/terms\/?$/, 'LicenseRef-gemma')],
]);

const URL_FORM = /^(?:https?:)?(?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(\/[^\s?#]*)?(?:[?#]\S*)?$/;

/**
 * Licence that a URL stands for. Scheme, 'www.', case, query and the language of a Creative Commons deed are ignored.
 * The addresses are those the licence stewards, SPDX and choosealicense.com publish their texts under.
 *
 * @returns `undefined` when the text is no URL of a known licence
 */
export function licenseUrl(text: string): LicenseUrl | undefined {
  const parts = URL_FORM.exec(text.toLowerCase());
  const host = parts?.[1];
  return host === undefined ? undefined : HOSTS.get(host)?.(parts?.[2] ?? '/');
}
