import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInVsCode } from '../host/runTests';
import { answerASuspicion, markARecord } from './walkthrough';
import { copyOfExamples, root } from './workspaceCopy';

test('inside VS Code, from the source folder', async () => {
  const { folder, remove } = copyOfExamples();
  try {
    const testsPath = join(root, 'out/test/vscode/suite.js');
    const counts = await runInVsCode({ extensionPath: root, testsPath, workspace: folder, timeoutMs: 300_000 });
    assert.equal(counts.failed, 0);
    assert.ok(counts.passed > 0);
  } finally {
    remove();
  }
});

test('through the user interface, from the source folder', () =>
  markARecord('development', { extensionDevelopmentPath: root }));

test('answering a suspicion through the user interface, from the source folder', () =>
  answerASuspicion('development', { extensionDevelopmentPath: root }));
