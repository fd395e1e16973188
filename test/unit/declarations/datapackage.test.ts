import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesAny } from '../../../server/src/engine/glob';
import { readDatapackage } from '../../../server/src/engine/provenance/declarations/datapackage';
import { reading, said } from '../../support/statements';

const saysOf = (document: unknown) => said(readDatapackage, document);
const resource = (path: unknown, more: object = {}) => ({ name: 'a', path, ...more });

const cases: [what: string, document: object, said: string[]][] = [
  ['a package without anything', { resources: [resource('a.csv')] }, []],
  [
    'one licence and one source are those of every record',
    {
      licenses: [{ name: 'ODC-PDDL-1.0', path: 'http://opendatacommons.org/licenses/pddl/', title: 'PDDL' }],
      sources: [{ title: 'Lake archive', path: 'https://example.org/lake' }],
      resources: [resource('a.csv')],
    },
    ['every dataset license=PDDL-1.0 <"ODC-PDDL-1.0">', 'every dataset source=https://example.org/lake'],
  ],
  [
    'of several, each is that of some',
    {
      sources: [{ title: 'Lake' }, { title: 'Mill' }],
      licenses: [{ name: 'MIT' }, { name: 'notspecified' }],
      resources: [],
    },
    ['some dataset license=MIT', 'some dataset source=Lake', 'some dataset source=Mill'],
  ],
  [
    'a resource has its own; the others inherit (R1)',
    {
      licenses: [{ name: 'MIT' }],
      sources: [{ title: 'Lake' }],
      resources: [resource('a.csv', { licenses: [{ name: 'CC-BY-4.0' }] }), resource(['b/1.csv', './b/2.csv'])],
    },
    [
      'every file [./a.csv] license=CC-BY-4.0',
      'every dataset [./b/1.csv ./b/2.csv] license=MIT',
      'every dataset source=Lake',
    ],
  ],
  [
    'an empty list is no licence of its own',
    { licenses: [{ name: 'MIT' }], resources: [resource('a.csv', { licenses: [] })] },
    ['every dataset license=MIT'],
  ],
  [
    'a package whose resources all have their own says nothing',
    { licenses: [{ name: 'MIT' }], resources: [resource('a.csv', { licenses: [{ name: 'CC0-1.0' }] })] },
    ['every file [./a.csv] license=CC0-1.0'],
  ],
  [
    'data on the web, in the descriptor or out of the folder is no file beside it',
    {
      resources: ['https://example.org/a.csv', '/etc/a.csv', '../a.csv', 'b/../../a.csv', 7, null].map((path) =>
        resource(path, { licenses: [{ name: 'MIT' }] }),
      ),
    },
    [],
  ],
  [
    'a licence by whichever property means one exactly',
    {
      licenses: [{ name: 'odd-name', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'Attribution' }],
      resources: [],
    },
    ['every dataset license=CC-BY-4.0 <"https://creativecommons.org/licenses/by/4.0/">'],
  ],
  [
    'a licence of its own as it is named',
    { licenses: [{ name: 'lake-terms' }], resources: [] },
    ['every dataset license=lake-terms'],
  ],
  [
    'a title in prose names no licence',
    { licenses: [{ title: 'Licence status unspecified, ask us' }], resources: [] },
    [],
  ],
  [
    'descriptors older than v1',
    {
      license: 'PDDL-1.0 AND CC0-1.0',
      sources: [{ name: 'Wikisource', web: 'https://en.wikisource.org/' }],
      resources: [{ path: 'a.csv', license: { type: 'odc-by', url: 'https://opendatacommons.org/licenses/by/1-0/' } }],
    },
    [
      'every file [./a.csv] license=ODC-By-1.0 <"https://opendatacommons.org/licenses/by/1-0/">',
      'every dataset source=https://en.wikisource.org/',
    ],
  ],
  [
    'the date of the package is inherited by no record (R5)',
    { created: '2026-02-02T13:19:39Z', resources: [] },
    ['some dataset created=2026-02-02T13:19:39Z'],
  ],
  [
    'what the standard has no property for, where someone declares it',
    {
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      resources: [
        resource('a.csv', {
          provenance: { digital_source_type: 'human', generator: null, derived_from: ['x', 'y'], generation_depth: 0 },
          schema: { fields: [{ name: 'answer', digitalSourceType: 'synthetic' }, { name: 'question' }] },
        }),
      ],
    },
    [
      'every file [./a.csv] digital_source_type=digitalCreation <"human">',
      'every file [./a.csv] derived_from=[x, y]',
      'every file [./a.csv] generation_depth=0',
      'every column column answer [./a.csv] digital_source_type=trainedAlgorithmicMedia <"synthetic">',
      'every dataset digital_source_type=trainedAlgorithmicMedia <"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia">',
    ],
  ],
];

for (const [what, document, expected] of cases) {
  test(`data package: ${what}`, () => assert.deepEqual(saysOf(document), expected));
}

test('data package: the files it names, and its keywords', () => {
  const paths = ['data/train.csv', './odd[1]{a,b}!.csv', 'parts/*.csv', 'https://example.org/x.csv'];
  const { dataFiles, tags } = reading(readDatapackage, {
    keywords: ['letters', 3, ''],
    resources: paths.map((path) => resource(path)),
  }).reading;
  assert.deepEqual(tags, ['letters']);
  const named = ['data/train.csv', 'odd[1]{a,b}!.csv', 'parts/1.csv'];
  for (const path of named) assert.ok(matchesAny(path, dataFiles!), path);
  for (const path of ['train.csv', 'odd1a!.csv', 'x/odd[1]{a,b}!.csv', 'x.csv'])
    assert.ok(!matchesAny(path, dataFiles!), path);
  assert.equal(reading(readDatapackage, { resources: [] }).reading.dataFiles, undefined);
});
