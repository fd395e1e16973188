import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfiguration } from '../../../server/src/engine/configuration';
import type { FileInputs } from '../../../server/src/engine/context';
import { declarationsOfSources } from '../../../server/src/engine/provenance/knownSources';
import { configuredSources } from '../../../server/src/engine/provenance/knownSourcesConfigured';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const RULE = 'source-declared-synthetic';

/** A row as Dolma and the Common Pile have it. */
const row = (fields: object, metadata: object = {}) =>
  `${JSON.stringify({
    id: 'r-1',
    text: 'Put the plant near a window and water it once a week.',
    source: 'garden letters',
    added: '2025-01-10',
    ...fields,
    metadata: { license: 'CC-BY-4.0', ...metadata },
  })}\n`;

async function severities(content: string, inputs?: Partial<FileInputs>): Promise<string[]> {
  const { findings } = await check('rows.jsonl', content, inputs);
  return findings.filter(({ rule }) => rule === RULE).map(({ row: at, severity }) => `${at} ${severity}`);
}

const origin = (digital_source_type: string) => ({ provenance: { digital_source_type } });

/** Rows in the manner of those that were found in the Common Pile, by us. */
const collection = { source: 'Data Provenance Initiative', id: 'HelpSteer-4' };
const rows: [what: string, row: string, found: string[]][] = [
  ['a source that is known', row({ source: 'nvidia/HelpSteer' }), ['0 warning']],
  ['the address of one', row({}, { url: 'https://huggingface.co/datasets/nvidia/HelpSteer' }), ['0 warning']],
  ['a collection, and its name in the id', row(collection), ['0 warning']],
  ['a collection, and its name beside', row({ source: 'DPI' }, { dataset_name: 'HelpSteer' }), ['0 warning']],
  ['a record that derives from one', row({ derived_from: ['letters', 'nvidia/HelpSteer#12'] }), ['0 warning']],
  ['no origin claimed', row({ source: 'HelpSteer' }, origin('noAssertion')), ['0 warning']],
  ['a record declared human', row({ source: 'HelpSteer' }, origin('digitalCreation')), ['0 error']],
  ['a record declared mixed', row({ source: 'HelpSteer' }, origin('compositeSynthetic')), []],
  ['a record declared machine-made', row({ source: 'HelpSteer' }, origin('trainedAlgorithmicMedia')), []],
  ['a record declared so in other words', row({ source: 'HelpSteer' }, origin('synthetic')), []],
  ['a mixture', row({ source: 'allenai/tulu-3-sft-mixture' }), ['0 warning']],
  ['a mixture, in a record known to be human', row({ source: 'allenai/tulu-3-sft-mixture' }, origin('human')), []],
  ['a part of a mixture that people wrote', row({ source: 'ai2-adapt-dev/no_robots_converted' }), []],
  ['another source', row({}), []],
  ['a word that is also a name', row({ source: 'alpaca farming', id: 'alpaca-12' }), []],
];

for (const [what, content, found] of rows) {
  test(`${what}: ${found.join(', ') || 'nothing'}`, async () => assert.deepEqual(await severities(content), found));
}

test('one finding a record, however often it names its source', async () => {
  const content = row(
    { source: 'nvidia/HelpSteer', id: 'HelpSteer-4', derived_from: ['nvidia/HelpSteer'] },
    { url: 'https://huggingface.co/datasets/nvidia/HelpSteer' },
  );
  assert.deepEqual(await severities(content.repeat(3)), ['0 warning', '1 warning', '2 warning']);
});

test('a card that denies machine text makes it an error, for a mixture not', async () => {
  const inputs = { deniesMachineText: true };
  assert.deepEqual(await severities(row({ source: 'HelpSteer' }), inputs), ['0 error']);
  assert.deepEqual(await severities(row({ source: 'allenai/tulu-3-sft-mixture' }), inputs), ['0 warning']);
});

test('a source that is inherited counts, and its place is named', async () => {
  const place = { file: 'README.md', range: { start: { line: 2, column: 0 }, end: { line: 2, column: 9 } } };
  const inherited = [{ field: 'source', value: 'roneneldan/TinyStories', scope: 'dataset', place }] as const;
  const { findings } = await check('a.jsonl', '{"text": "A fox sat down. It was glad."}\n', { inherited });
  const [finding] = findings.filter(({ rule }) => rule === RULE);
  assert.equal(finding?.related[0]?.place, place);
});

test('a nearer source overrides one that the dataset declares', async () => {
  const inherited = [{ field: 'source', value: 'nvidia/HelpSteer', scope: 'dataset' }] as const;
  assert.deepEqual(await severities(row({}), { inherited }), []);
});

test('the configuration is heard before the table', async () => {
  const text = `{"sources": {"nvidia/HelpSteer": {"digital_source_type": "noAssertion"},
    "garden letters": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "garden/model"}}}`;
  const { configuration } = parseConfiguration(text);
  const sources = declarationsOfSources(configuredSources(configuration.sources, text, 'dataset-hygiene.json'));
  assert.deepEqual(await severities(row({ source: 'nvidia/HelpSteer', id: 'HelpSteer-4' }), { sources }), []);
  const { findings, records, summary } = await check('rows.jsonl', row({}), { sources });
  const finding = findings.find(({ rule }) => rule === RULE)!;
  assert.match(
    finding.message,
    /^"garden letters" is text by models: declared trainedAlgorithmicMedia in dataset-hygiene/,
  );
  assert.equal(finding.related[0]?.place?.range.start.line, 1);
  const [first] = fixedFiles(row({}), finding, records, summary.context);
  assert.equal(first?.fix.title, 'Mark as synthetic, with its generator…');
  assert.match(first!.content, /"digital_source_type": ?"trainedAlgorithmicMedia".*"generator": ?"garden\/model"/);
});

test('the message has the evidence, and where and when it was seen', async () => {
  const { findings } = await check('rows.jsonl', row({ source: 'nvidia/HelpSteer' }, origin('human')));
  assert.equal(
    findings.find(({ rule }) => rule === RULE)?.message,
    '"nvidia/HelpSteer" holds text by models in each record: prompts by people and templates; every response is by an early in-house model (https://huggingface.co/datasets/nvidia/HelpSteer#source, as of 2026-11-23); yet this record is declared human.',
  );
});

test('no fix is preferred, and none is safe', async () => {
  for (const source of ['nvidia/HelpSteer', 'tatsu-lab/alpaca', 'allenai/tulu-3-sft-mixture']) {
    const content = row({ source });
    const { findings, records, summary } = await check('rows.jsonl', content);
    const fixes = fixedFiles(content, findings.find(({ rule }) => rule === RULE)!, records, summary.context);
    assert.ok(fixes.length >= 2);
    for (const { fix } of fixes) {
      assert.deepEqual([fix.safety, fix.preferred], ['unsafe', undefined]);
      assert.match(fix.title, /^Mark as /);
    }
  }
});

test('a million rows of one source are one look-up', async () => {
  let asked = 0;
  const sources = declarationsOfSources(() => {
    asked++;
    return undefined;
  });
  for (let i = 0; i < 1000; i++) sources('garden letters');
  assert.equal(asked, 1);
});
