import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCroissant } from '../../../../server/src/engine/provenance/declarations/croissant';
import { pathOf } from '../../../../server/src/engine/provenance/declarations/croissantFields';
import { CONTEXT, openCroissant, tableOf } from '../../../support/croissant';
import { sayings } from '../../../support/documents';

const read = (members: Record<string, unknown>, context?: unknown) =>
  readCroissant(openCroissant(members, context).root);

/** What a description says besides what every description here says: its licence and date, and its address. */
function said(members: Record<string, unknown>, context?: unknown): string[] {
  const { source, root } = openCroissant(members, context);
  const usual = /^(?:license=MIT|source=https:\/\/example\.org\/ferries|created=2024-05-01 some) /;
  return sayings(readCroissant(root), source)
    .map((line) => line.replace(/ @[\s\S]*$/, ''))
    .filter((line) => !usual.test(`${line} `));
}

const MODEL = { '@type': 'prov:SoftwareAgent', '@id': 'org/model', 'prov:label': 'A model' };
const PERSON = { '@type': 'prov:Person', name: 'A person' };

test('licence, address and date of publication of the dataset', () => {
  const { source, root } = openCroissant({});
  assert.deepEqual(sayings(readCroissant(root), source), [
    'license=MIT every dataset @"https://spdx.org/licenses/MIT.html"',
    'source=https://example.org/ferries every dataset @"https://example.org/ferries"',
    'created=2024-05-01 some dataset @"2024-05-01"',
  ]);
});

