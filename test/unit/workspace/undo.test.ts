import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { digestOf, FileSink } from '../../../server/src/workspace/fileSink';
import { fileState, Rewrite } from '../../../server/src/workspace/rewrite';
import { ReversePatchWriter, reverse } from '../../../server/src/workspace/undo/reversePatch';
import { lastStep } from '../../../server/src/workspace/undo/steps';
import { takeBack } from '../../../server/src/workspace/undo/takeBack';
import { Transaction } from '../../../server/src/workspace/undo/transaction';
import { folderWith } from '../cli/runCli';

const replacements = fc.array(
  fc.record({ gap: fc.nat(40), removed: fc.nat(10), added: fc.uint8Array({ maxLength: 300 }) }),
  { maxLength: 12 },
);

test('a rewrite replaces spans and nothing else, and its patch leads back to every byte', (t) => {
  const folder = folderWith(t, {});
  let run = 0;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), replacements, (content, steps) => {
      const path = join(folder, `${run++}`);
      writeFileSync(path, content);
      const source = openSync(path, 'r');
      const sink = new FileSink(`${path}.new`);
      const patch = new ReversePatchWriter(`${path}.patch`);
      const rewrite = new Rewrite(source, sink, patch);
      const expected: Buffer[] = [];
      let at = 0;
      for (const { gap, removed, added } of steps) {
        const start = Math.min(at + gap, content.length);
        const end = Math.min(start + removed, content.length);
        rewrite.replace({ start, end }, Buffer.from(added));
        expected.push(Buffer.from(content.subarray(at, start)), Buffer.from(added));
        at = end;
      }
      const { before, after } = rewrite.finish();
      const whole = Buffer.concat([...expected, Buffer.from(content.subarray(at))]);
      assert.deepEqual(readFileSync(sink.path), whole);
      assert.deepEqual(before, digestOf(path));
      assert.deepEqual(after, digestOf(sink.path));
      const back = reverse(sink.path, `${path}.patch`, `${path}.old`, 0o600);
      assert.deepEqual(readFileSync(`${path}.old`), Buffer.from(content));
      assert.deepEqual(back, { now: after, before });
    }),
    { numRuns: 100 },
  );
});

test('a patch that was tampered with is refused, whatever it holds, and leaves nothing behind', (t) => {
  const folder = folderWith(t, { file: 'some bytes of a file' });
  let run = 0;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const patch = join(folder, `${run++}.patch`);
      const old = `${patch}.old`;
      writeFileSync(patch, bytes);
      try {
        reverse(join(folder, 'file'), patch, old, 0o600);
      } catch (error) {
        assert.match((error as Error).message, /what was kept to undo it/);
        assert.ok(!existsSync(old));
      }
    }),
    { numRuns: 300 },
  );
});

/** A transaction that changes `a`, replaces the first byte of `b`, and creates `c`. */
function prepared(folder: string): Transaction {
  const transaction = new Transaction('a test');
  for (const name of ['a', 'b']) {
    const path = join(folder, name);
    const { rewrite, finish } = transaction.rewrite(path, openSync(path, 'r'), fileState(path));
    rewrite.replace({ start: 0, end: 1 }, Buffer.from('new'));
    finish();
  }
  const { sink, finish } = transaction.create(join(folder, 'sub', 'c'));
  sink.write(Buffer.from('created'));
  finish();
  return transaction;
}

const state = (folder: string) =>
  ['a', 'b', 'sub/c'].map((name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null));

test('all files change at the commit, and are taken back together', (t) => {
  const folder = folderWith(t, { a: 'aaa', b: 'bbb', 'sub/d': '' });
  const transaction = prepared(folder);
  assert.deepEqual(state(folder), ['aaa', 'bbb', null]);
  transaction.commit();
  assert.deepEqual(state(folder), ['newaa', 'newbb', 'created']);
  const step = lastStep(folder, join(folder, 'b'))!;
  assert.deepEqual(
    step.files.map(({ path }) => path),
    ['a', 'b', 'sub/c'],
  );
  assert.deepEqual(takeBack(step), [
    { path: 'a', removed: false },
    { path: 'b', removed: false },
    { path: 'sub/c', removed: true },
  ]);
  assert.deepEqual(state(folder), ['aaa', 'bbb', null]);
  assert.equal(lastStep(folder), undefined);
  assert.deepEqual(readdirSync(join(folder, '.dataset-hygiene/undo')), ['.gitignore']);
});

