import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDataset } from '../../server/src/engine/check';
import type { Baseline } from '../../server/src/engine/context';
import type { Finding } from '../../server/src/engine/finding';
import { applyEdits, safeEdits, sidecarRow } from '../../server/src/engine/fix';
import type { Assertion, Scope } from '../../server/src/engine/provenance/assertion';
import type { ProvenanceField } from '../../server/src/engine/provenance/fields';
import { parseSidecar, sidecarLine } from '../../server/src/engine/provenance/sidecar';
import { defaultLimits } from '../../server/src/engine/records/limits';
import { subjectOf } from '../../server/src/engine/subject';
import { chunkSizes, inChunks } from '../support/chunks';
import { check, inputsOf, openDataset } from '../support/datasets';

const PROSE = 'The ferry leaves at noon, a long way from the town, and nobody waits for it.';
const full = '"source": "s", "license": "MIT", "digital_source_type": "digitalCreation"';
const record = (rest = full) => `{"text": "${PROSE}", ${rest}}`;
const say = (scope: Scope, field: ProvenanceField, value: string): Assertion => ({
  field,
  value,
  scope,
  place: { file: scope, range: { start: { line: 1, column: 0 }, end: { line: 1, column: 4 } } },
});

test('the facts of a file', async () => {
  const files: [name: string, content: string | Uint8Array, facts: Record<string, unknown>][] = [
    ['a.jsonl', `\ufeff${record()}\n`, { encoding: { encoding: 'utf-8', bom: 3 }, format: { kind: 'jsonl' } }],
    ['a.json', `[${record()}]`, { format: { kind: 'json', wrapper: { kind: 'array' } }, templated: false }],
    [
      'a.csv',
      `text;license\n"${PROSE}";MIT\n`,
      { format: { kind: 'csv' }, dialect: { delimiter: ';', header: ['text', 'license'] } },
    ],
    ['a.tsv', `a\tb\n"${PROSE}"\tx\n`, { dialect: { delimiter: '\t', header: ['a', 'b'] } }],
    ['a.jsonl', Buffer.from(`${record()}\n`, 'utf16le'), { encoding: { encoding: 'utf-16le', bom: 0 } }],
    [
      'a.jsonl',
      `${record('"provenance": {"license": null, "source": "s"}')}\n`,
      { provenanceKeys: ['license', 'source'] },
    ],
    ['a.jsonl', '{"text": "[INST] When does the ferry leave? [/INST] At noon."}\n', { templated: true }],
    ['a.jsonl', '{"a', { readable: false }],
  ];
  for (const [name, content, expected] of files) {
    const { summary } = await check(name, content);
    for (const [fact, value] of Object.entries(expected)) {
      assert.deepEqual(summary.facts[fact as keyof typeof summary.facts], value, `${fact} of ${name}`);
    }
  }
});

test('what is counted', async () => {
  const { summary } = await check('a.jsonl', `${record()}\n\n{"text"\n${record()}\n[1]\n`);
  assert.deepEqual([summary.records, summary.unreadable, summary.suppressed, summary.leftAlone], [3, 1, 0, false]);
});

test('findings stand at the same places however the file is written', async () => {
  const bad = record('"provenance": {"digital_source_type": "synthetic", "created": "5 March 2021"}');
  const files: [name: string, content: string][] = [
    ['a.jsonl', `${record()}\n${bad}\n`],
    ['a.jsonl', `\ufeff${record()}\r\n\r\n${bad}`],
    ['a.json', `[\n  ${record()},\n  ${bad}\n]\n`],
    ['a.json', `{"version": 1, "data": [${record()}, ${bad}]}`],
    ['a.json', JSON.stringify([JSON.parse(record()), JSON.parse(bad)], null, 2).replaceAll('\n', '\r\n')],
  ];
  for (const [name, content] of files) {
    const lines = content.replace('\ufeff', '').split(/\r\n|\n/);
    const { findings } = await check(name, content);
    const shown = findings.flatMap(({ rule, range: { start, end } }) =>
      rule === 'origin-unknown-value' || rule === 'date-not-iso8601'
        ? [lines[start.line]!.slice(start.column, end.column)]
        : [],
    );
    assert.deepEqual(shown.sort(), ['"5 March 2021"', '"synthetic"'], content);
    assert.ok(findings.every(({ row }) => row === 1 || row === null));
  }
});

