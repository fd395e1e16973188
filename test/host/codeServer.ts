import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { temporaryFolder } from './folders';
import { browserHost } from './install';
import { type Server, startServer } from './server';
import { type Settings, writeUserSettings } from './settings';

/** A code-server and a headless Chromium with one empty page. */
export interface Session {
  server: Server;
  page: Page;
  stop(): Promise<void>;
}

/** What a session may share with others; by default nothing is kept. */
export interface SessionOptions {
  /** A folder whose settings are there already. */
  userDataDir?: string;
  extensionsDir?: string;
  /** On top of the tests' own; only without `userDataDir`. */
  userSettings?: Settings;
  env?: NodeJS.ProcessEnv;
  /** Needed to load an extension from its folder, and to run a suite. It also keeps notifications from popping up. */
  testDriver: boolean;
}

const VIEWPORT = { width: 1280, height: 800 };

/** Starts code-server and Chromium; both end with `stop()`, or with this process. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const host = browserHost();
  const own = temporaryFolder();
  let server: Server | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close().catch(() => undefined);
    await server?.stop();
    own.remove();
  };
  try {
    const userDataDir = options.userDataDir ?? join(own.path, 'user-data');
    if (!options.userDataDir) writeUserSettings(userDataDir, options.userSettings);
    const extensionsDir = options.extensionsDir ?? join(own.path, 'extensions');
    server = await startServer(host.codeServer, {
      userDataDir,
      extensionsDir,
      env: options.env,
      testDriver: options.testDriver,
    });
    browser = await launch(host.chromium);
    return { server, page: await browser.newPage({ viewport: VIEWPORT }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function launch(executablePath: string): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath,
      args: ['--disable-gpu'],
      // Signals end this process, and its end closes the browser: one order for all that runs.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new Error(`Chromium (${executablePath}) did not start: ${reason(error as Error)}`);
  }
}

/** Playwright's message without the command line, which is a screen long and comes twice. */
function reason({ message }: Error): string {
  const [said = ''] = message.split('Call log:');
  return said
    .split('\n')
    .filter((line) => line && !line.startsWith('<launching>'))
    .join('\n');
}