test('a file that changed meanwhile: nothing is changed, and what was made is taken back', (t) => {
  const folder = folderWith(t, { a: 'aaa', b: 'bbb', 'sub/d': '' });
  const transaction = prepared(folder);
  writeFileSync(join(folder, 'b'), 'other');
  assert.throws(() => transaction.commit(), /b changed meanwhile/);
  assert.deepEqual(state(folder), ['aaa', 'other', null]);
  assert.deepEqual(readdirSync(folder).sort(), ['.dataset-hygiene', '.git', 'a', 'b', 'sub']);
  assert.equal(lastStep(folder), undefined);
});

test('killed between two files: undo takes back as far as it got, and clears away what was left', (t) => {
  const folder = folderWith(t, { a: 'aaa', b: 'bbb', 'sub/d': '' });
  prepared(folder).commit();
  const step = lastStep(folder)!;
  // As it is when `a` was put in its place and the others were not yet.
  const b = step.files[1]!;
  renameSync(join(folder, 'b'), join(folder, b.temporary));
  writeFileSync(join(folder, 'b'), 'bbb');
  renameSync(join(folder, 'sub/c'), join(folder, step.files[2]!.temporary));
  assert.deepEqual(state(folder), ['newaa', 'bbb', null]);
  assert.deepEqual(takeBack(step), [{ path: 'a', removed: false }]);
  assert.deepEqual(state(folder), ['aaa', 'bbb', null]);
  assert.deepEqual(readdirSync(folder).sort(), ['.dataset-hygiene', '.git', 'a', 'b', 'sub']);
  assert.deepEqual(readdirSync(join(folder, 'sub')), ['d']);
});

test('undo refuses when one file was changed since, and takes nothing back', (t) => {
  const folder = folderWith(t, { a: 'aaa', b: 'bbb', 'sub/d': '' });
  prepared(folder).commit();
  writeFileSync(join(folder, 'sub/c'), 'edited');
  assert.throws(() => takeBack(lastStep(folder)!), /sub\/c was changed since/);
  assert.deepEqual(state(folder), ['newaa', 'newbb', 'edited']);
  writeFileSync(join(folder, 'sub/c'), 'created');
  takeBack(lastStep(folder)!);
  assert.deepEqual(state(folder), ['aaa', 'bbb', null]);
});

test('the last 20 steps are kept', (t) => {
  const folder = folderWith(t, { a: 'a' });
  const path = join(folder, 'a');
  for (let i = 0; i < 23; i++) {
    const transaction = new Transaction(`step ${i}`);
    const { rewrite, finish } = transaction.rewrite(path, openSync(path, 'r'), fileState(path));
    rewrite.replace({ start: 0, end: 0 }, Buffer.from('+'));
    finish();
    transaction.commit();
  }
  const steps: string[] = [];
  for (let step = lastStep(folder); step; step = lastStep(folder)) {
    steps.push(step.what);
    takeBack(step);
  }
  assert.deepEqual(
    steps,
    Array.from({ length: 20 }, (_, i) => `step ${22 - i}`),
  );
  assert.equal(readFileSync(path, 'utf8'), '+++a');
});

test('a journal that came with a dataset reaches nothing outside it', (t) => {
  const outside = folderWith(t, { secret: 'mine' });
  const digest = digestOf(join(outside, 'secret'));
  const folder = folderWith(t, {});
  const step = join(folder, '.dataset-hygiene/undo/000001');
  mkdirSync(step, { recursive: true });
  symlinkSync(outside, join(folder, 'link'));
  symlinkSync(join(outside, 'secret'), join(folder, 'direct'));
  const journal = (path: string, temporary = '.x.1.tmp') =>
    writeFileSync(
      join(step, 'step.json'),
      JSON.stringify({
        version: 1,
        made: 'now',
        what: 'x',
        files: [{ path, before: null, after: digest, patch: null, temporary }],
      }),
    );
  for (const path of ['../secret', '/etc/passwd', 'a/../../secret', '', '.', 'a\\b', 'a\0b']) {
    journal(path);
    assert.throws(() => lastStep(folder), /is damaged/, path);
  }
  journal('x', 'link/secret');
  assert.throws(() => lastStep(folder), /is damaged/);
  for (const [path, temporary] of [
    ['link/secret', 'link/.x.1.tmp'],
    ['direct', '.x.1.tmp'],
  ] as const) {
    journal(path, temporary);
    assert.throws(() => takeBack(lastStep(folder)!), /leads elsewhere/, path);
  }
  assert.equal(readFileSync(join(outside, 'secret'), 'utf8'), 'mine');
});
