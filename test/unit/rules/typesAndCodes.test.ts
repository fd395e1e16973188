import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const rows = (...provenance: unknown[]) =>
  provenance.map((one) => `${JSON.stringify({ text: 'Hello.', provenance: one })}\n`).join('');

async function unstable(content: string, name = 'a.jsonl') {
  const { findings } = await check(name, content);
  return findings.filter(({ rule }) => rule === 'provenance-type-unstable');
}

const stable: [what: string, content: string][] = [
  ['null goes with strings', rows({ source: 'a' }, { source: null }, {})],
  ['an empty list goes with lists', rows({ derived_from: ['a'] }, { derived_from: [] }, { derived_from: null })],
  ['whole and broken numbers', rows({ generation_depth: 1 }, { generation_depth: 1.5 })],
  ['keys that are no provenance', '{"text": "Hello.", "x": 1}\n{"text": "Hello.", "x": "1"}\n'],
];
for (const [what, content] of stable) {
  test(`types: ${what}`, async () => assert.deepEqual(await unstable(content), []));
}

const mixed: [what: string, content: string, told: string, rows: number[]][] = [
  [
    'a list among strings',
    rows({ source: 'a' }, { source: ['b'] }, { source: 'c' }),
    'provenance.source is a string in 2 records, a list of strings in 1 record.',
    [1],
  ],
  [
    'an empty list among strings',
    rows({ source: 'a' }, { source: [] }, { source: 'c' }),
    'provenance.source is a string in 2 records, an empty list in 1 record.',
    [1],
  ],
  [
    'a string in the place of the object',
    rows({ source: 'a' }, 'human', { source: 'a' }),
    'provenance is an object in 2 records, a string in 1 record.',
    [1],
  ],
  [
    'lists of several types',
    rows({ derived_from: ['a'] }, { derived_from: ['a'] }, { derived_from: [1] }, { derived_from: ['a', 1] }),
    'provenance.derived_from is a list of strings in 2 records, a list of numbers in 1 record, a list of several types in 1 record.',
    [2, 3],
  ],
  [
    'a field of the shape',
    '{"id": "1", "text": "a", "source": "x", "added": "2020-01-01"}\n{"id": "2", "text": "a", "source": "x", "added": "2020-01-01"}\n{"id": "3", "text": "a", "source": "x", "added": 1577836800}\n',
    'added is a string in 2 records, a number in 1 record.',
    [2],
  ],
];
for (const [what, content, told, expected] of mixed) {
  test(`types: ${what}`, async () => {
    const [finding, ...others] = await unstable(content);
    assert.equal(finding?.message, `Provenance keys hold values of several types: ${told}`);
    assert.deepEqual(finding?.rows, expected);
    assert.deepEqual(others, []);
  });
}

test('types: cells of a table are strings, all of them', async () => {
  assert.deepEqual(await unstable('text,provenance.generation_depth\nHello.,1\nHello again.,one\n', 'a.csv'), []);
});

test('retired codes, however they are written', async () => {
  const cases = [
    ['digitalArt', ['digitalCreation']],
    ['http://cv.iptc.org/newscodes/digitalsourcetype/minorHumanEdits', ['humanEdits']],
    ['software_image', ['digitalCreation', 'algorithmicMedia', 'trainedAlgorithmicMedia', 'noAssertion']],
  ] as const;
  for (const [written, successors] of cases) {
    const content = `${JSON.stringify({ text: 'Hello.', source: 'a', license: 'MIT', digital_source_type: written })}\n`;
    const { findings, records, summary } = await check('a.jsonl', content);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['origin-retired-value'],
      written,
    );
    const fixes = fixedFiles(content, findings[0]!, records, summary.context);
    assert.deepEqual(
      fixes.map((one) => JSON.parse(one.content).digital_source_type),
      successors,
    );
    assert.ok(fixes.every(({ fix }) => (fix.safety === 'safe') === (successors.length === 1)));
  }
});

const crawled = (more: object, own: object = {}) => {
  const provenance = { digital_source_type: 'digitalCreation', source: 's', license: 'MIT', ...own };
  return `${JSON.stringify({ text: 'Hello.', id: 'a', url: 'https://example.org/a', ...more, provenance })}\n`;
};

const crawls: [what: string, content: string, told: string | undefined][] = [
  ['a dump of later years', crawled({ dump: 'CC-MAIN-2023-06' }), 'CC-MAIN-2023-06'],
  ['a dump of the week after', crawled({ dump: 'CC-MAIN-2022-49' }), 'CC-MAIN-2022-49'],
  ['a dump of the week before', crawled({ dump: 'CC-MAIN-2022-40' }), undefined],
  ['a date before a dump', crawled({ dump: 'CC-MAIN-2023-06' }, { created: '2015-05-01' }), undefined],
  ['metadata of the crawl', crawled({ metadata: { warc_id: 'x' } }, { added: '2024-05-01' }), '2024-05-01'],
  ['no date at all', crawled({ warc_id: 'x' }), undefined],
  ['no crawl', crawled({}, { added: '2024-05-01' }), undefined],
  ['not declared human', crawled({ dump: 'CC-MAIN-2023-06' }, { digital_source_type: 'noAssertion' }), undefined],
];
for (const [what, content, told] of crawls) {
  test(`found read as human: ${what}`, async () => {
    const { findings } = await check('a.jsonl', content);
    const found = findings.filter(({ rule }) => rule === 'found-read-as-human');
    assert.equal(found.length, told === undefined ? 0 : 1);
    if (told !== undefined) assert.ok(found[0]!.message.includes(`dates from ${told}`), found[0]!.message);
  });
}

test('found read as human: a card says it of all', async () => {
  const place = { file: 'README.md', range: { start: { line: 2, column: 0 }, end: { line: 2, column: 12 } } };
  const inherited = [{ field: 'digital_source_type', value: 'digitalCreation', scope: 'dataset', place } as const];
  const content = `${JSON.stringify({ text: 'Hello.', id: 'a', dump: 'CC-MAIN-2024-10', url: 'https://example.org/a' })}\n`;
  const { findings } = await check('a.jsonl', content, { inherited });
  const [found] = findings.filter(({ rule }) => rule === 'found-read-as-human');
  assert.deepEqual(found?.related, [{ message: 'It is declared human here', place }]);
});
