import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeServer } from './codeServerInstall';
import { desktopCommand, hasDisplay } from './desktop';
import { cacheFolder, projectRoot } from './folders';
import { startServer } from './server';
import { writeUserSettings } from './settings';

/** What to show. */
export interface EditorOptions {
  folder: string;
  /** For the editor in a browser; 0 takes a free one. */
  port: number;
}

/** Opens `folder` in an editor with the extension loaded: the installed desktop VS Code, or one to open in a browser. */
export async function openEditor({ folder, port }: EditorOptions): Promise<void> {
  const shown = resolve(folder);
  if (!existsSync(shown)) throw new Error(`${shown} does not exist`);
  const code = process.env.DATASET_HYGIENE_VSCODE || (hasDisplay() ? desktopCommand() : undefined);
  if (code) openDesktop(code, shown);
  else await serve(shown, port);
}

function openDesktop(code: string, folder: string): void {
  const extension = `--extensionDevelopmentPath=${projectRoot()}`;
  console.log(`Opening ${folder} with ${code}`);
  // Windows starts a command file through a shell only, which needs its own quotes.
  const shell = process.platform === 'win32';
  const [command = code, ...args] = [code, extension, folder].map((word) => (shell ? `"${word}"` : word));
  spawn(command, args, { stdio: 'inherit', shell });
}

async function serve(folder: string, port: number): Promise<void> {
  const home = join(cacheFolder(), 'editor');
  const userDataDir = join(home, 'user-data');
  const extensionsDir = join(home, 'extensions');
  if (!existsSync(userDataDir)) writeUserSettings(userDataDir);
  linkExtension(extensionsDir);
  const server = await startServer(codeServer(), { userDataDir, extensionsDir, port });
  console.log(`Open ${server.url({ folder })}`);
  console.log('After a new build, reload the window. Ctrl+C ends the editor.');
  const code = await new Promise<number | null>((done) => server.process.once('exit', done));
  throw new Error(`code-server ended with code ${code}\n${server.output()}`);
}

/**
 * Installs the clone itself, so that a build shows after a reload. VS Code keeps a list of what is installed; without
 * the list it looks into the folder again, and finds the link.
 */
function linkExtension(extensionsDir: string): void {
  rmSync(extensionsDir, { recursive: true, force: true });
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(projectRoot(), join(extensionsDir, 'dataset-hygiene'), 'dir');
}
