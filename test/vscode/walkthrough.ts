import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../host/ui';
import { copyOfExamples, root } from './workspaceCopy';

/** Where the pictures of the last run are; ignored by git. */
export const SCREENSHOTS = join(root, 'out/screenshots');

/**
 * The main job through the user interface: open a dataset, see the squiggles, ask for quick fixes on a record with no
 * origin, choose one, save, and find exactly that record changed on disk.
 *
 * @param name prefix of the screenshots
 */
export async function markARecord(
  name: string,
  extension: { extensionDevelopmentPath?: string; extensionsDir?: string },
): Promise<void> {
  const { folder, remove } = copyOfExamples();
  const userSettings = { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };
  const workbench = await openWorkbench({ workspace: folder, screenshots: SCREENSHOTS, userSettings, ...extension });
  const { page } = workbench;
  const shot = (step: string) => workbench.screenshot(`${name}-${step}`);
  try {
    const before = readFileSync(join(folder, 'letters.jsonl'), 'utf8').split('\n');
    await workbench.openFile('letters.jsonl');
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000, state: 'attached' });
    await shot('1-squiggles');

    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').first().fill(':2:1');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: 'Ln 2, Col 1' }).waitFor();
    await page.keyboard.press('Control+.');
    const human = page.locator('.action-widget .monaco-list-row', { hasText: 'Mark as human' }).first();
    await human.waitFor();
    await shot('2-quick-fix');
    await human.click();
    await page.locator('.monaco-editor .view-lines', { hasText: 'digitalCreation' }).waitFor();
    await page.keyboard.press('Control+s');
    await until(() => readFileSync(join(folder, 'letters.jsonl'), 'utf8').split('\n')[1] !== before[1]);
    await shot('3-after-fix');

    const after = readFileSync(join(folder, 'letters.jsonl'), 'utf8').split('\n');
    assert.equal(JSON.parse(after[1]!).metadata.provenance.digital_source_type, 'digitalCreation');
    assert.deepEqual(
      after.filter((_, line) => line !== 1),
      before.filter((_, line) => line !== 1),
    );
  } catch (error) {
    await shot('error');
    throw error;
  } finally {
    await workbench.stop();
    remove();
  }
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('the file on disk did not change');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
