import { existsSync, lstatSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digestOf, isSameDigest } from '../fileSink';
import { reverse } from './reversePatch';
import type { Step, StepFile } from './steps';

/**
 * Takes a step back: every file gets the bytes it had before, and what the step created is removed. A step that was
 * interrupted is taken back as far as it got.
 *
 * @returns the files that changed; their paths are relative to the step's root
 * @throws Error naming the file when one was changed since; nothing is taken back then
 */
export function takeBack(step: Step): { path: string; removed: boolean }[] {
  const { root, folder, files } = step;
  const made: { file: StepFile; old: string | undefined }[] = [];
  try {
    for (const file of files) {
      const path = pathIn(root, file.path);
      const now = existsSync(path) ? digestOf(path) : null;
      if (file.before === null ? now === null : now !== null && isSameDigest(now, file.before)) continue;
      if (now === null || !isSameDigest(now, file.after)) throw new Error(`${file.path} was changed since`);
      if (file.before === null) made.push({ file, old: undefined });
      else made.push({ file, old: oldVersion(path, join(folder, file.patch!), file) });
    }
  } catch (error) {
    for (const { old } of made) if (old) rmSync(old, { force: true });
    throw error;
  }
  for (const { file, old } of made) {
    if (old) renameSync(old, join(root, file.path));
    else rmSync(join(root, file.path));
  }
  for (const { temporary } of files) rmSync(join(root, temporary), { force: true });
  rmSync(folder, { recursive: true, force: true });
  return made.map(({ file, old }) => ({ path: file.path, removed: old === undefined }));
}

/** Writes the old version beside the file. */
function oldVersion(path: string, patch: string, { before }: StepFile): string {
  const old = join(dirname(path), `.${basename(path)}.${process.pid}.old.tmp`);
  const { before: written } = reverse(path, patch, old, lstatSync(path).mode & 0o777);
  if (before && isSameDigest(written, before)) return old;
  rmSync(old, { force: true });
  throw new Error('what was kept to undo it is damaged');
}

/** A path of a step, which must not lead out of its project. */
function pathIn(root: string, local: string): string {
  const path = join(root, local);
  const folder = existsSync(dirname(path)) ? realpathSync(dirname(path)) : undefined;
  const expected = join(realpathSync(root), dirname(local));
  const isPlain = !existsSync(path) || lstatSync(path).isFile();
  if (folder !== undefined && (folder !== expected || !isPlain)) throw new Error(`${local} leads elsewhere`);
  return path;
}
