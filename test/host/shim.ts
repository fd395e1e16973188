import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { listen, SOCKET, SUITE } from './channel';
import { type Session, startSession } from './codeServer';
import { codeServer } from './codeServerInstall';
import { temporaryFolder } from './folders';
import { parseShimArguments, type ShimArguments } from './shimArguments';
import { windowUrl } from './windowQuery';

const FAILED = 1;
const SERVER_ENDED = 70;
const PAGE_CRASHED = 71;
const LAST_WORDS_MS = 5_000;
const ORPHAN_CHECK_MS = 1_000;

/**
 * Stands in for the `code` executable: takes the flags `@vscode/test-electron` passes, runs the tests in code-server
 * and a headless Chromium, and ends with the run's exit code.
 */
async function main(argv: string[]): Promise<number> {
  const args = parseShimArguments(argv);
  if (args.withoutWindow) return commandLine(argv);
  endWithParent();
  return runWindow(args);
}

async function runWindow(args: ShimArguments): Promise<number> {
  const own = temporaryFolder();
  const channel = await listen(own.path);
  const session = await startSession({
    userDataDir: args.userDataDir,
    extensionsDir: args.extensionsDir,
    env: { [SOCKET]: channel.socket, [SUITE]: args.extensionTestsPath },
    testDriver: true,
  });
  try {
    const code = await exitCode(session, args);
    if (code !== 0 || !args.extensionTestsPath) return code;
    await Promise.race([channel.closed, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS).unref())]);
    return channel.passed() ? 0 : failure(FAILED, 'the extension host ended before the tests did');
  } finally {
    await session.stop();
    own.remove();
  }
}

/** Opens the window and resolves when VS Code, the server or the page ends. */
function exitCode({ server, page }: Session, args: ShimArguments): Promise<number> {
  return new Promise((resolve, reject) => {
    const serverEnded = () => resolve(failure(SERVER_ENDED, `code-server ended\n${server.output()}`));
    const done = (code: number) => {
      server.process.off('exit', serverEnded);
      resolve(code);
    };
    server.process.once('exit', serverEnded);
    page.once('crash', () => done(failure(PAGE_CRASHED, 'the page crashed')));
    const url = windowUrl(server, {
      target: args.target,
      extensionDevelopmentPaths: args.extensionDevelopmentPaths,
      extensionTestsPath: args.extensionTestsPath && join(__dirname, 'testWrap.js'),
    });
    page
      .exposeFunction('codeAutomationExit', done)
      .then(() => page.goto(url))
      .catch(reject);
  });
}

function commandLine(argv: string[]): number {
  const { node, entry } = codeServer();
  const own = temporaryFolder();
  // Flags of the desktop's window, which code-server refuses.
  const args = argv.filter((word) => !/^--(no-sandbox|disable-)/.test(word));
  const env = { ...process.env, XDG_DATA_HOME: own.path };
  const { status } = spawnSync(node, [entry, '--config', '/dev/null', ...args], { env, stdio: 'inherit' });
  own.remove();
  return status ?? FAILED;
}

function failure(code: number, why: string): number {
  console.error(`VS Code: ${why}`);
  return code;
}

/** Ends this process when the one that started it was killed without a chance to say so. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(FAILED), ORPHAN_CHECK_MS).unref();
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(FAILED);
  },
);
