import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Server } from './server';

/** What a window of VS Code in a browser shows and loads. */
export interface Window {
  /** A folder, a file or a `.code-workspace` file; nothing opens an empty window. */
  target?: string;
  extensionDevelopmentPaths?: string[];
  extensionTestsPath?: string;
}

/** The window's address. */
export function windowUrl(server: Server, window: Window): string {
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  for (const path of window.extensionDevelopmentPaths ?? [])
    payload.push(['extensionDevelopmentPath', server.remote(path)]);
  if (window.extensionTestsPath) payload.push(['extensionTestsPath', server.remote(window.extensionTestsPath)]);
  const kind = kindOf(window.target);
  if (kind === 'openFile') payload.push(['openFile', server.remote(window.target!)]);
  const inFolder = kind === 'folder' || kind === 'workspace';
  const shown: Record<string, string> = inFolder ? { [kind]: resolve(window.target!) } : { ew: 'true' };
  return server.url({ ...shown, payload: JSON.stringify(payload) });
}

function kindOf(target?: string): 'ew' | 'folder' | 'workspace' | 'openFile' {
  if (!target) return 'ew';
  if (!existsSync(target)) throw new Error(`${target} does not exist`);
  if (!statSync(target).isFile()) return 'folder';
  return target.endsWith('.code-workspace') ? 'workspace' : 'openFile';
}
