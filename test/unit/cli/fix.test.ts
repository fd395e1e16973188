import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, runCli } from './runCli';

const FIXABLE = record({ license: 'apache-2.0', digital_source_type: 'human' });
const FIXED = record({ license: 'Apache-2.0', digital_source_type: 'digitalCreation' });

const bytesOf = (folder: string, name: string) => readFileSync(join(folder, name));

test('safe fixes are applied, and the file is clean afterwards', (t) => {
  const folder = folderWith(t, { 'data.jsonl': record() + FIXABLE, 'clean.jsonl': record() });
  const { code, stdout, stderr } = runCli(folder, 'fix');
  assert.deepEqual([code, stderr], [0, '']);
  assert.equal(
    stdout,
    'data.jsonl: 1 record changed\nChanged 1 record in 1 file. "dataset-hygiene undo" takes it back.\n',
  );
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), record() + FIXED);
  assert.equal(runCli(folder, 'check').code, 0);
  assert.equal(runCli(folder, 'fix').stdout, 'Changed 0 records in 0 files.\n');
  assert.deepEqual(readdirSync(folder).sort(), ['.dataset-hygiene', '.git', 'clean.jsonl', 'data.jsonl']);
});

test('--dry-run shows the changes and makes none', (t) => {
  const folder = folderWith(t, { 'data.jsonl': record() + FIXABLE });
  const { mtimeMs } = statSync(join(folder, 'data.jsonl'));
  const { code, stdout } = runCli(folder, 'fix', '--dry-run');
  assert.equal(code, 0);
  assert.equal(
    stdout,
    [
      '--- data.jsonl',
      '+++ data.jsonl',
      '@@ -2,1 +2,1 @@',
      `-${FIXABLE.trimEnd()}`,
      `+${FIXED.trimEnd()}`,
      'data.jsonl: 1 record would change',
      'Would change 1 record in 1 file.',
      '',
    ].join('\n'),
  );
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), record() + FIXABLE);
  assert.equal(statSync(join(folder, 'data.jsonl')).mtimeMs, mtimeMs);
});

test('--rule leaves other rules alone', (t) => {
  const folder = folderWith(t, { 'data.jsonl': FIXABLE });
  runCli(folder, 'fix', '--rule', 'license-not-spdx');
  assert.equal(
    bytesOf(folder, 'data.jsonl').toString(),
    record({ license: 'Apache-2.0', digital_source_type: 'human' }),
  );
  runCli(folder, 'fix', '--rule', 'license-not-spdx', '--rule', 'origin-unknown-value');
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), FIXED);
});

test('what is no safe fix is left to a person', (t) => {
  const content =
    record({ license: 'gpl', generator: 'org/model' }) + record({ digital_source_type: 'digitalCreaton' });
  const folder = folderWith(t, { 'data.jsonl': content });
  assert.equal(runCli(folder, 'fix').code, 0);
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), content);
});

test('an accepted finding is fixed too', (t) => {
  const folder = folderWith(t, { 'data.jsonl': FIXABLE });
  runCli(folder, 'check', '--write-baseline');
  runCli(folder, 'fix');
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), FIXED);
});

test('a record with bytes that are not valid is refused, the others are fixed', (t) => {
  const bad = Buffer.from(FIXABLE.replace('mill.', '\u00e9.'), 'latin1');
  const folder = folderWith(t, { 'data.jsonl': Buffer.concat([bad, Buffer.from(FIXABLE)]) });
  const { code, stderr } = runCli(folder, 'fix');
  assert.equal(code, 1);
  assert.match(stderr, /^data\.jsonl:1: left as it is: it holds bytes that are not valid: byte 0xe9 /);
  assert.deepEqual(bytesOf(folder, 'data.jsonl'), Buffer.concat([bad, Buffer.from(FIXED)]));
});

test('a record that a row sidecar is bound to is refused', async (t) => {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(FIXABLE.trimEnd()).digest('hex');
  const row = { row: 0, recordHash: `sha256:${hash}`, provenance: { source: 'mill' } };
  const folder = folderWith(t, {
    'data.jsonl': FIXABLE + FIXABLE,
    'data.jsonl.provenance.jsonl': `${JSON.stringify(row)}\n`,
  });
  const { code, stderr } = runCli(folder, 'fix');
  assert.equal(code, 1);
  assert.match(stderr, /^data\.jsonl:1: left as it is: data\.jsonl\.provenance\.jsonl is about its bytes/);
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), FIXABLE + FIXED);
});

test('envelopes, quoting, line ends and byte order marks stay', (t) => {
  const bom = Buffer.from([0xef, 0xbb, 0xbf]);
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const utf16be = (text: string) => Buffer.from(utf16(text)).swap16();
  const csv = (license: string, quoted: string) =>
    `text;note;license;source;digital_source_type\r\n"One; ""two""";a\tb;${license};x;digitalCreation\n"Two\r\nlines";;"${quoted}";x;digitalCreation\r`;
  const wrapped = (license: string) =>
    `{\n\t"version" : 1.10,\n\t"data" : [ ${FIXED.trim()}\r\n ,\t${record({ license, text: 'é 🌊' }).trim()} ],\n"end": [1e5] }\n\n`;
  const front = (license: string) =>
    `---\r\nlicense: ${license} # ours\r\nsource: x\r\ndigital_source_type: digitalCreation\r\n---\r\nSome text about a river. \r\n`;
  const files: Record<string, [before: Buffer, after: Buffer]> = {
    'table.csv': [Buffer.from(csv('apache-2.0', 'mit')), Buffer.from(csv('Apache-2.0', 'MIT'))],
    'wrapped.json': [Buffer.from(wrapped('apache-2.0')), Buffer.from(wrapped('Apache-2.0'))],
    'bom.jsonl': [Buffer.concat([bom, Buffer.from(FIXABLE)]), Buffer.concat([bom, Buffer.from(FIXED)])],
    'little.jsonl': [utf16(`${FIXED}\r\n${FIXABLE}`), utf16(`${FIXED}\r\n${FIXED}`)],
    'big.csv': [utf16be(csv('apache-2.0', 'mit')), utf16be(csv('Apache-2.0', 'MIT'))],
    'text.md': [Buffer.from(front('apache-2.0')), Buffer.from(front('Apache-2.0'))],
  };
  const folder = folderWith(t, Object.fromEntries(Object.entries(files).map(([name, [before]]) => [name, before])));
  const { code, stdout, stderr } = runCli(folder, 'fix', ...Object.keys(files));
  assert.equal(code, 0, stdout + stderr);
  for (const [name, [, after]] of Object.entries(files)) {
    assert.equal(bytesOf(folder, name).toString('latin1'), after.toString('latin1'), name);
  }
});

test('permissions and links stay', { skip: process.platform === 'win32' }, (t) => {
  const folder = folderWith(t, { 'data.jsonl': FIXABLE });
  chmodSync(join(folder, 'data.jsonl'), 0o640);
  symlinkSync('data.jsonl', join(folder, 'link.jsonl'));
  assert.equal(runCli(folder, 'fix', 'link.jsonl').code, 0);
  assert.ok(lstatSync(join(folder, 'link.jsonl')).isSymbolicLink());
  assert.equal(statSync(join(folder, 'data.jsonl')).mode & 0o777, 0o640);
  assert.equal(bytesOf(folder, 'data.jsonl').toString(), FIXED);
});
