import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings by name, as in a `settings.json`. */
export type Settings = Record<string, unknown>;

const quiet: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves after a delay by default, and tests must see unsaved text.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.confirmBeforeClose': 'never',
  // In MB. A question in front of a large file would stop a test.
  'workbench.editorLargeFileConfirmation': 1024,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Writes the user settings of a VS Code that asks nothing and calls nobody; `own` come on top. */
export function writeUserSettings(userDataDir: string, own: Settings = {}): void {
  const folder = join(userDataDir, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify({ ...quiet, ...own }, undefined, 2)}\n`);
}
