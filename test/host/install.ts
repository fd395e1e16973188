import { existsSync } from 'node:fs';
import { chromiumExecutable } from './chromium';
import { type CodeServer, codeServer } from './codeServerInstall';
import { onPath } from './command';
import { desktopCommand, desktopExecutable, downloadDesktop, hasDisplay } from './desktop';

/** A VS Code the tests can run in. */
export type Host = { kind: 'desktop'; executable: string } | ({ kind: 'code-server' } & BrowserHost);

/** VS Code in a browser. */
export interface BrowserHost {
  codeServer: CodeServer;
  chromium: string;
}

/**
 * Finds a VS Code, or installs one: the one named by `DATASET_HYGIENE_VSCODE`, the installed desktop one, a downloaded
 * desktop one, code-server with Chromium. Desktop needs a display. Rejects with what to install if none can be had.
 */
export async function findHost(): Promise<Host> {
  const named = process.env.DATASET_HYGIENE_VSCODE;
  if (named) return { kind: 'desktop', executable: namedExecutable(named) };
  const { executable, problem } = await findDesktop();
  if (executable) return { kind: 'desktop', executable };
  try {
    return { kind: 'code-server', ...browserHost() };
  } catch (error) {
    throw new Error(
      [
        'There is no VS Code to test in. Install one of these:',
        '- desktop VS Code with `code` on PATH and a display (on Linux without one: `xvfb-run npm test`), or name its executable by DATASET_HYGIENE_VSCODE',
        '- on Linux: Chromium on PATH, and access to an npm registry for code-server',
        `Desktop VS Code: ${problem}.`,
        `code-server: ${(error as Error).message}`,
      ].join('\n'),
    );
  }
}

/** VS Code in a browser, installed where needed. Throws an error that says what is missing. */
export function browserHost(): BrowserHost {
  return { chromium: chromiumExecutable(), codeServer: codeServer() };
}

function namedExecutable(named: string): string {
  const command = existsSync(named) ? named : onPath(named);
  if (!command) throw new Error(`DATASET_HYGIENE_VSCODE names ${named}, which does not exist`);
  return desktopExecutable(command) ?? command;
}

async function findDesktop(): Promise<{ executable?: string; problem?: string }> {
  if (!hasDisplay()) return { problem: 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)' };
  const command = desktopCommand();
  if (command) return { executable: desktopExecutable(command) };
  try {
    return { executable: await downloadDesktop() };
  } catch (error) {
    return {
      problem: `\`code\` is not on PATH, and the download failed (${error instanceof Error ? error.message : error})`,
    };
  }
}
