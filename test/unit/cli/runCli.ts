import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';

/** The bundled command line. */
export const CLI = resolve(process.env.DATASET_HYGIENE_CLI ?? 'dist/cli.js');

/** Fixtures, by their place from the root of the repository, where tests are run. */
export const FIXTURES = resolve('test/fixtures/cli');

/** How a run ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line in a folder and waits for its end. */
export function runCli(folder: string, ...args: string[]): Ended {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: 120_000,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** What a run printed as JSON, an object a line. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** A folder that is a repository of its own, with these files; removed after the test. */
export function folderWith(t: TestContext, files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-hygiene-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.git'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Such a folder with copies of fixtures: what the repository's own configuration says must not reach them. */
export function folderOfFixtures(t: TestContext, ...names: string[]): string {
  const folder = folderWith(t, {});
  for (const name of names) cpSync(join(FIXTURES, name), join(folder, name));
  return folder;
}
