import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atEnd } from './atEnd';
import { onPath, runCommand } from './command';
import { cacheFolder } from './folders';

/** An installed code-server. */
export interface CodeServer {
  /** The Node it runs on, which is newer than the project's. */
  node: string;
  /** Its main script. */
  entry: string;
}

const CODE_SERVER = '4.139.1';
const NODE = '24';
const CONTENT = `code-server ${CODE_SERVER}, node ${NODE}, silent log\n`;
const NPM_INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Takes the place of VS Code's log writer, which is compiled code: without it VS Code keeps no logs either, but says so
 * with a hundred lines in the middle of every test run.
 */
const SILENT_LOG = `const names = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'flush', 'drop'];
const settings = ['setLevel', 'setPattern', 'clearFormatters'];
const logger = Object.fromEntries([...names, ...settings].map((name) => [name, () => {}]));
exports.setFlushOn = () => {};
exports.createAsyncRotatingLogger = async () => logger;
`;

/** The code-server kept in the cache folder, if it was installed completely. */
export function cachedCodeServer(): CodeServer | undefined {
  const marker = markerIn(home());
  return existsSync(marker) && readFileSync(marker, 'utf8') === CONTENT ? inFolder(home()) : undefined;
}

/** The code-server kept in the cache folder; the first call installs it from npm. */
export function codeServer(): CodeServer {
  return cachedCodeServer() ?? install();
}

function install(): CodeServer {
  if (process.platform !== 'linux')
    throw new Error(`code-server is installed on Linux only, not on ${process.platform}`);
  if (!onPath('npm')) throw new Error('code-server is installed by npm, which is not on PATH');
  console.error(`Installing code-server ${CODE_SERVER} into ${home()} (about a minute, 700 MB, once) …`);
  mkdirSync(cacheFolder(), { recursive: true });
  const partial = mkdtempSync(join(cacheFolder(), '.installing-'));
  const discard = atEnd(() => rmSync(partial, { recursive: true, force: true }));
  try {
    fill(partial);
    adopt(partial);
  } finally {
    discard();
  }
  return inFolder(home());
}

function fill(folder: string): void {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const env = npmEnvironment(folder);
  runCommand('npm', [...NPM_INSTALL, `${nodePackage()}@${NODE}`], { cwd: folder, env });
  runCommand('npm', [...NPM_INSTALL, `code-server@${CODE_SERVER}`], { cwd: folder, env });
  // code-server would do this in its install script, which also compiles; nothing a test needs is compiled.
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  runCommand('npm', [...NPM_INSTALL, '--omit=dev'], { cwd: vscode, env });
  writeFileSync(join(vscode, 'node_modules/@vscode/spdlog/index.js'), SILENT_LOG);
  runCommand(inFolder(folder).node, [inFolder(folder).entry, '--version'], {
    cwd: folder,
    env: { ...env, XDG_DATA_HOME: folder },
  });
  writeFileSync(markerIn(folder), CONTENT);
}

/** Puts the finished folder in place. If another process was faster, its install is as good. */
function adopt(partial: string): void {
  if (cachedCodeServer()) return;
  rmSync(home(), { recursive: true, force: true });
  try {
    renameSync(partial, home());
  } catch (error) {
    if (!cachedCodeServer()) throw error;
  }
}

/** npm's environment without what an `npm run` around us says about its own project, and with the Node just installed. */
function npmEnvironment(folder: string): NodeJS.ProcessEnv {
  const outer = /^(npm_(package|lifecycle)_|npm_config_(local_prefix|prefix|nodedir)$|INIT_CWD$)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
  return { ...env, PATH: [join(folder, 'node_modules', nodePackage(), 'bin'), process.env.PATH].join(delimiter) };
}

function inFolder(folder: string): CodeServer {
  const modules = join(folder, 'node_modules');
  return { node: join(modules, nodePackage(), 'bin/node'), entry: join(modules, 'code-server/out/node/entry.js') };
}

const nodePackage = () => `node-linux-${process.arch}`;
const home = () => join(cacheFolder(), `code-server-${CODE_SERVER}`);
const markerIn = (folder: string) => join(folder, 'complete');
