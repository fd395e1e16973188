import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assertion } from '../../../server/src/engine/provenance/assertion';
import { parseSidecar, sidecarLine } from '../../../server/src/engine/provenance/sidecar';
import { recordHash } from '../../../server/src/engine/records/hash';
import { check, openDataset } from '../../support/datasets';
import { applyFix, fixedFiles } from '../../support/fixing';

const prose = (n: number) => `The ferry leaves at noon, a long way from town number ${n}.`;
const lines = (...rests: string[]) =>
  rests.map((rest, i) => `{"text": "${prose(i)}"${rest && `, ${rest}`}}\n`).join('');
const card = (field: Assertion['field'], value: string): Assertion => ({
  field,
  value,
  scope: 'dataset',
  place: { file: 'README.md', range: { start: { line: 1, column: 0 }, end: { line: 1, column: 4 } } },
});

test('a dataset that declares nothing gets exactly one notice', async () => {
  for (const [name, content] of [
    ['a.jsonl', lines('', '', '')],
    ['a.json', `[${lines('', '', '').trim().replaceAll('\n', ',\n')}]`],
    ['a.csv', `text,id\n"${prose(1)}",1\n"${prose(2)}",2\n`],
    ['a.md', prose(1)],
  ] as const) {
    const { findings } = await check(name, content, {}, { named: true });
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['provenance-undeclared', 'information']],
      name,
    );
  }
});

test('the notice counts the records', async () => {
  const messageOf = async (content: string) => (await check('a.jsonl', content)).findings[0]!.message;
  assert.match(await messageOf(lines('')), /this record comes from/);
  assert.match(await messageOf(lines('', '')), /these 2 records come from/);
});

test('a date alone declares nothing', async () => {
  const dated = lines('"created": "2020-01-01"', '"created": "2020-01-02"');
  assert.deepEqual((await check('a.jsonl', dated)).rules, ['provenance-undeclared@file']);
});

const full = '"source": "s", "license": "MIT", "digital_source_type": "digitalCreation"';
const triple = (row: number) => ['license-missing', 'origin-missing', 'source-missing'].map((rule) => `${rule}@${row}`);

test('once a record is declared, the others are asked for theirs', async () => {
  assert.deepEqual((await check('a.jsonl', lines(full, '', ''))).rules, [...triple(1), ...triple(2)]);
});

test('a declaration past the head of the file counts as well', async () => {
  const canonical = '"provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "MIT"}';
  const padding = `"notes": "${'long '.repeat(200)}"`;
  const many = lines(...Array<string>(1100).fill(padding), canonical);
  const { findings, summary } = await check('a.jsonl', many, {
    severities: new Map([['degenerate-repetition', 'off']]),
  });
  assert.ok(summary.context.declared);
  assert.equal(findings.length, 3300);
});

test('naming the file as a dataset asks for everything', async () => {
  assert.deepEqual((await check('a.jsonl', lines(''), { optedIn: true })).rules, triple(0));
});

test('what is inherited is not missing; noAssertion is said', async () => {
  const inherited = [card('license', 'MIT'), card('digital_source_type', 'noAssertion')];
  assert.deepEqual((await check('a.jsonl', lines('', '"source": "s"'), { inherited })).rules, ['source-missing@0']);
  const unknown = lines('"source": "s", "license": "NOASSERTION", "digital_source_type": "noAssertion"');
  assert.deepEqual((await check('a.jsonl', unknown)).rules, []);
});

test('a null, a blank and an empty list say nothing', async () => {
  for (const nothing of ['null', '""', '"  "', '[]', '{}']) {
    const content = lines(full, `"source": "s", "license": "MIT", "provenance": {"digital_source_type": ${nothing}}`);
    const rules = (await check('a.jsonl', content)).rules.filter((rule) => rule.startsWith('origin'));
    assert.deepEqual(rules, ['origin-missing@1'], nothing);
  }
});