const ofDataset: [members: Record<string, unknown>, said: string[]][] = [
  [{ license: { '@type': 'sc:CreativeWork', name: 'CC BY 4.0' } }, ['license=CC-BY-4.0 every dataset']],
  [{ license: ['mit', 'apache-2.0'] }, ['license=Apache-2.0 some dataset']],
  [
    { digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
    ['digital_source_type=trainedAlgorithmicMedia every dataset'],
  ],
  [
    { digitalSourceType: { '@id': 'sc:DigitalCaptureDigitalSource' } },
    ['digital_source_type=digitalCapture every dataset'],
  ],
  [{ 'rai:hasSyntheticData': true }, ['digital_source_type=trainedAlgorithmicMedia some dataset']],
  [{ 'rai:hasSyntheticData': false }, ['digital_source_type=trainedAlgorithmicMedia none dataset']],
  [{ 'rai:hasSyntheticData': 'False' }, ['digital_source_type=trainedAlgorithmicMedia none dataset']],
  [{ 'rai:hasSyntheticData': 'in part' }, []],
  [
    { 'prov:wasAttributedTo': MODEL },
    ['digital_source_type=trainedAlgorithmicMedia every dataset', 'generator=org/model every dataset'],
  ],
  [
    { 'prov:wasAttributedTo': [MODEL, PERSON] },
    ['digital_source_type=trainedAlgorithmicMedia some dataset', 'generator=org/model some dataset'],
  ],
  // Who is credited with a dataset may have collected it.
  [{ 'prov:wasAttributedTo': PERSON }, []],
  [{ 'prov:wasAttributedTo': { '@type': 'prov:Agent', 'prov:label': 'Common Crawl' } }, []],
  [
    {
      'prov:wasAttributedTo': { '@id': 'bot' },
      'sc:contributor': { '@type': 'prov:SoftwareAgent', '@id': 'bot', name: 'https://huggingface.co/org/model' },
    },
    ['digital_source_type=trainedAlgorithmicMedia every dataset', 'generator=org/model every dataset'],
  ],
  // A program that took part in an activity, such as a filter, wrote nothing.
  [
    {
      'prov:wasGeneratedBy': {
        '@type': 'prov:Activity',
        'prov:startedAtTime': '2024-01-01',
        'prov:wasAssociatedWith': MODEL,
      },
    },
    [],
  ],
  [
    { 'prov:wasDerivedFrom': { '@id': 'urn:dataset:ImageNet' } },
    ['source=urn:dataset:ImageNet every dataset', 'derived_from=urn:dataset:ImageNet every dataset'],
  ],
  [
    { 'prov:wasDerivedFrom': { '@type': 'prov:Entity', '@id': 'full', 'prov:atLocation': 'https://example.org/full' } },
    ['source=https://example.org/full every dataset', 'derived_from=https://example.org/full every dataset'],
  ],
  [
    { 'prov:wasDerivedFrom': ['a', 'b'] },
    ['source=a some dataset', 'source=b some dataset', 'derived_from=a some dataset', 'derived_from=b some dataset'],
  ],
  [{ 'prov:wasDerivedFrom': { '@type': 'prov:Entity', 'prov:label': '[More Information Needed]' } }, []],
  [{ wasDerivedFrom: 'squad' }, ['source=squad every dataset', 'derived_from=squad every dataset']],
  [
    { isBasedOn: 'https://example.org/base' },
    ['source=https://example.org/base every dataset', 'derived_from=https://example.org/base every dataset'],
  ],
  [
    { 'prov:generatedAtTime': { '@value': '2024-02-03T00:00:00Z', '@type': 'xsd:dateTime' } },
    ['created=2024-02-03T00:00:00Z every dataset'],
  ],
  [{ 'rai:dataCollectionTimeframe': ['2020-01-01', 'some time later'] }, ['added=2020-01-01 some dataset']],
  [{ url: 'None', license: 'unknown' }, []],
];

for (const [members, expected] of ofDataset) {
  test(`dataset that says ${JSON.stringify(members)}`, () => assert.deepEqual(said(members), expected));
}

test('a column is attributed to a model or a person, and labels are told apart from text', () => {
  const columns = tableOf(['text', 'answer', 'label', 'note'], {
    text: { 'prov:wasAttributedTo': PERSON },
    answer: { 'prov:wasAttributedTo': MODEL },
    label: { dataType: ['sc:Text', 'cr:Label'], 'prov:wasAttributedTo': MODEL },
    note: { 'prov:wasAttributedTo': [PERSON, MODEL] },
  });
  assert.deepEqual(said(columns), [
    'digital_source_type=digitalCreation every column text (./data.jsonl)',
    'digital_source_type=trainedAlgorithmicMedia every column answer (./data.jsonl)',
    'generator=org/model every column answer (./data.jsonl)',
    'annotations_creator=machine-generated every file (./data.jsonl)',
    'digital_source_type=trainedAlgorithmicMedia some column note (./data.jsonl)',
    'generator=org/model some column note (./data.jsonl)',
    'digital_source_type=digitalCreation some column note (./data.jsonl)',
  ]);
});

test('files and record sets speak of their own files', () => {
  const { distribution, recordSet } = tableOf(['text']);
  assert.deepEqual(
    said({
      distribution: [
        { ...distribution[0], 'prov:wasDerivedFrom': 'https://example.org/raw' },
        { '@type': 'cr:FileSet', '@id': 'set', includes: ['en/*.jsonl', 'de/*.jsonl'], license: 'cc0-1.0' },
        { '@type': 'cr:FileObject', '@id': 'repo', contentUrl: 'https://example.org/repo', license: 'cc-by-4.0' },
      ],
      recordSet: [{ ...recordSet[0], 'prov:wasAttributedTo': PERSON }],
    }),
    [
      'source=https://example.org/raw every file (./data.jsonl)',
      'derived_from=https://example.org/raw every file (./data.jsonl)',
      'license=CC0-1.0 every file (en/*.jsonl de/*.jsonl)',
      'digital_source_type=digitalCreation every split (./data.jsonl)',
    ],
  );
});

const named: [file: Record<string, unknown>, globs: readonly string[] | undefined][] = [
  [{ contentUrl: 'data.csv' }, ['./data.csv']],
  [{ contentUrl: './a/data.csv' }, ['a/data.csv']],
  [{ contentUrl: 'a/[x].csv' }, ['a/\\[x\\].csv']],
  [{ contentUrl: 'https://example.org/files/data%20x.csv?download=1' }, ['data x.csv']],
  [{ contentUrl: 'https://example.org/files/12345', name: 'data.csv' }, ['data.csv']],
  [{ contentUrl: 'https://example.org/files/%zz.csv' }, ['%zz.csv']],
  [{ contentUrl: 'git+https://example.org/repo' }, undefined],
  [{ contentUrl: 'train/x.csv', containedIn: { '@id': 'archive' } }, ['**/train/x.csv']],
  [{ '@type': 'cr:FileSet', includes: '*.jpg' }, ['*.jpg']],
  [{ contentUrl: '../outside.csv' }, undefined],
  [{ contentUrl: '/etc/passwd' }, undefined],
];

for (const [file, globs] of named) {
  test(`file ${JSON.stringify(file)}`, () => {
    assert.deepEqual(read({ distribution: [{ '@type': 'cr:FileObject', '@id': 'f', ...file }] }).dataFiles, globs);
  });
}

test('columns that are declared to be provenance of their rows', () => {
  const table = tableOf(['text', 'licence'], { licence: { equivalentProperty: 'sc:license' } });
  const column = (name: string, jsonPath?: string) => ({
    fileObject: { '@id': 'file' },
    extract: { column: name },
    ...(jsonPath && { transform: { jsonPath } }),
  });
  const recordSet = {
    ...table.recordSet[0],
    annotation: [
      {
        '@type': 'cr:Field',
        '@id': 'rows/made-by',
        equivalentProperty: 'prov:wasAttributedTo',
        dataType: ['sc:Text', 'prov:SoftwareAgent'],
        source: column('model'),
      },
      {
        '@type': 'cr:Field',
        '@id': 'rows/rated-by',
        equivalentProperty: 'prov:wasAttributedTo',
        dataType: ['prov:Person', 'foaf:Person'],
        subField: [{ '@type': 'cr:Field', '@id': 'rows/rated-by/id', source: column('rater') }],
      },
      {
        '@type': 'cr:Field',
        '@id': 'rows/origin',
        equivalentProperty: 'prov:wasDerivedFrom',
        dataType: 'prov:Entity',
        subField: [
          {
            '@type': 'cr:Field',
            '@id': 'rows/origin/set',
            equivalentProperty: 'id',
            source: column('metadata', 'dataset_id'),
          },
          { '@type': 'cr:Field', '@id': 'rows/origin/language', source: column('metadata', 'language') },
          {
            '@type': 'cr:Field',
            '@id': 'rows/origin/url',
            equivalentProperty: 'prov:atLocation',
            source: column('metadata', 'url'),
          },
        ],
      },
      {
        '@type': 'cr:Field',
        '@id': 'rows/when',
        equivalentProperty: 'prov:generatedAtTime',
        source: { fileObject: { '@id': 'file' }, extract: { jsonPath: '$[*].meta.date' } },
      },
    ],
  };
  const { columns } = read({ ...table, recordSet: [recordSet] });
  assert.deepEqual(
    columns.map(({ field, path, files }) => `${field}=${path} ${files}`),
    [
      'license=licence ./data.jsonl',
      'generator=model ./data.jsonl',
      'derived_from=metadata.dataset_id ./data.jsonl',
      'source=metadata.url ./data.jsonl',
      'created=meta.date ./data.jsonl',
    ],
  );
});

test('parts of a repeated structure are read from each of its elements', () => {
  const table = tableOf([]);
  const source = { fileObject: { '@id': 'file' }, extract: { column: 'turns' }, transform: { jsonPath: 'content' } };
  const part = { '@type': 'cr:Field', '@id': 'rows/turns/content', source, 'prov:wasAttributedTo': MODEL };
  const field = { '@type': 'cr:Field', '@id': 'rows/turns', isArray: true, subField: [part] };
  const recordSet = [{ ...table.recordSet[0], field: [field] }];
  assert.ok(said({ ...table, recordSet }).includes('generator=org/model every column turns[].content (./data.jsonl)'));
});

test('a field that refers to another is read from its column; circles end', () => {
  const table = tableOf(['text']);
  const refer = (from: string, to: string) => ({
    '@type': 'cr:Field',
    '@id': from,
    source: { '@id': to },
    license: 'mit',
  });
  const fields = [refer('a', 'rows/text'), refer('b', 'c'), refer('c', 'b'), refer('d', 'nowhere')];
  const recordSet = [{ ...table.recordSet[0], field: [...table.recordSet[0]!.field, ...fields] }];
  assert.deepEqual(said({ ...table, recordSet, license: [] }), []);
  assert.deepEqual(
    read({ ...table, recordSet }).statements.flatMap(({ scope, column }) => (scope === 'column' ? [column] : [])),
    ['text'],
  );
});

const jsonPaths: [jsonPath: string, path: string | undefined][] = [
  ['$.a.b', 'a.b'],
  ['a', 'a'],
  ['$[*].a', 'a'],
  ['$.a[*].b', 'a[].b'],
  ["$['a b'].c", 'a b.c'],
  ['[*].a', 'a'],
  ['$..a', undefined],
  ['$.a[0]', undefined],
  ['$.a[?(@.b)]', undefined],
  ['$', undefined],
  ['', undefined],
];

for (const [jsonPath, path] of jsonPaths) test(`JSONPath ${jsonPath}`, () => assert.equal(pathOf(jsonPath), path));

test('other contexts and spellings say the same', () => {
  const expected = ['digital_source_type=trainedAlgorithmicMedia every dataset', 'generator=org/model every dataset'];
  const label = { '@id': 'org/model' };
  const full = 'http://www.w3.org/ns/prov#';
  assert.deepEqual(said({ [`${full}wasAttributedTo`]: { '@type': `${full}SoftwareAgent`, ...label } }), expected);
  assert.deepEqual(
    said({ 'p:wasAttributedTo': { '@type': 'p:SoftwareAgent', ...label } }, { ...CONTEXT, p: full }),
    expected,
  );
  assert.deepEqual(said({ wasAttributedTo: { '@type': 'prov:SoftwareAgent', ...label } }), expected);
  assert.deepEqual(
    said(
      { made: { kind: 'prov:SoftwareAgent', id: 'org/model' } },
      { ...CONTEXT, made: 'prov:wasAttributedTo', kind: '@type', id: '@id' },
    ),
    expected,
  );
  const { prov: _, ...without } = CONTEXT;
  assert.deepEqual(said({ 'prov:wasAttributedTo': { '@type': 'prov:SoftwareAgent', ...label } }, without), expected);
});

test('keywords are tags, listed or separated by commas', () => {
  assert.deepEqual(read({ keywords: ['a, b', 'c'] }).tags, ['a', 'b', 'c']);
});

test('hostile descriptions are read or left, at once', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({
    '@id': `n${i}`,
    'prov:wasDerivedFrom': { '@id': `n${i + 1}` },
  }));
  for (const members of [
    { distribution: 3, recordSet: [null, 'x', [[{}]]], 'prov:wasAttributedTo': [[], {}, null, { '@id': 5 }] },
    { distribution: many },
    {
      recordSet: {
        '@type': 'cr:RecordSet',
        field: many.map((node) => ({ ...node, source: { '@id': `${node['@id']}0` } })),
      },
    },
    { '@id': 'self', recordSet: { '@id': 'self' }, 'prov:wasDerivedFrom': { '@id': 'self' } },
    { keywords: {}, license: { '@value': {} }, url: ['a', ['b']], name: null, __proto__: { x: 1 } },
  ]) {
    read(members as Record<string, unknown>);
  }
});
