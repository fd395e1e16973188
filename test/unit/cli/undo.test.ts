import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import type { BulkReport } from '../../../server/src/cli/bulkReport';
import { untilInterrupted } from '../../../server/src/cli/interruption';
import { Terminal } from '../../../server/src/cli/terminal';
import { bulkFix } from '../../../server/src/workspace/bulk/bulkFix';
import { Project } from '../../../server/src/workspace/project';
import { record } from './records';
import { folderWith, runCli } from './runCli';

const FIXABLE = record({ license: 'apache-2.0' });

test('undo takes the last step back, then the one before', (t) => {
  const folder = folderWith(t, { 'a.jsonl': FIXABLE, 'sub/b.jsonl': FIXABLE });
  const state = () => ['a.jsonl', 'sub/b.jsonl'].map((name) => readFileSync(join(folder, name), 'utf8'));
  const original = state();
  runCli(folder, 'fix', 'a.jsonl');
  const afterFirst = state();
  runCli(folder, 'fix', '--set', 'added=2024-01-01');
  const { code, stdout } = runCli(folder, 'undo');
  assert.equal(code, 0);
  assert.match(stdout, /^a\.jsonl: as it was\nsub\/b\.jsonl: as it was\nTook back: set added=2024-01-01 \(\d{4}-/);
  assert.deepEqual(state(), afterFirst);
  assert.match(runCli(join(folder, 'sub'), 'undo', '../a.jsonl').stdout, /^Took back: safe fixes|as it was/m);
  assert.deepEqual(state(), original);
  const nothing = runCli(folder, 'undo');
  assert.deepEqual([nothing.code, nothing.stderr], [2, 'There is nothing to take back here; name the file.\n']);
});

test('undo of a file takes back the last step that changed it, through a link too', (t) => {
  const folder = folderWith(t, { 'a.jsonl': FIXABLE, 'b.jsonl': FIXABLE });
  symlinkSync('a.jsonl', join(folder, 'link.jsonl'));
  runCli(folder, 'fix', 'link.jsonl');
  runCli(folder, 'fix', 'b.jsonl');
  assert.equal(runCli(folder, 'undo', 'link.jsonl').code, 0);
  assert.equal(readFileSync(join(folder, 'a.jsonl'), 'utf8'), FIXABLE);
  assert.notEqual(readFileSync(join(folder, 'b.jsonl'), 'utf8'), FIXABLE);
});

test('undo refuses a file that was changed since', (t) => {
  const folder = folderWith(t, { 'a.jsonl': FIXABLE });
  runCli(folder, 'fix');
  const fixed = readFileSync(join(folder, 'a.jsonl'), 'utf8');
  // As many bytes as before.
  const edited = fixed.replace('river', 'RIVER');
  writeFileSync(join(folder, 'a.jsonl'), edited);
  const { code, stderr } = runCli(folder, 'undo');
  assert.deepEqual([code, stderr], [2, 'Nothing was taken back: a.jsonl was changed since.\n']);
  assert.equal(readFileSync(join(folder, 'a.jsonl'), 'utf8'), edited);
});

test('a signal ends a bulk change with nothing changed', async (t) => {
  const folder = folderWith(t, { 'a.jsonl': FIXABLE.repeat(100), 'b.jsonl': FIXABLE });
  const names = readdirSync(folder);
  const project = new Project({ baseline: false });
  const targets = ['a.jsonl', 'b.jsonl'].map((name) => ({ path: join(folder, name), named: true }));
  const err = new PassThrough();
  const terminal = new Terminal(new PassThrough(), err, {});
  const report = { progress: () => undefined, change: () => undefined } as unknown as BulkReport;
  const result = await untilInterrupted(terminal, report, (run) =>
    bulkFix(
      project,
      targets,
      {},
      {
        ...run,
        turn: async (path, bytes) => {
          // With the second file: the first is ready to be put in its place.
          if (path.endsWith('b.jsonl')) process.emit('SIGINT');
          await run.turn!(path, bytes);
        },
      },
    ),
  );
  assert.equal(result, undefined);
  assert.ok(terminal.failed);
  assert.equal(String(err.read()), 'Interrupted: nothing was changed.\n');
  assert.equal(readFileSync(join(folder, 'a.jsonl'), 'utf8'), FIXABLE.repeat(100));
  assert.deepEqual(
    readdirSync(folder).filter((name) => name !== '.dataset-hygiene'),
    names,
  );
  assert.deepEqual(readdirSync(join(folder, '.dataset-hygiene/undo')), ['.gitignore']);
});
