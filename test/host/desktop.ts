import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { onPath } from './command';
import { cacheFolder } from './folders';

const DOWNLOAD_SILENCE_MS = 15_000;

/** Whether a window could be opened here. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The `code` command of an installed desktop VS Code. */
export function desktopCommand(): string | undefined {
  const command = process.platform === 'win32' ? onPath('code.cmd') : onPath('code');
  return command && desktopExecutable(command) ? command : undefined;
}

/**
 * The program behind a `code` command. The command itself starts VS Code and ends at once, so that a test run could
 * not see how it went. Undefined for a `code` that is something else, for instance the one of a remote window.
 */
export function desktopExecutable(command: string): string | undefined {
  const bin = dirname(realpathSync(command));
  const candidates: Partial<Record<NodeJS.Platform, string[]>> = {
    win32: ['../Code.exe'],
    darwin: ['../../../MacOS/Code', '../../../MacOS/Electron'],
  };
  return (candidates[process.platform] ?? ['../code'])
    .map((path) => resolve(bin, path))
    .find((path) => existsSync(path));
}

/** Downloads desktop VS Code, or takes an earlier download; rejects where its server does not answer. */
export async function downloadDesktop(): Promise<string> {
  const cachePath = join(cacheFolder(), 'desktop');
  mkdirSync(cachePath, { recursive: true });
  return downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout: DOWNLOAD_SILENCE_MS });
}
