import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LONG_PROSE } from '../../support/judge';
import { folderWith, jsonLines, runCli } from './runCli';

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: i, text: `${i}. ${LONG_PROSE}` })}\n`).join('');

test('score: an object a record', (t) => {
  const folder = folderWith(t, { 'a.jsonl': `${rows(2)}{"id": 2, "text": "Short."}\n` });
  const { code, stdout } = runCli(folder, 'score', 'a.jsonl', '--field', '/text');
  assert.equal(code, 0);
  const scored = jsonLines(stdout);
  assert.deepEqual(
    scored.map(({ row }) => row),
    [0, 1, 2],
  );
  for (const { words, score, reasons } of scored.slice(0, 2)) {
    assert.ok((words as number) > 40 && Number.isFinite(score) && Array.isArray(reasons));
  }
  assert.equal(scored[2]!.band, 'abstain');
});

test('explain: provenance, verdict and the words that weighed', (t) => {
  const folder = folderWith(t, { 'a.jsonl': rows(3) });
  const { code, stdout } = runCli(folder, 'explain', 'a.jsonl', '--row', '1');
  assert.equal(code, 0);
  assert.match(stdout, /log-odds; model of \d{4}-\d\d-\d\d/);
  assert.match(stdout, /for a machine: /);
  assert.equal(runCli(folder, 'explain', 'a.jsonl', '--row', '9').code, 2);
});

test('calibrate keeps figures only, and asks for enough texts', (t) => {
  const folder = folderWith(t, { 'few.jsonl': rows(10), 'many.jsonl': rows(60) });
  assert.equal(runCli(folder, 'calibrate', 'few.jsonl').code, 2);
  assert.ok(!existsSync(join(folder, '.dataset-hygiene/calibration.json')));
  assert.equal(runCli(folder, 'calibrate', 'many.jsonl').code, 0);
  const kept = readFileSync(join(folder, '.dataset-hygiene/calibration.json'), 'utf8');
  assert.equal(JSON.parse(kept).texts, 60);
  assert.doesNotMatch(kept, /ferry/);
});
