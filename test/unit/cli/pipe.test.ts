import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { record } from './records';
import { CLI, folderWith } from './runCli';

test('a reader that leaves, as head does, is no reason to complain', async (t) => {
  const folder = folderWith(t, { 'data.jsonl': record({ license: 'apache-2.0' }).repeat(20_000) });
  for (const format of ['json', 'github', 'sarif']) {
    const child = spawn(process.execPath, [CLI, 'check', '--format', format], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(stderr, '', format);
    assert.equal(code, 2, format);
  }
});

test('a slow reader gets everything', async (t) => {
  const folder = folderWith(t, { 'data.jsonl': record({ license: 'apache-2.0' }).repeat(20_000) });
  const child = spawn(process.execPath, [CLI, 'check', '--format', 'json'], { cwd: folder });
  let lines = 0;
  for await (const chunk of child.stdout) {
    for (const byte of chunk) if (byte === 10) lines++;
    if (lines < 2000) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.equal(lines, 20_001);
});
