import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInVsCode } from '../host/runTests';
import { copyOfExamples, root } from './workspaceCopy';

test('inside VS Code, from the source folder', async () => {
  const { folder, remove } = copyOfExamples();
  try {
    const testsPath = join(root, 'out/test/vscode/suite.js');
    const { passed, failed } = await runInVsCode({ extensionPath: root, testsPath, workspace: folder });
    assert.equal(failed, 0);
    assert.ok(passed > 0);
  } finally {
    remove();
  }
});
