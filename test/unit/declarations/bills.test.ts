import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCycloneDx } from '../../../server/src/engine/provenance/declarations/cyclonedx';
import { readSpdx } from '../../../server/src/engine/provenance/declarations/spdx3';
import { said } from '../../support/statements';

const data = (more: object) => ({ type: 'data', name: 'lake', ...more });
const bill = (...components: object[]) => said(readCycloneDx, { bomFormat: 'CycloneDX', components });

const bills: [what: string, components: object[], said: string[]][] = [
  [
    'licence, address and ancestors of a dataset',
    [
      data({
        licenses: [{ license: { id: 'CC-BY-4.0' } }],
        data: [{ type: 'dataset', contents: { url: 'https://example.org/lake.jsonl' } }],
        pedigree: { ancestors: [{ type: 'data', name: 'mill', purl: 'pkg:huggingface/org/mill@1' }] },
      }),
    ],
    [
      'every dataset license=CC-BY-4.0',
      'every dataset source=https://example.org/lake.jsonl',
      'every dataset derived_from=[pkg:huggingface/org/mill@1]',
    ],
  ],
  [
    'a licence expression',
    [data({ licenses: [{ expression: 'MIT OR Apache-2.0' }] })],
    ['every dataset license=MIT OR Apache-2.0'],
  ],
  [
    'properties named like our keys',
    [
      data({
        properties: [
          { name: 'acme:digital_source_type', value: 'synthetic' },
          { name: 'generator', value: 'org/model' },
          { name: 'license', value: 'unknown' },
          { name: 'derived_from', value: 'a' },
          { name: 'constructor', value: 'b' },
          { name: 'generator' },
        ],
      }),
    ],
    ['every dataset digital_source_type=trainedAlgorithmicMedia <"synthetic">', 'every dataset generator=org/model'],
  ],
  [
    'programs, models, configurations and code are left alone',
    [
      { type: 'library', licenses: [{ license: { id: 'MIT' } }] },
      { type: 'machine-learning-model', licenses: [{ license: { id: 'MIT' } }] },
      data({ data: [{ type: 'configuration' }, { type: 'other' }], licenses: [{ license: { id: 'MIT' } }] }),
    ],
    [],
  ],
  [
    'of several datasets each is some of it, parts of parts included',
    [
      data({
        licenses: [{ license: { name: 'MIT License' } }],
        components: [data({ licenses: [{ expression: 'CC0-1.0' }] })],
      }),
    ],
    ['some dataset license=MIT <"MIT License">', 'some dataset license=CC0-1.0'],
  ],
];

for (const [what, components, expected] of bills) {
  test(`CycloneDX: ${what}`, () => assert.deepEqual(bill(...components), expected));
}

test('CycloneDX: the subject of the bill', () => {
  const metadata = { component: data({ licenses: [{ license: { id: 'MIT' } }] }) };
  assert.deepEqual(said(readCycloneDx, { bomFormat: 'CycloneDX', metadata }), ['every dataset license=MIT']);
});

const LAKE = { type: 'dataset_DatasetPackage', spdxId: 'urn:lake', name: 'lake' };
const relates = (type: string, from: string, ...to: string[]) => ({
  type: 'Relationship',
  relationshipType: type,
  from,
  to,
});
const graph = (...elements: object[]) => said(readSpdx, { '@context': 'https://spdx.org/', '@graph': elements });

const graphs: [what: string, elements: object[], said: string[]][] = [
  [
    'a declared licence before a concluded one',
    [
      LAKE,
      { type: 'simplelicensing_LicenseExpression', spdxId: 'urn:l', simplelicensing_licenseExpression: 'CC-BY-4.0' },
      relates('hasDeclaredLicense', 'urn:lake', 'urn:l'),
      relates('hasConcludedLicense', 'urn:lake', 'https://spdx.org/licenses/MIT'),
      relates('hasDeclaredLicense', 'urn:other', 'https://spdx.org/licenses/GPL-3.0-only'),
    ],
    ['every dataset license=CC-BY-4.0'],
  ],
  [
    'a listed licence by its address, one of its own by its name',
    [
      LAKE,
      { type: 'expandedlicensing_CustomLicense', spdxId: 'urn:own', name: 'Lake terms' },
      { type: 'expandedlicensing_ListedLicense', spdxId: 'https://spdx.org/licenses/MIT', name: 'MIT License' },
      relates('hasDeclaredLicense', 'urn:lake', 'https://spdx.org/licenses/MIT', 'urn:own'),
    ],
    [
      'some dataset license=MIT <"https://spdx.org/licenses/MIT">',
      'some dataset license=LicenseRef-Lake-terms <"urn:own">',
    ],
  ],
  [
    'no assertion of a licence',
    [LAKE, relates('hasDeclaredLicense', 'urn:lake', 'https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion')],
    [],
  ],
  [
    'where it is from, and when it was built',
    [{ ...LAKE, software_downloadLocation: 'https://example.org/', builtTime: '1999-09-20T00:00:00Z' }],
    ['every dataset source=https://example.org/', 'some dataset created=1999-09-20T00:00:00Z'],
  ],
  [
    'what it descends from, said from either end',
    [LAKE, relates('descendantOf', 'urn:lake', 'urn:mill'), relates('ancestorOf', 'urn:ford', 'urn:lake')],
    ['some dataset derived_from=[urn:mill]', 'some dataset derived_from=[urn:ford]'],
  ],
  [
    'software that originated or generated it; people do not generate',
    [
      { ...LAKE, originatedBy: ['urn:bot', 'urn:ada', 'urn:gone'] },
      { type: 'SoftwareAgent', spdxId: 'urn:bot', name: 'org/model' },
      { type: 'Person', spdxId: 'urn:ada', name: 'Ada' },
      { type: 'ai_AIPackage', spdxId: 'urn:ai', name: 'org/other' },
      relates('generates', 'urn:ai', 'urn:lake'),
      relates('generates', 'urn:ada', 'urn:lake'),
    ],
    ['some dataset generator=org/model', 'some dataset generator=org/other'],
  ],
  [
    'other packages are left alone',
    [{ ...LAKE, type: 'software_Package', software_downloadLocation: 'https://example.org/' }],
    [],
  ],
  [
    'of several datasets each is some of it',
    [
      { ...LAKE, software_downloadLocation: 'https://example.org/a' },
      { ...LAKE, spdxId: 'urn:b', software_downloadLocation: 'https://example.org/b' },
    ],
    ['some dataset source=https://example.org/a', 'some dataset source=https://example.org/b'],
  ],
];

for (const [what, elements, expected] of graphs) {
  test(`SPDX 3: ${what}`, () => assert.deepEqual(graph(...elements), expected));
}
