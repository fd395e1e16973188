import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDps } from '../../../server/src/engine/provenance/declarations/dps';
import { readMethod } from '../../../server/src/engine/provenance/declarations/dpsCodes';
import { originClass } from '../../../server/src/engine/provenance/vocabulary';
import { said } from '../../support/statements';

const saysOf = (provenance: object, use: object = {}) => said(readDps, { source: {}, provenance, use });
const methods = (...codes: string[]) => ({ 'generation-method': codes.map((code) => ({ code })) });

const cases: [what: string, provenance: object, said: string[]][] = [
  [
    'one method is that of every record',
    methods('primary-user-source'),
    ['every dataset digital_source_type=digitalCreation <"primary-user-source">'],
  ],
  [
    'of several that differ each is that of some, and ways of collecting say nothing',
    methods('machine-generated-ml-ops', 'web-scraping-crawling'),
    ['some dataset digital_source_type=trainedAlgorithmicMedia <"machine-generated-ml-ops">'],
  ],
  [
    'several of one origin agree',
    methods('machine-generated-mlops-synthetic', 'machine-generated-mlops-generative'),
    [
      'every dataset digital_source_type=trainedAlgorithmicMedia <"machine-generated-mlops-synthetic">',
      'every dataset digital_source_type=trainedAlgorithmicMedia <"machine-generated-mlops-generative">',
    ],
  ],
  ['codes of neither standard', methods('KbsbIt', 'constructor', ''), []],
  [
    'a short description of a machine is its name, a long one is prose',
    {
      'generation-method': [
        { code: 'machine-generated-ml-ops', 'long-description': 'OpenAI GPT-4' },
        { code: 'machine-generated-ml-ops', 'long-description': 'Answers were written by a large model at night.' },
        { code: 'feeds', 'long-description': 'PubMed' },
      ],
    },
    [
      'some dataset digital_source_type=trainedAlgorithmicMedia <"machine-generated-ml-ops">',
      'some dataset generator=OpenAI GPT-4',
      'some dataset digital_source_type=trainedAlgorithmicMedia <"machine-generated-ml-ops">',
    ],
  ],
  ['origins by address, else by name', { origin: [{ name: 'Lake archive' }] }, ['every dataset source=Lake archive']],
  [
    'several origins',
    { origin: [{ 'legal-name': 'Mill', url: 'https://mill.example/' }, { 'legal-name': 'Lake' }] },
    ['some dataset source=https://mill.example/', 'some dataset source=Lake'],
  ],
  [
    'dates of the dataset are inherited by no record (R5)',
    { date: '2026-05-15', 'generation-period': { start: '2000-01-01T00:00:00Z', end: '2025-12-31T23:59:59Z' } },
    ['some dataset added=2026-05-15', 'some dataset created=2025-12-31T23:59:59Z'],
  ],
  [
    'what went into it says at most something of some',
    {
      ...methods('data-augmentation'),
      source: 'https://example.org/b',
      'sub-provenance': { ...methods('simulations-na'), source: 'https://example.org/a', date: '2020-01-01' },
    },
    [
      'every dataset digital_source_type=composite <"data-augmentation">',
      'some dataset digital_source_type=algorithmicMedia <"simulations-na">',
      'every dataset derived_from=[https://example.org/b]',
      'some dataset derived_from=[https://example.org/a]',
    ],
  ],
];

for (const [what, provenance, expected] of cases) {
  test(`data provenance standards: ${what}`, () => assert.deepEqual(saysOf(provenance), expected));
}

test('data provenance standards: licences', () => {
  assert.deepEqual(saysOf({}, { license: ['Apache License 2.0'] }), [
    'every dataset license=Apache-2.0 <"Apache License 2.0">',
  ]);
  assert.deepEqual(saysOf({}, { license: ['CC-BY-4.0', 'https://example.org/terms', 'n/a'] }), [
    'some dataset license=CC-BY-4.0',
    'some dataset license=https://example.org/terms',
  ]);
});

test('every origin of a method is a code, and a code that is exact says the same', () => {
  const codes = [
    ['web-scraping-crawling-textual', 'web-scraping-crawling', false],
    ['feeds-other', 'feeds', true],
    ['machine-generated-mlops-other', 'machine-generated-ml-ops', true],
    ['machine-generated-mlops-xr', 'machine-generated-ml-ops', false],
    ['sensor-and-iot-output-health', 'other', false],
    ['primary-user-source-biometric', 'primary-user-source', false],
    ['social-media-q-and-a', 'social-media', false],
    ['data-augmentation-na', 'data-augmentation', true],
    ['other-na', 'other', true],
    ['other', 'other', true],
  ] as const;
  for (const [said, code, exact] of codes) {
    const method = readMethod(said)!;
    assert.deepEqual([method.code, method.exact], [code, exact], said);
    if (method.origin !== undefined) assert.notEqual(originClass(method.origin), undefined, said);
    if (exact) assert.equal(readMethod(code)!.origin, method.origin, said);
  }
  for (const said of ['others', 'feedsx', 'machine-generated', '__proto__', ''])
    assert.equal(readMethod(said), undefined);
});