test('the same file gives the same findings in any chunks and any encoding', async () => {
  const content = `${record()}\r\n{"text": "Grüße 😀 :contentReference[oaicite:0]{index=0} \u202e", "id": 1}\n{"text\n${record('"license": "gpl"')}\n`;
  const findingsOf = async (chunks: readonly Uint8Array[]) => {
    const findings: Finding[] = [];
    await checkDataset({ name: 'a.jsonl', bytes: () => chunks }, inputsOf(), (finding) => findings.push(finding), {
      keys: true,
    });
    return findings;
  };
  const whole = await findingsOf([Buffer.from(content)]);
  assert.ok(whole.length > 5);
  assert.deepEqual(await findingsOf([Buffer.from(`\ufeff${content}`)]), whole);
  assert.deepEqual(await findingsOf([Buffer.from(`\ufeff${content}`, 'utf16le')]), whole);
  await fc.assert(
    fc.asyncProperty(chunkSizes, async (sizes) => {
      assert.deepEqual(await findingsOf(inChunks(Buffer.from(content), sizes)), whole);
    }),
    { numRuns: 20 },
  );
});

test('the nearest level wins: record, sidecar, split, dataset', async () => {
  const bare = record('"id": 1');
  const { records } = openDataset('a.jsonl', `${bare}\n`);
  const levels: [own: string, sidecar: boolean, inherited: Assertion[], winner: string][] = [
    ['"provenance": {"license": "record"}', true, [say('split', 'license', 'split')], 'record'],
    ['"id": 1', true, [say('split', 'license', 'split')], 'sidecar'],
    ['"id": 1', false, [say('split', 'license', 'split'), say('dataset', 'license', 'dataset')], 'split'],
    ['"id": 1', false, [say('dataset', 'license', 'dataset')], 'dataset'],
  ];
  for (const [own, aside, inherited, winner] of levels) {
    const { context } = openDataset('a.jsonl', `${bare}\n`);
    const line = sidecarLine(sidecarRow(records[0]!, { license: 'sidecar' }, context));
    const sidecar = aside ? { sidecar: parseSidecar(line, 'sidecar').sidecar } : {};
    const { context: here, records: read } = openDataset('a.jsonl', `${record(own)}\n`, { inherited, ...sidecar });
    const license = subjectOf(read[0]!, here).provenance.get('license')?.value;
    assert.equal(license, winner);
  }
});

test('severities of the configuration hold, but a demoted finding stays demoted', async () => {
  const content = `${record()}\n{"text": "${PROSE} “As an AI language model, I cannot say.” :contentReference[oaicite:0]{index=0}", ${full}}\n`;
  const severityOf = async (severity: 'off' | 'error' | 'information') => {
    const { findings } = await check('a.jsonl', content, { severities: new Map([['llm-artefact', severity]]) });
    return findings.map((finding) => finding.severity);
  };
  assert.deepEqual(await severityOf('error'), ['hint', 'error']);
  assert.deepEqual(await severityOf('information'), ['hint', 'information']);
  assert.deepEqual(await severityOf('off'), []);
});

test('a baseline takes what it knows, also after a fix and after rows moved', async () => {
  const leftover = (rest: string) => `{"text": "${PROSE} :contentReference[oaicite:0]{index=0}", ${rest}}`;
  const { findings } = await check('a.jsonl', `${leftover(full)}\n`, {}, { keys: true });
  const known = new Set(findings.map(({ rule, key }) => `${rule} ${key}`));
  const baseline: Baseline = {
    knows: (rule) => [...known].some((entry) => entry.startsWith(rule)),
    has: (rule, key) => known.has(`${rule} ${key}`),
  };
  const later = `${record()}\n${leftover('"source": "s", "license": "Apache-2.0", "digital_source_type": "noAssertion"')}\n`;
  const after = await check('a.jsonl', later, { baseline });
  assert.deepEqual(after.rules, []);
  assert.equal(after.summary.suppressed, 1);
  assert.deepEqual((await check('a.jsonl', later.replaceAll('noon', 'nine'), { baseline })).rules.length, 1);
});

