import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startSession } from './codeServer';
import { codeServer } from './codeServerInstall';
import { temporaryFolder } from './folders';
import type { Settings } from './settings';
import { windowUrl } from './windowQuery';

/** What a UI test opens. */
export interface WorkbenchOptions {
  /** A folder, a file or a `.code-workspace` file. It is opened itself: give a copy if the test saves. */
  workspace: string;
  /** Loads the extension from its folder. Its notifications then go to the bell without popping up. */
  extensionDevelopmentPath?: string;
  /** Loads the extensions installed there, for instance by `installVsix`. */
  extensionsDir?: string;
  /** On top of the tests' own. */
  userSettings?: Settings;
  /** Where screenshots go. */
  screenshots: string;
}

/** A window of VS Code in a headless browser. */
export interface Workbench {
  page: Page;
  /** Writes `<screenshots>/<name>.png` and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Opens a file of the workspace by its path and waits for its text. */
  openFile(path: string): Promise<Locator>;
  /** Runs a command by its full title in the command palette. */
  runCommand(title: string): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;
const STEP_MS = 15_000;

/** Opens VS Code in a headless Chromium, 1280×800, and resolves when its window is there to be used. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { extensionsDir, userSettings, screenshots, workspace, extensionDevelopmentPath } = options;
  mkdirSync(screenshots, { recursive: true });
  const { page, server, stop } = await startSession({
    extensionsDir,
    userSettings,
    testDriver: extensionDevelopmentPath !== undefined,
  });
  page.setDefaultTimeout(STEP_MS);
  const screenshot = async (name: string) => {
    const path = join(screenshots, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    return path;
  };
  try {
    const extensionDevelopmentPaths = extensionDevelopmentPath ? [extensionDevelopmentPath] : [];
    await page.goto(windowUrl(server, { target: workspace, extensionDevelopmentPaths }));
    await ready(page);
  } catch (error) {
    await screenshot('not-ready').catch(() => undefined);
    await stop();
    throw error;
  }
  return {
    page,
    screenshot,
    stop,
    openFile: (path) => openFile(page, path),
    runCommand: (title) => runCommand(page, title),
  };
}

/** Installs a packed extension, as a user would, where `openWorkbench` and `runInVsCode` can be told to look. */
export function installVsix(vsixPath: string, extensionsDir: string): void {
  const { node, entry } = codeServer();
  const own = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(
    node,
    [
      ...[entry, '--config', '/dev/null', '--user-data-dir', own.path],
      ...['--extensions-dir', extensionsDir, '--install-extension', vsixPath],
    ],
    { encoding: 'utf8', env: { ...process.env, XDG_DATA_HOME: own.path } },
  );
  own.remove();
  if (status !== 0) throw new Error(`${vsixPath} could not be installed (code ${status})\n${stdout}${stderr}`);
}

async function ready(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: READY_MS });
  await page
    .locator('.explorer-folders-view .monaco-list-row, .monaco-editor, .editor-group-watermark')
    .first()
    .waitFor({ timeout: READY_MS });
}

async function openFile(page: Page, path: string): Promise<Locator> {
  await pick(page, 'Control+P', path, basename(path));
  await page.locator('.tab.active', { hasText: basename(path) }).waitFor();
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  await editor.locator('.view-line').first().waitFor();
  return editor;
}

async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, 'F1', `>${title}`, title);
}

/** Types into the box that `key` opens and takes the first entry once it is the wanted one. */
async function pick(page: Page, key: string, text: string, wanted: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await page.keyboard.press(key);
  await box.locator('input').first().fill(text);
  await box.locator('.monaco-list-row', { hasText: wanted }).first().click();
  await box.waitFor({ state: 'hidden' });
}
