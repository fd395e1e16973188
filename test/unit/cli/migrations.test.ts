import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, runCli } from './runCli';

/** Old or foreign spellings that a safe fix brings to the standard, by the rule that knows them. */
const RECORDS: [rule: string, field: string, before: string, after: string][] = [
  ['origin-retired-value', 'digital_source_type', 'digitalArt', 'digitalCreation'],
  ['origin-retired-value', 'digital_source_type', 'minorHumanEdits', 'humanEdits'],
  ['origin-retired-value', 'digital_source_type', 'softwareImage', 'softwareImage'],
  ['origin-unknown-value', 'digital_source_type', 'DigitalArtDigitalSource', 'digitalCreation'],
  ['license-not-spdx', 'license', 'apache_v2', 'Apache-2.0'],
  ['license-not-spdx', 'license', 'apache-2.0', 'Apache-2.0'],
  ['license-not-spdx', 'license', 'cc-by-sa-4.0', 'CC-BY-SA-4.0'],
  ['license-not-spdx', 'license', 'https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
];

test('retired codes and foreign licence ids are migrated by the fix of their rule', (t) => {
  for (const [rule, field, before, after] of RECORDS) {
    const folder = folderWith(t, { 'data.jsonl': record({ [field]: before }) });
    assert.equal(runCli(folder, 'fix', '--rule', rule).code, 0);
    assert.equal(readFileSync(join(folder, 'data.jsonl'), 'utf8'), record({ [field]: after }), before);
  }
});

test('a card gets the spelling of the Hub, a document of OASIS the codes of OASIS', (t) => {
  const card = (license: string) => `---\r\nlicense: ${license} # ours\r\nlanguage: en\r\n---\r\n# Herons\r\n`;
  const document = (method: string, purpose: string) =>
    `{ "$schema": "https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json", "set": {}, "source": {},\n  "provenance": {"generation-method": [{"code": "${method}"}]}, "use": {"intended-purpose": [ {"code" : "${purpose}"} ]}}\n`;
  const folder = folderWith(t, {
    'README.md': card('Apache-2.0'),
    'data-provenance.json': document('machine-generated-mlops-other', 'ai-pre-training'),
    'data.jsonl': record(),
  });
  const { code, stdout } = runCli(folder, 'fix');
  assert.equal(code, 0, stdout);
  assert.equal(readFileSync(join(folder, 'README.md'), 'utf8'), card('apache-2.0'));
  assert.equal(
    readFileSync(join(folder, 'data-provenance.json'), 'utf8'),
    document('machine-generated-ml-ops', 'pre-training'),
  );
  assert.equal(runCli(folder, 'undo').code, 0);
  assert.equal(readFileSync(join(folder, 'README.md'), 'utf8'), card('Apache-2.0'));
});
