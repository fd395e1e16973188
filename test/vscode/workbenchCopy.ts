import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/ui';
import { copyOfExamples, root } from './workspaceCopy';

/** Where the pictures of the last run are; ignored by git. */
const SCREENSHOTS = join(root, 'out/screenshots');

/** The extension under test, from its folder or installed. */
export type Extension = Pick<WorkbenchOptions, 'extensionDevelopmentPath' | 'extensionsDir'>;

/** A window on a copy of the examples. */
export interface ExamplesWindow {
  workbench: Workbench;
  folder: string;
  /** Takes a picture. */
  shot(step: string): Promise<unknown>;
  /** Puts the cursor at a place of the open file; both count from 1. */
  goTo(line: number, column: number): Promise<void>;
  /** Opens the menu of quick fixes at the cursor and resolves with the entry of a title. */
  quickFix(title: string): Promise<Locator>;
}

/**
 * Opens VS Code on a copy of the examples for the time of a walkthrough, with a picture of how it ended if it fails.
 *
 * @param name prefix of the screenshots
 */
export async function inExamplesWindow(
  name: string,
  extension: Extension,
  walk: (window: ExamplesWindow) => Promise<void>,
): Promise<void> {
  const { folder, remove } = copyOfExamples();
  const userSettings = { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };
  const workbench = await openWorkbench({ workspace: folder, screenshots: SCREENSHOTS, userSettings, ...extension });
  const { page } = workbench;
  const shot = (step: string) => workbench.screenshot(`${name}-${step}`);
  const goTo = async (line: number, column: number) => {
    const box = page.locator('.quick-input-widget');
    await page.keyboard.press('Control+P');
    await box.locator('input').first().fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  };
  const quickFix = async (title: string) => {
    const entry = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    // The menu closes again when the editor moves under it: ask once more then, as a person would.
    for (let times = 0; times < 3; times++) {
      await page.keyboard.press('Control+.');
      if (await appears(entry)) return entry;
    }
    throw new Error(`no quick fix "${title}" in the menu`);
  };
  try {
    await walk({ workbench, folder, shot, goTo, quickFix });
  } catch (error) {
    await shot('error');
    throw error;
  } finally {
    await workbench.stop();
    remove();
  }
}

async function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

/** Resolves once a file on disk is as wanted. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('the file on disk did not change');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
