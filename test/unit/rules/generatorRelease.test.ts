import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const RULE = 'created-before-generator-release';
const row = (generator: string, created: unknown) =>
  `${JSON.stringify({
    text: 'Put the plant near a window and water it once a week.',
    provenance: { digital_source_type: 'trainedAlgorithmicMedia', generator, source: 's', license: 'MIT', created },
  })}\n`;

async function isReported(generator: string, created: unknown): Promise<boolean> {
  const { findings } = await check('a.jsonl', row(generator, created));
  return findings.some(({ rule }) => rule === RULE);
}

const cases: [generator: string, created: unknown, reported: boolean][] = [
  ['gpt-4', '2022', true],
  ['gpt-4', '2023', false],
  ['gpt-4', '2023-02', true],
  ['gpt-4', '2023-03', false],
  ['gpt-4', '2023-03-01', true],
  // A day is allowed for time zones.
  ['gpt-4', '2023-03-13', false],
  ['gpt-4', '2023-03-12T10:00:00Z', true],
  ['gpt-4', '2023-03-14', false],
  ['gpt-4-0613', '2023-06-01', true],
  ['gpt-4-0613', '2023-06-14', false],
  ['claude-3-5-sonnet-20241022', '2024-08-01', true],
  ['claude-3-5-sonnet', '2024-08-01', false],
  // Of a month only the first day is certain to be too early.
  ['mistral-large-2407', '2024-07-02', false],
  ['mistral-large-2407', '2024-06-01', true],
  ['my-gpt-4-filter', '2001-01-01', false],
  ['unrecorded', '2001-01-01', false],
  ['gpt-4', 'long ago', false],
  ['gpt-4', null, false],
];

for (const [generator, created, reported] of cases) {
  test(`${generator} in ${created} is ${reported ? 'reported' : 'fine'}`, async () => {
    assert.equal(await isReported(generator, created), reported);
  });
}

test('both places are named, wherever they stand', async () => {
  const range = { start: { line: 3, column: 0 }, end: { line: 3, column: 9 } };
  const place = { file: 'README.md', range };
  const text = '"text": "A long walk past the mill to the lake."';
  const inOne = await check('a.jsonl', `{${text}, "provenance": {"generator": "gpt-4", "created": "2020-01-01"}}\n`);
  const own = inOne.findings.find(({ rule }) => rule === RULE)!;
  assert.equal(own.related.length, 1);
  assert.ok(own.related[0]!.range);
  const inherited = [
    { field: 'generator', value: 'gpt-4', scope: 'dataset', place },
    { field: 'created', value: '2020-01-01', scope: 'dataset', place },
  ] as const;
  const outside = await check('a.jsonl', `{${text}}\n`, { inherited });
  const far = outside.findings.find(({ rule }) => rule === RULE)!;
  assert.deepEqual(
    far.related.map(({ message }) => message),
    ['The date is given here', 'The generator is named here'],
  );
  assert.deepEqual(far.range.start, { line: 0, column: 0 });
});

test('the date may be cleared where the record itself gives it, and nothing is guessed', async () => {
  const content = row('gpt-4', '2020-01-01');
  const { findings, records, summary } = await check('a.jsonl', content);
  const finding = findings.find(({ rule }) => rule === RULE)!;
  const fixes = fixedFiles(content, finding, records, summary.context);
  assert.deepEqual(
    fixes.map(({ fix }) => fix.title),
    ['Clear the date'],
  );
  assert.equal(fixes[0]!.content, row('gpt-4', null));
  const place = { file: 'README.md', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } } };
  const inherited = [{ field: 'created', value: '2020-01-01', scope: 'dataset', place }] as const;
  const far = await check('a.jsonl', row('gpt-4', undefined), { inherited });
  const other = far.findings.find(({ rule }) => rule === RULE)!;
  assert.deepEqual(fixedFiles(row('gpt-4', undefined), other, far.records, far.summary.context), []);
});
