import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { at, CLEAN, fixture, span } from './fixture';

const byCode = (diagnostics: Diagnostic[], code: string) => diagnostics.filter((found) => found.code === code);

test('of 5,000 records with one fault a hundred are shown, and the number of the others', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, [CLEAN, ...Array.from({ length: 5000 }, (_, n) => `{"text": "Hello ${n}."}`)].join('\n'));
  const found = await client.checked(uri);
  const origins = byCode(found, 'origin-missing');
  assert.equal(origins.length, 101);
  const last = origins[100]!;
  assert.equal(last.message, '… and 4,900 more records: Nothing says whether a person or a machine wrote this record.');
  assert.deepEqual(last.range, span(101, 0, 1));
  assert.deepEqual(last.data, { row: 101, rule: 'origin-missing', version: 1, more: 4900 });
  assert.equal(found.length, 303);
  const all = await client.action(uri, at(101, 0), 'Mark all records with this finding as human');
  await client.apply(all);
  const left = await client.checked(uri);
  assert.deepEqual([byCode(left, 'origin-missing').length, byCode(left, 'license-missing').length], [0, 101]);
  // Records that are not shown one by one have their fixes, too.
  await client.action(uri, at(4000, 0), 'State the licence…');
});

test('the worst findings are shown first', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  const quoted = CLEAN.replace('mill.', 'mill: \\"As an AI language model\\".');
  const leftover = CLEAN.replace(
    'A river',
    'As an AI language model, I cannot. :contentReference[oaicite:0]{index=0} A river',
  );
  await client.open(
    uri,
    [...Array.from({ length: 150 }, () => quoted), ...Array.from({ length: 5 }, () => leftover)].join('\n'),
  );
  const found = byCode(await client.checked(uri), 'llm-artefact');
  const rowsOfWarnings = new Set(found.filter(({ severity }) => severity === 2).map(({ data }) => data.row));
  assert.deepEqual([...rowsOfWarnings], [150, 151, 152, 153, 154]);
});

test('no more is shown than editors keep', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  const artefact = ':contentReference[oaicite:0]{index=0} ';
  await client.open(uri, Array.from({ length: 90 }, () => CLEAN.replace('A river', artefact.repeat(20))).join('\n'));
  const found = await client.checked(uri);
  assert.equal(found.length, 900);
  const notice = found[found.length - 1]!;
  assert.match(String(notice.message), /^901 more findings are not shown here/);
  assert.equal(notice.code, undefined);
});
