import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const record = (provenance: Record<string, unknown>) =>
  `${JSON.stringify({
    text: 'The ferry leaves at noon, a long way from the town.',
    provenance: { digital_source_type: 'digitalCreation', source: 's', license: 'MIT', ...provenance },
  })}\n`;

/** Titles of the fixes of the only finding, the safe ones marked. */
async function offers(rule: string, content: string, name = 'a.jsonl'): Promise<string[]> {
  const { findings, records, summary } = await check(name, content);
  assert.deepEqual(
    findings.map((finding) => finding.rule),
    [rule],
  );
  const fixed = fixedFiles(content, findings[0]!, records, summary.context);
  for (const { content: after } of fixed) assert.deepEqual((await check(name, after)).rules, [], after);
  return fixed.map(({ fix }) => `${fix.title}${fix.safety === 'safe' ? ' (safe)' : ''}`);
}

test('a date with one meaning is safely rewritten, one with two is asked about', async () => {
  assert.deepEqual(await offers('date-not-iso8601', record({ created: '5 March 2021' })), [
    'Replace by 2021-03-05 (safe)',
  ]);
  assert.deepEqual(await offers('date-not-iso8601', record({ added: '03/05/2021' })), [
    'Replace by 2021-03-05',
    'Replace by 2021-05-03',
  ]);
  assert.deepEqual(
    await offers('date-not-iso8601', record({ created: 'last spring' }).replace('"created"', '"created"')),
    [],
  );
});

test('dates in CSV and in front matter are rewritten in their notation', async () => {
  const csv = (date: string) =>
    `text,source,license,digital_source_type,provenance.created\n"The ferry leaves at noon, far away.",s,MIT,digitalCreation,${date}\n`;
  const page = (date: string) =>
    `---\nprovenance:\n  digital_source_type: digitalCreation\n  source: s\n  license: MIT\n  created: ${date}\n---\nThe ferry leaves at noon.\n`;
  for (const [name, content, fixed] of [
    ['a.csv', csv('"March 5, 2021"'), csv('"2021-03-05"')],
    ['a.csv', csv('5 March 2021'), csv('2021-03-05')],
    ['a.md', page('5 March 2021'), page('"2021-03-05"')],
    ['a.md', page('>\n    5 March 2021'), page('"2021-03-05"')],
  ] as const) {
    const { findings, records, summary } = await check(name, content, {}, { named: true });
    const finding = findings.find(({ rule }) => rule === 'date-not-iso8601')!;
    assert.equal(fixedFiles(content, finding, records, summary.context)[0]!.content, fixed);
  }
});

test('a date in escapes is rewritten whole', async () => {
  const content = record({ created: '@' }).replace('@', '5 M\\u0061rch\\t2021');
  assert.deepEqual(await offers('date-not-iso8601', content), ['Replace by 2021-03-05 (safe)']);
});

test('created after added, by more than a day', async () => {
  const rules = async (created: string, added: string) => (await check('a.jsonl', record({ created, added }))).rules;
  assert.deepEqual(await rules('2024-05-01', '2024-05-01'), []);
  assert.deepEqual(await rules('2024-05-02T23:00:00+14:00', '2024-05-01'), []);
  assert.deepEqual(await rules('2024-05-03', '2024-05-01'), ['created-out-of-order@0']);
  assert.deepEqual(await rules('2024', '2024-05-01'), []);
  assert.deepEqual(await rules('2025', '2024-05-01'), ['created-out-of-order@0']);
});

test('created in the future, as seen from the day of the check', async () => {
  const { findings } = await check('a.jsonl', record({ created: '2026-11-04' }));
  assert.equal(findings[0]!.message, 'Created on 2026-11-04, which is in the future.');
  assert.deepEqual((await check('a.jsonl', record({ created: '2026-11-02' }))).rules, []);
  const spaced = await check('a.jsonl', record({ created: '\n2026-11-04 \n' }));
  assert.ok(spaced.findings.every(({ message }) => !message.includes('\n')));
});

test('the two dates swap places, with their quotes', async () => {
  const content = record({ created: '2024-05-03', added: '2023' });
  const { findings, records, summary } = await check('a.jsonl', content);
  const [swapped, ...others] = fixedFiles(content, findings[0]!, records, summary.context);
  assert.deepEqual(others, []);
  assert.equal(swapped!.content, record({ created: '2023', added: '2024-05-03' }));
});

test('licences by kind of spelling', async () => {
  assert.deepEqual(await offers('license-not-spdx', record({ license: 'apache-2.0' })), [
    'Replace by Apache-2.0 (safe)',
  ]);
  const families = await offers('license-not-spdx', record({ license: 'gpl' }));
  assert.ok(families.length > 1 && families.every((title) => !title.includes('(safe)')));
  assert.deepEqual(await offers('license-not-spdx', record({ license: 'unknown' })), ['Replace by NOASSERTION']);
  for (const fine of ['MIT', 'MIT OR Apache-2.0', 'LicenseRef-mine', 'NOASSERTION']) {
    assert.deepEqual((await check('a.jsonl', record({ license: fine }))).rules, [], fine);
  }
});

test('a repeated provenance key with two values is ambiguous', async () => {
  const rulesOf = async (content: string) =>
    (await check('a.jsonl', content)).rules.filter((rule) => rule.startsWith('ambiguous'));
  const spoof = (first: string, second: string) =>
    `{"text": "The ferry leaves at noon.", "source": "s", "license": "MIT", ${first}, ${second}}\n`;
  const long = 'https://example.org/a/very/long/address/that/goes/on/and/on/for/more/than/sixty/characters';
  const pairs: [first: string, second: string, reported: boolean][] = [
    ['"digital_source_type": "digitalCreation"', '"digital_source_type": "noAssertion"', true],
    ['"digital_source_type": "noAssertion"', '"digital_source_type": "noAssertion"', false],
    ['"provenance": {"source": "a"}', '"provenance": {"source": "b"}', true],
    [`"provenance": {"source": "${long}1"}`, `"provenance": {"source": "${long}2"}`, true],
    ['"provenance.license": "A"', '"provenance.license": "B"', true],
    ['"provenance": {"license": "A", "license": "B"}', '"id": 1', true],
    ['"metadata": {"provenance": {}, "provenance": null}', '"id": 1', true],
    ['"id": 1', '"id": 2', false],
  ];
  for (const [first, second, reported] of pairs) {
    assert.deepEqual(await rulesOf(spoof(first, second)), reported ? ['ambiguous-provenance@0'] : [], first);
  }
});

test('the last of repeated keys counts, as it does for most readers', async () => {
  const content =
    '{"text": "The ferry leaves at noon.", "source": "s", "license": "MIT", "digital_source_type": "digitalCreation", "digital_source_type": "synthetic"}\n';
  const { findings } = await check('a.jsonl', content);
  const finding = findings.find(({ rule }) => rule === 'origin-unknown-value')!;
  assert.equal(content.slice(finding.range.start.column, finding.range.end.column), '"synthetic"');
});

test('a million repeated keys take no time, and their name is shown in one line', async () => {
  const content = `{"text": "The ferry leaves at noon.", "provenance": {${'"a\\nb":1,"license":1,'.repeat(100_000)}"a\\nb":2}}\n`;
  const { findings } = await check('a.jsonl', content);
  const [finding] = findings.filter(({ rule }) => rule === 'ambiguous-provenance');
  assert.ok(finding!.related.length <= 20);
  assert.match(finding!.message, /^The key "a\\nb" stands 100001 times/);
});
