import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { projectRoot, temporaryFolder } from './folders';
import { findHost } from './install';
import { type Counts, parseSummary, REPORT } from './report';
import { type Settings, writeUserSettings } from './settings';

/** A run of one suite in one window. */
export interface RunOptions {
  /** The extension's folder: the one with its package.json. */
  extensionPath: string;
  /** A bundled script that exports the `run` of `suite.ts`. */
  testsPath: string;
  /** A folder or a `.code-workspace` file. It is opened itself: give a copy if the suite writes. */
  workspace: string;
  /** Extensions installed beforehand; none by default. */
  extensionsDir?: string;
  /** On top of the tests' own. */
  userSettings?: Settings;
  timeoutMs: number;
}

const INTERRUPTED = 130;
const FORCE_AFTER_MS = 10_000;

/**
 * Runs a suite inside VS Code and resolves with its counts, also when tests failed. Rejects when VS Code ended without
 * the suite's counts, when it ended badly after a good suite, and when it took too long.
 */
export async function runInVsCode(options: RunOptions): Promise<Counts> {
  const vscodeExecutablePath = await executable();
  // SIGINT is left to test-electron: it ends VS Code first, then this process.
  const own = temporaryFolder(['SIGTERM', 'SIGHUP']);
  const userDataDir = join(own.path, 'user-data');
  const report = join(own.path, 'report');
  writeUserSettings(userDataDir, options.userSettings);
  const limit = timeLimit(options.timeoutMs);
  try {
    const run = runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: options.extensionPath,
      extensionTestsPath: options.testsPath,
      extensionTestsEnv: { [REPORT]: report },
      launchArgs: [
        options.workspace,
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${options.extensionsDir ?? join(own.path, 'extensions')}`,
      ],
    });
    const problem: unknown = await run.then(
      () => undefined,
      (error) => error,
    );
    // Whoever pressed Ctrl+C wants no further test either.
    if (limit.interrupted()) process.exit(INTERRUPTED);
    if (limit.passed()) throw new Error(`VS Code was ended: the suite took more than ${options.timeoutMs / 1000} s`);
    const counts = existsSync(report) ? parseSummary(readFileSync(report, 'utf8')) : undefined;
    if (!counts) throw new Error('VS Code ended before the suite did', { cause: problem });
    if (problem && counts.failed === 0) throw problem;
    return counts;
  } finally {
    limit.clear();
    own.remove();
  }
}

async function executable(): Promise<string> {
  const host = await findHost();
  if (host.kind === 'desktop') return host.executable;
  const shim = join(projectRoot(), 'out/test/host/shim.js');
  if (!existsSync(shim)) throw new Error(`${shim} is missing: build the tests first`);
  return shim;
}

interface TimeLimit {
  passed(): boolean;
  /** Whether Ctrl+C was pressed before. */
  interrupted(): boolean;
  clear(): void;
}

/** Ends VS Code after `ms` the one way test-electron offers: as if Ctrl+C had been pressed, twice if once is not enough. */
function timeLimit(ms: number): TimeLimit {
  let passed = false;
  let interrupted = false;
  const listener = () => {
    interrupted = !passed;
  };
  process.on('SIGINT', listener);
  const interrupt = () => process.emit('SIGINT');
  let timer = setTimeout(() => {
    passed = true;
    timer = setTimeout(interrupt, FORCE_AFTER_MS);
    interrupt();
  }, ms);
  return {
    passed: () => passed,
    interrupted: () => interrupted,
    clear: () => {
      clearTimeout(timer);
      process.off('SIGINT', listener);
    },
  };
}