test('a file that is no dataset is left alone, unless a person named it', async () => {
  const content = '{"id": 1, "size": 2}\n{"id": 2, "size"\n';
  const alone = await check('a.jsonl', content);
  assert.equal(alone.summary.leftAlone, true);
  assert.deepEqual(alone.rules, []);
  const named = await check('a.jsonl', content, {}, { named: true });
  assert.deepEqual(named.rules, ['record-unparseable@1']);
});

test('a first record longer than the head of the file does not hide the others', async () => {
  const long = `{"text": "${`${PROSE} `.repeat(20_000)}", ${full}}`;
  const { rules, summary } = await check('a.jsonl', `${long}\n${record('"id": 1')}\n`, {
    severities: new Map([['degenerate-repetition', 'off']]),
  });
  assert.equal(summary.facts.shape.role, 'dataset');
  assert.deepEqual(rules.sort(), ['license-missing@1', 'origin-missing@1', 'source-missing@1']);
});

test('safe fixes change form only, and together they do not clash', async () => {
  const content = record(
    '"provenance": {"digital_source_type": "synthetic", "generator": "m", "license": "apache-2.0", "created": "5 March 2021", "source": "s"}',
  );
  const { context, records } = openDataset('a.jsonl', `${content}\n`);
  const { findings } = await check('a.jsonl', `${content}\n`);
  assert.equal(findings.length, 3);
  const fixed = applyEdits(records[0]!.source, safeEdits(findings, records[0]!, context));
  assert.deepEqual((await check('a.jsonl', `${fixed}\n`)).rules, []);
  assert.equal(
    fixed,
    content
      .replace('synthetic', 'trainedAlgorithmicMedia')
      .replace('apache-2.0', 'Apache-2.0')
      .replace('5 March 2021', '2021-03-05'),
  );
});

test('edits that overlap are refused', () => {
  assert.throws(
    () =>
      applyEdits('abc', [
        { start: 0, end: 2, newText: '' },
        { start: 1, end: 3, newText: '' },
      ]),
    RangeError,
  );
  assert.equal(
    applyEdits('abc', [
      { start: 2, end: 2, newText: 'x' },
      { start: 0, end: 1, newText: '' },
    ]),
    'bxc',
  );
});

const hostile: [name: string, file: string, content: () => string | Uint8Array][] = [
  ['a line of brackets', 'a.jsonl', () => '['.repeat(2_000_000)],
  ['a document of brackets', 'a.json', () => '[{"a":'.repeat(300_000)],
  ['nothing but line ends', 'a.jsonl', () => '\n'.repeat(500_000)],
  ['nothing but commas', 'a.json', () => `[${','.repeat(10_000)}]`],
  ['nothing but quotes', 'a.csv', () => `text,id\n${'"'.repeat(1_000_001)}`],
  ['nothing but delimiters', 'a.csv', () => `text\n${','.repeat(200_000)}`],
  ['zero bytes', 'a.jsonl', () => new Uint8Array(1_000_000)],
  ['bytes that are no text', 'a.jsonl', () => Uint8Array.from({ length: 500_000 }, (_, i) => (i * 7919) & 255)],
  ['fields of objects of methods', 'a.jsonl', () => '{"__proto__": {"text": "x"}, "constructor": {"prototype": 1}}\n'],
  ['many provenance keys', 'a.jsonl', () => record(`"provenance": {${'"source": "x", '.repeat(50_000)}"source": "y"}`)],
  ['front matter of brackets', 'a.md', () => `---\n${'['.repeat(1_000_000)}\n---\n${PROSE}`],
];

for (const [name, file, content] of hostile) {
  test(`hostile: ${name}`, async () => {
    const { findings } = await check(file, content(), {}, { named: true, keys: true });
    assert.ok(findings.length <= 50_001);
  });
}

test('a record over the limit is reported, and the ones around it are checked', async () => {
  const huge = `{"text": "${'x'.repeat(defaultLimits.recordBytes)}"}`;
  const { rules, summary } = await check('a.jsonl', `${record()}\n${huge}\n${record('"license": "gpl"')}\n`);
  assert.deepEqual(
    rules.filter((rule) => rule.endsWith('@1')),
    ['record-too-large@1'],
  );
  assert.ok(rules.includes('license-not-spdx@2'));
  assert.equal(summary.unreadable, 1);
});
