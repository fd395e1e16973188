import { huggingFaceLicenses } from './huggingFaceLicenses';
import { licenseFamilies } from './licenseFamilies';
import { licenseKey } from './licenseKey';
import { spdxIds } from './spdxExpression';

/** What a licence name means: exactly one expression, or one of several. */
export type NamedLicense = { expression: string; reason: 'spelling' | 'name' } | { candidates: readonly string[] };

/**
 * Names that no rule derives from an SPDX or Hugging Face identifier, each with the expression it means exactly.
 * Sources: the full names in the Hub's licence table; the licence names of the Data Provenance Initiative and of Common
 * Pile; licence ids of the Open Definition, which Frictionless data packages use.
 */
const NAMES: readonly (readonly [name: string, expression: string])[] = [
  ['MIT', 'MIT'],
  ['Expat', 'MIT'],
  ['ISC', 'ISC'],
  ['ALv2', 'Apache-2.0'],
  ['ASL 2.0', 'Apache-2.0'],
  ['Apache Software License 2.0', 'Apache-2.0'],
  ['BSD 2-clause Simplified', 'BSD-2-Clause'],
  ['Simplified BSD', 'BSD-2-Clause'],
  ['BSD 2', 'BSD-2-Clause'],
  ['2-clause BSD', 'BSD-2-Clause'],
  ['BSD 3-clause New or Revised', 'BSD-3-Clause'],
  ['New BSD', 'BSD-3-Clause'],
  ['Modified BSD', 'BSD-3-Clause'],
  ['Revised BSD', 'BSD-3-Clause'],
  ['BSD 3', 'BSD-3-Clause'],
  ['3-clause BSD', 'BSD-3-Clause'],
  ['CC0', 'CC0-1.0'],
  ['Public Domain CC0', 'CC0-1.0'],
  ['Public Domain Mark', 'CC-PDM-1.0'],
  ['Public Domain Mark 1.0', 'CC-PDM-1.0'],
  ['Creative Commons Public Domain Mark', 'CC-PDM-1.0'],
  ['Creative Commons Public Domain Mark 1.0', 'CC-PDM-1.0'],
  ['ODC Public Domain Dedication and License', 'PDDL-1.0'],
  ['Open Data Commons Public Domain Dedication and License', 'PDDL-1.0'],
  ['Open Data Commons Public Domain Dedication and License 1.0', 'PDDL-1.0'],
  ['PDDL', 'PDDL-1.0'],
  ['Open Data Commons Open Database License (ODbL) 1.0', 'ODbL-1.0'],
  ['ODC Attribution License 1.0', 'ODC-By-1.0'],
  ['Open Data Commons Attribution License (ODC-By) 1.0', 'ODC-By-1.0'],
  ['C-UDA', 'C-UDA-1.0'],
  ['Computational Use of Data Agreement (C-UDA)', 'C-UDA-1.0'],
  ['Do What The F*ck You Want To Public License', 'WTFPL'],
  ['Do What The Fuck You Want To Public License', 'WTFPL'],
  ['Etalab Open License 2.0', 'etalab-2.0'],
  ['Licence Ouverte 2.0', 'etalab-2.0'],
  ['UK Open Government Licence v3.0', 'OGL-UK-3.0'],
  ['MS-PL', 'MS-PL'],
  ['PostgreSQL', 'PostgreSQL'],
  ['University of Illinois/NCSA Open Source License', 'NCSA'],
  ['NCSA Open Source License', 'NCSA'],
  ['Unlicense', 'Unlicense'],
  ['zlib', 'Zlib'],
  ['Lesser General Public License For Linguistic Resources', 'LGPLLR'],
  ['Open Model, Data & Weights License 1.0', 'OpenMDW-1.0'],
  ['BigScience BLOOM RAIL 1.0', 'LicenseRef-bigscience-bloom-rail-1.0'],
  ['BigCode Open RAIL-M v1', 'LicenseRef-bigcode-openrail-m'],
  ['Open Rail++-M', 'LicenseRef-openrail-plus-plus'],
  ['DeepFloyd IF Research License', 'LicenseRef-deepfloyd-if-license'],
  ['Gemma Terms of Use', 'LicenseRef-gemma'],
  ['Grok 2 Community License', 'LicenseRef-grok2-community'],
  ...['2', '3', '3.1', '3.2', '3.3', '4'].flatMap((version): [string, string][] => [
    [`Llama ${version} Community License`, `LicenseRef-llama${version}`],
    [`Meta Llama ${version} Community License`, `LicenseRef-llama${version}`],
    [`Meta Llama ${version}`, `LicenseRef-llama${version}`],
  ]),
];

function buildTable(): Map<string, NamedLicense> {
  const table = new Map<string, NamedLicense>();
  const shared = new Set<string>();
  for (const id of spdxIds) {
    // An id without a digit is a word such as "Fair" or "Intel", too common to be found again in prose.
    if (!/\d/.test(id)) continue;
    const { key } = licenseKey(id);
    if (table.has(key)) shared.add(key);
    table.set(key, { expression: id, reason: 'spelling' });
  }
  for (const key of shared) table.delete(key);
  for (const [id, expression] of huggingFaceLicenses) {
    const { key } = licenseKey(id);
    if (expression !== null && !table.has(key)) table.set(key, { expression, reason: 'spelling' });
  }
  for (const [name, expression] of NAMES) table.set(licenseKey(name).key, { expression, reason: 'spelling' });
  for (const [key, candidates] of licenseFamilies) table.set(key, { candidates });
  return table;
}

let table: Map<string, NamedLicense> | undefined;

/**
 * Licence that a name means, whatever its case, punctuation, version style ('v2', '2.0') and filler words.
 *
 * @param text at most a few hundred characters
 * @returns `undefined` when the name is not known; a near miss is never taken for a match
 */
export function namedLicense(text: string): NamedLicense | undefined {
  table ??= buildTable();
  const { key, prose } = licenseKey(text);
  const found = table.get(key);
  return found && 'expression' in found && prose ? { expression: found.expression, reason: 'name' } : found;
}
