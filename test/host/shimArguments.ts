import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `code` was asked for, as far as a test run needs it. */
export interface ShimArguments {
  extensionDevelopmentPaths: string[];
  extensionTestsPath?: string;
  userDataDir?: string;
  extensionsDir?: string;
  /** A folder, a file or a `.code-workspace` file to open. */
  target?: string;
  /** Asks for a list of extensions, an install or a version, and no window. */
  withoutWindow: boolean;
}

const WITH_VALUE = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'user-data-dir',
  'extensions-dir',
  'install-extension',
  'uninstall-extension',
  'folder-uri',
  'file-uri',
]);
const WITHOUT_WINDOW = ['version', 'install-extension', 'uninstall-extension', 'list-extensions'];

/** Reads the flags of `code`, as `--name=value` or `--name value`; unknown flags are passed over. */
export function parseShimArguments(argv: string[]): ShimArguments {
  const flags = new Map<string, string[]>();
  const targets: string[] = [];
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name) {
      const given = value ?? (WITH_VALUE.has(name) ? rest.shift() : undefined) ?? '';
      flags.set(name, [...(flags.get(name) ?? []), given]);
    } else if (!word.startsWith('-')) targets.push(word);
  }
  const paths = (name: string) => (flags.get(name) ?? []).map(toPath);
  return {
    extensionDevelopmentPaths: paths('extensionDevelopmentPath'),
    extensionTestsPath: paths('extensionTestsPath')[0],
    userDataDir: paths('user-data-dir')[0],
    extensionsDir: paths('extensions-dir')[0],
    target: [...targets.map(toPath), ...paths('folder-uri'), ...paths('file-uri')][0],
    withoutWindow: WITHOUT_WINDOW.some((name) => flags.has(name)),
  };
}

const toPath = (value: string) => (value.startsWith('file:') ? fileURLToPath(value) : resolve(value));
