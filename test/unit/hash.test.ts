import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baselineKey, fileBaselineKey, recordHash, textHash } from '../../server/src/engine/records/hash';
import type { DatasetRecord } from '../../server/src/engine/records/record';
import { check, openDataset } from '../support/datasets';

const record = (json: string): DatasetRecord => openDataset('a.jsonl', `${json}\n`).records[0]!;
const PATHS = ['provenance', 'metadata.provenance', 'license'];

// These values stand in sidecars and baselines that people keep: a change of any is a new version of the format.
test('hashes are what they were', () => {
  const some = record('{"text": "Grüße 😀", "id": 1.0, "metadata": {"a": [1, 2]}}');
  assert.equal(recordHash(some), 'sha256:4d42de6b3f5161ca75276af8dfe2a1edd6390c2b24ae38dda65a241a585338ac');
  assert.equal(textHash(['Grüße 😀', '']), 'text1:fd55c13c5159399df6ee6166c9f1dbb2308c0f47f993a567318bbee5faa6f052');
  assert.equal(baselineKey('llm-artefact', some, PATHS), '033e8ea9fcac179a09fccfece0653d16');
  assert.equal(baselineKey('record-unparseable', record('{"text"'), PATHS), '8734ce52fed0ff524bf11b9f5565153d');
  assert.equal(fileBaselineKey('pointer-file', 'data/a.jsonl'), '111662cfbedc2e13e7364889111515c9');
});

test('a record is the same whatever line ends, byte order mark and encoding its file has', () => {
  const text = '{"text": "Grüße aus dem Hafen, weit weg von der Stadt."}';
  const hashes = [`${text}\n`, `${text}\r\n`, `\ufeff${text}`, `\ufeff${text}\r`].map((content) =>
    recordHash(openDataset('a.jsonl', content).records[0]!),
  );
  assert.equal(new Set(hashes).size, 1);
});

test('a record is the same in UTF-16', async () => {
  const text = '{"text": "Grüße aus dem Hafen, weit weg von der Stadt."}\n';
  const [utf8, utf16] = await Promise.all(
    [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')].map(async (bytes) => {
      const { records, summary } = await check('a.jsonl', bytes);
      return { hash: recordHash(records[0]!), shape: summary.facts.shape.id };
    }),
  );
  assert.deepEqual(utf16, utf8);
});

test('texts cannot run into one another', () => {
  assert.notEqual(textHash(['ab', 'c']), textHash(['a', 'bc']));
  assert.notEqual(textHash(['']), textHash([]));
});

test('the baseline knows a record by what is not provenance', () => {
  const key = (json: string) => baselineKey('r', record(json), PATHS);
  const plain = key('{"text": "x", "id": 1}');
  for (const same of [
    '{"text": "x", "id": 1, "license": "MIT"}',
    '{"provenance": {"license": "MIT"}, "text": "x", "id": 1}',
    '{"text": "x", "id": 1, "metadata": {"provenance": {"a": 1}}}',
    '{"text": "x", "id": 1, "metadata": null, "note": ""}',
    '{ "text" : "x" , "id" : 1 }',
  ]) {
    assert.equal(key(same), plain, same);
  }
  for (const other of [
    '{"text": "y", "id": 1}',
    '{"text": "x", "id": 1.0}',
    '{"text": "x", "id": 1, "metadata": {"a": 1}}',
  ]) {
    assert.notEqual(key(other), plain, other);
  }
  assert.notEqual(baselineKey('other', record('{"text": "x", "id": 1}'), PATHS), plain);
});
