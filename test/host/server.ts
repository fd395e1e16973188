import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { atEnd } from './atEnd';
import type { CodeServer } from './codeServerInstall';
import { temporaryFolder } from './folders';

/** A running code-server, reachable from this machine only. */
export interface Server {
  process: ChildProcess;
  /** The address of a window: query parameters by name. */
  url(query: Record<string, string>): string;
  /** How the workbench in the browser names a path on this machine. */
  remote(path: string): string;
  /** What the server wrote so far. */
  output(): string;
  stop(): Promise<void>;
}

/** How to start code-server. */
export interface ServerOptions {
  userDataDir: string;
  extensionsDir: string;
  /** 0, the default, takes a free one. */
  port?: number;
  env?: NodeJS.ProcessEnv;
  /** Makes the workbench take an extension, and tests, from the window's address. */
  testDriver?: boolean;
}

const START_MS = 60_000;
const STOP_MS = 5_000;
const LISTENING = /HTTP server listening on http:\/\/(127\.0\.0\.1:\d+)/;

/** Starts code-server and resolves when it listens. It ends with `stop()`, or with this process. */
export async function startServer({ node, entry }: CodeServer, options: ServerOptions): Promise<Server> {
  for (const folder of [options.userDataDir, options.extensionsDir]) mkdirSync(folder, { recursive: true });
  const own = temporaryFolder();
  const child = spawn(node, [entry, ...serverArguments(own.path, options)], {
    cwd: own.path,
    // Its own process group: extension hosts and terminals then end with it.
    detached: true,
    env: serverEnvironment(own.path, options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = atEnd(() => signalGroup(child, 'SIGKILL'));
  const end = () => {
    kill();
    own.remove();
  };
  const output = capture(child);
  try {
    const authority = await listening(child, output);
    return {
      process: child,
      url: (query) => `http://${authority}/?${new URLSearchParams(query)}`,
      remote: (path) => `vscode-remote://${authority}${resolve(path).split('/').map(encodeURIComponent).join('/')}`,
      output,
      stop: async () => {
        await stopped(child);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function serverArguments(own: string, { userDataDir, extensionsDir, port = 0, testDriver }: ServerOptions): string[] {
  // Without a config file of its own, code-server writes one under the home directory.
  const config = join(own, 'config.yaml');
  writeFileSync(config, '');
  return [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--config', config],
    ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    ...['--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened'],
    ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

function serverEnvironment(own: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, XDG_DATA_HOME: own, TMPDIR: own, ...more };
  // In a terminal of VS Code this one makes code-server open files in that VS Code instead of starting.
  delete env.VSCODE_IPC_HOOK_CLI;
  delete env.PORT;
  return env;
}

function capture(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (process.env.DATASET_HYGIENE_VERBOSE) process.stderr.write(part);
    });
  }
  return () => text;
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => settle(() => reject(new Error(`code-server ${why}\n${output()}`)));
    const look = () => {
      const authority = LISTENING.exec(output())?.[1];
      if (authority) settle(() => resolve(authority));
    };
    const ended = () => fail('ended while starting');
    const broken = (error: Error) => fail(`did not start: ${error.message}`);
    const timer = setTimeout(() => fail(`did not listen within ${START_MS / 1000} s`), START_MS);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      child.off('exit', ended).off('error', broken);
      then();
    };
    child.stdout?.on('data', look);
    child.on('exit', ended).on('error', broken);
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, STOP_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    signalGroup(child, 'SIGTERM');
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
