import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodeUtf8 } from '../../../server/src/engine/records/decode';
import { detectFormat, extensionOf } from '../../../server/src/engine/records/format';

/** A format in one word. */
function formatOf(name: string, head: string, whole = true): string {
  const format = detectFormat(name, head, whole);
  switch (format.kind) {
    case 'json':
      return format.wrapper.kind === 'key' ? `json key ${format.wrapper.key}` : `json ${format.wrapper.kind}`;
    case 'pointer':
      return `pointer to ${format.to}`;
    case 'unsupported':
      return format.what;
    default:
      return format.kind;
  }
}

const entries = (value: string, count = 60) => Array.from({ length: count }, (_, i) => `"id${i}": ${value}`).join(', ');
const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n';

const files: [name: string, head: string, format: string][] = [
  ['a.jsonl', '{"a": 1}\n{"a": 2}\n', 'jsonl'],
  ['a.ndjson', '', 'jsonl'],
  ['a.jsonl', '{"a": 1}', 'jsonl'],
  ['a.jsonl', '[1]\n[2]\n', 'jsonl'],
  ['a.jsonl', '[\n  {"a": 1},\n  {"a": 2}\n]\n', 'json array'],
  ['a.jsonl', '[{"a": 1}, {"a": 2}]\n', 'json array'],
  ['a.jsonl', '{\n  "a": 1,\n  "b": 2\n}\n', 'json single'],
  ['a.jsonl', '{"a": 1\n{"a": 2}\n', 'jsonl'],
  ['a.json', '{"a": 1}\n{"a": 2}\n', 'jsonl'],
  ['a.json', '{"a": 1}', 'json single'],
  ['a.json', '[{"a": 1}]', 'json array'],
  ['a.json', ' \n{"version": 1, "data": [{"a": 1}]}', 'json key data'],
  ['a.json', '{"d\\u0061ta": [1]}', 'json key data'],
  ['a.json', '{"data": {"a": 1}}', 'json single'],
  ['a.json', `{${entries('{"a": 1}')}}`, 'json map'],
  ['a.json', `{${entries('"text"')}}`, 'json map'],
  ['a.json', `{${entries('{"a": 1}', 49)}}`, 'json single'],
  ['a.json', '', 'json single'],
  ['a.csv', 'a,b\n', 'csv'],
  ['a.tsv', 'a\tb\n', 'csv'],
  ['README.md', '# Hello', 'text'],
  ['notes', 'Hello', 'text'],
  ['a.jsonl', lfs, 'pointer to Git LFS'],
  ['a.csv.dvc', 'outs:\n', 'pointer to DVC'],
  ['a.parquet', 'PAR1', 'Parquet'],
  ['a.jsonl', 'PAR1', 'Parquet'],
  ['a.constructor', '', '.constructor'],
  ['a.__proto__', '', '.__proto__'],
  ['a.exe', 'MZ', '.exe'],
];

for (const [name, head, format] of files) {
  test(`${name} that begins ${JSON.stringify(head.slice(0, 40))} is ${format}`, () => {
    assert.equal(formatOf(name, head), format);
  });
}

test('compressed data shows by its first bytes, whatever the file is called', () => {
  const head = (bytes: Uint8Array) => decodeUtf8(bytes).source;
  assert.equal(formatOf('a.jsonl', head(gzipSync('{}'))), 'gzip');
  assert.equal(formatOf('a.jsonl', head(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58))), 'Zstandard');
});

test('a head that cuts the document shows its members as far as it goes', () => {
  assert.equal(formatOf('a.json', '{"name": "set", "rows": [{"text": "cut he', false), 'json key rows');
  assert.equal(formatOf('a.json', `{${entries('{"a": "x\\"y"}')}, "id": {"a": "cut\\`, false), 'json map');
  assert.equal(formatOf('a.json', '{"name": "set", "text": "data\\": [', false), 'json single');
});

test('a head that is one cut string of quotes comes to an end', () => {
  assert.equal(formatOf('a.json', `{"a": "${'\\"'.repeat(500_000)}`, false), 'json single');
});

test('the extension is the last one, in lower case', () => {
  assert.equal(extensionOf('a.b.JSONL'), 'jsonl');
  assert.equal(extensionOf('a.b/c'), '');
  assert.equal(extensionOf('plain'), '');
});