test('the fix that inherits writes what the levels above say, and no more', async () => {
  const inherited = [card('license', 'MIT'), card('source', 's')];
  const content = lines('');
  const { findings, records, summary } = await check('a.jsonl', content, { inherited });
  const finding = findings.find(({ rule }) => rule === 'origin-missing')!;
  const [written] = fixedFiles(content, finding, records, summary.context).filter(({ fix }) =>
    fix.title.startsWith('Write what it inherits from README.md'),
  );
  const after = await check('a.jsonl', written!.content);
  assert.deepEqual(after.rules, ['origin-missing@0']);
});

test('a row sidecar speaks for its record', async () => {
  const content = lines('', '');
  const { records } = openDataset('a.jsonl', content);
  const provenance = { source: 's', license: 'MIT', digital_source_type: 'digitalCreation' };
  const row = sidecarLine({ row: 1, recordHash: recordHash(records[1]!), provenance });
  const { sidecar } = parseSidecar(row, 'a.jsonl.provenance.jsonl');
  assert.deepEqual((await check('a.jsonl', content, { sidecar })).rules, triple(0));
});

test('a sidecar row that asserts nothing is in its place', async () => {
  const content = lines(full);
  const { records } = openDataset('a.jsonl', content);
  const row = sidecarLine({ row: 0, recordHash: recordHash(records[0]!), provenance: { generator: null } });
  const { sidecar } = parseSidecar(row, 'side');
  assert.deepEqual((await check('a.jsonl', content, { sidecar })).rules, []);
});

test('sidecar rows of another state of the data are counted and not applied', async () => {
  const content = lines('', '');
  const { records } = openDataset('a.jsonl', content);
  const provenance = { source: 's', license: 'MIT', digital_source_type: 'digitalCreation' };
  const rows = [0, 1, 2].map((row) => sidecarLine({ row, recordHash: recordHash(records[0]!), provenance })).join('');
  const { sidecar } = parseSidecar(rows, 'side');
  const { findings, rules } = await check('a.jsonl', content, { sidecar });
  assert.deepEqual(rules, [...triple(1), 'sidecar-misaligned@file']);
  assert.match(findings[3]!.message, /^2 of 3 rows of side belong to no record here/);
});

test('partial rows: one finding for the file, with counts and the first records', async () => {
  const canonical = (extra: string) =>
    `"provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "MIT"${extra}}`;
  const content = lines(canonical(', "created": "2020-01-01"'), ...Array<string>(30).fill(canonical('')));
  const { findings, rules } = await check('a.jsonl', content);
  assert.deepEqual(rules, ['provenance-partial-rows@file']);
  assert.match(findings[0]!.message, /: created \(30 of 31\)\.$/);
  assert.deepEqual(
    findings[0]!.rows,
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
});

test('fixing one record of a file that had nothing does not bring up partial rows', async () => {
  const content = lines('', '', '');
  const { findings, records, summary } = await check('a.jsonl', content, { optedIn: true });
  const finding = findings.find(({ rule, row }) => rule === 'origin-missing' && row === 1)!;
  for (const { fix, content: fixed } of fixedFiles(content, finding, records, summary.context)) {
    const { rules } = await check('a.jsonl', fixed);
    assert.ok(!rules.includes('provenance-partial-rows@file'), fix.title);
  }
});

test('fixing record after record brings the file to silence', async () => {
  const patch = { digital_source_type: 'digitalCreation', source: 's', license: 'MIT' };
  let content = lines('', '"id": 2', '"id": 3');
  for (let row = 0; row < 3; row++) {
    const { context, records } = openDataset('a.jsonl', content);
    const record = records[row]!;
    const fix = { title: 'Set', safety: 'unsafe', change: { kind: 'provenance', patch } } as const;
    content = content.replace(record.source, () => applyFix(fix, record, context));
    assert.ok(!(await check('a.jsonl', content)).rules.includes('provenance-partial-rows@file'));
  }
  assert.deepEqual((await check('a.jsonl', content)).rules, []);
});
