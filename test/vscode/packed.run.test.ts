import assert from 'node:assert/strict';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runInVsCode } from '../host/runTests';
import { emptyExtension, installPacked } from './packed';
import { answerASuspicion, markARecord } from './walkthrough';
import { copyOfExamples, root } from './workspaceCopy';

/** The same once more on what users get. No other extension is installed: none for CSV either. */
let extensionsDir = '';
let vsix = '';
let empty = '';

before(() => {
  ({ extensionsDir, vsix } = installPacked());
  empty = emptyExtension();
});

after(() => {
  for (const folder of [extensionsDir, empty]) rmSync(folder, { recursive: true, force: true });
});

test('the packed extension is small', () => {
  assert.ok(statSync(vsix).size < 2 * 1024 * 1024);
});

test('inside VS Code, packed and installed', async () => {
  const { folder, remove } = copyOfExamples();
  try {
    const testsPath = join(root, 'out/test/vscode/suite.js');
    const counts = await runInVsCode({
      extensionPath: empty,
      extensionsDir,
      testsPath,
      workspace: folder,
      timeoutMs: 300_000,
    });
    assert.equal(counts.failed, 0);
    assert.ok(counts.passed > 0);
  } finally {
    remove();
  }
});

test('through the user interface, packed and installed', () => markARecord('packed', { extensionsDir }));

test('answering a suspicion through the user interface, packed and installed', () =>
  answerASuspicion('packed', { extensionsDir }));
