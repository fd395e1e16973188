import { spdxIds } from './spdxExpression';

function idsOf(pattern: RegExp): string[] {
  // Newest version first; versions of one digit and one decimal sort as text.
  return spdxIds.filter((id) => pattern.test(id)).sort((a, b) => (a < b ? 1 : -1));
}

function onlyOrLater(...ids: string[]): string[] {
  return ids.flatMap((id) => [`${id}-only`, `${id}-or-later`]);
}

const creativeCommons = ['', '-NC', '-ND', '-SA', '-NC-ND', '-NC-SA'].map(
  (elements): [name: string, candidates: string[]] => [
    `cc by${elements.toLowerCase().replaceAll('-', ' ')}`,
    idsOf(new RegExp(`^CC-BY${elements}-\\d\\.\\d$`)),
  ],
);

/**
 * Names that leave a choice of licences open, under the key of `licenseKey`, and what they may mean, likelier first.
 * The Open Data Commons names have one published version each, yet Hugging Face defines its `odc-by` and `odbl` as
 * families, so they are not taken as exact.
 */
export const licenseFamilies: readonly (readonly [key: string, candidates: readonly string[]])[] = [
  ...creativeCommons,
  [
    'cc',
    ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0'],
  ],
  ['publicdomain', ['CC-PDM-1.0', 'CC0-1.0', 'PDDL-1.0', 'Unlicense']],
  ['odc by', ['ODC-By-1.0']],
  ['odbl', ['ODbL-1.0']],
  ['odc', ['ODC-By-1.0', 'ODbL-1.0', 'PDDL-1.0']],
  ['gpl', onlyOrLater('GPL-3.0', 'GPL-2.0', 'GPL-1.0')],
  ['lgpl', onlyOrLater('LGPL-3.0', 'LGPL-2.1', 'LGPL-2.0')],
  ['agpl', onlyOrLater('AGPL-3.0', 'AGPL-1.0')],
  ['gfdl', onlyOrLater('GFDL-1.3', 'GFDL-1.2', 'GFDL-1.1')],
  ['bsd', ['BSD-3-Clause', 'BSD-2-Clause', 'BSD-4-Clause', 'BSD-3-Clause-Clear', '0BSD']],
  ['apache', ['Apache-2.0', 'Apache-1.1', 'Apache-1.0']],
  ['mpl', ['MPL-2.0', 'MPL-1.1', 'MPL-1.0']],
  ['epl', ['EPL-2.0', 'EPL-1.0']],
  ['eupl', ['EUPL-1.2', 'EUPL-1.1', 'EUPL-1.0']],
  ['artistic', ['Artistic-2.0', 'Artistic-1.0']],
  ['afl', ['AFL-3.0', 'AFL-2.1', 'AFL-2.0', 'AFL-1.2', 'AFL-1.1']],
  ['osl', ['OSL-3.0', 'OSL-2.1', 'OSL-2.0', 'OSL-1.1', 'OSL-1.0']],
  ['ofl', ['OFL-1.1', 'OFL-1.0']],
  ['cdla', ['CDLA-Permissive-2.0', 'CDLA-Permissive-1.0', 'CDLA-Sharing-1.0']],
  ['cdla permissive', ['CDLA-Permissive-2.0', 'CDLA-Permissive-1.0']],
  ['cdla sharing', ['CDLA-Sharing-1.0']],
  ['ogl', ['OGL-UK-3.0', 'OGL-Canada-2.0']],
  ['ogl 3', ['OGL-UK-3.0']],
  ['openmdw', ['OpenMDW-1.0', 'LicenseRef-openmdw-1.1']],
  [
    'llama',
    [
      'LicenseRef-llama2',
      'LicenseRef-llama3',
      'LicenseRef-llama3.1',
      'LicenseRef-llama3.2',
      'LicenseRef-llama3.3',
      'LicenseRef-llama4',
    ],
  ],
];
