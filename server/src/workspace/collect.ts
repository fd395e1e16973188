import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describeError } from './describeError';
import { isNeverEntered } from './ignored';
import type { Project } from './project';

/** A file that was named, or found in a folder that was. */
export type Target = {
  /** Path to show: as it was given, or below the folder that was given; forward slashes. */
  shown: string;
  /** Absolute path. */
  path: string;
} & (
  | { kind: 'file'; bytes: number; named: boolean }
  /** A data file that is left out. */
  | { kind: 'skipped'; reason: string }
  /** Something that should have been read and cannot be. */
  | { kind: 'failed'; reason: string }
);

/**
 * Files at the given paths, sorted by the path to show, each once. A file that is named is taken as it is; in a folder
 * the project decides. Links in folders are not followed: they lead to files checked elsewhere, or out of the project.
 */
export function collect(given: readonly string[], project: Project): Target[] {
  const targets = new Map<string, Target>();
  const add = (target: Target) => {
    const known = targets.get(target.path);
    if (!known || (target.kind === 'file' && target.named)) targets.set(target.path, target);
  };
  for (const path of given) {
    const shown = slashed(path);
    const absolute = resolve(path);
    let stats: Stats;
    try {
      stats = statSync(absolute);
    } catch (error) {
      add({ kind: 'failed', shown, path: absolute, reason: describeError(error) });
      continue;
    }
    if (stats.isFile()) add({ kind: 'file', shown, path: absolute, bytes: stats.size, named: true });
    else if (stats.isDirectory()) walk(absolute, shown, project, add);
    else add({ kind: 'failed', shown, path: absolute, reason: `it is ${specialKind(stats)}, not a file` });
  }
  return [...targets.values()].sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
}

function walk(top: string, given: string, project: Project, add: (target: Target) => void): void {
  const folders = [{ path: top, shown: given === '.' ? '' : given.replace(/\/+$/, '') }];
  const prefix = (shown: string) => (shown === '' && given === '.' ? '' : `${shown}/`);
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.path, { withFileTypes: true });
    } catch (error) {
      add({ kind: 'failed', shown: folder.shown || given, path: folder.path, reason: describeError(error) });
      continue;
    }
    for (const entry of entries) {
      const at = { path: join(folder.path, entry.name), shown: prefix(folder.shown) + entry.name };
      if (entry.isDirectory()) {
        if (!isNeverEntered(entry.name)) folders.push(at);
      } else {
        const target = judge(entry, at, project);
        if (target) add(target);
      }
    }
  }
}

/** What becomes of something found in a folder; undefined for what is no data file. */
function judge(entry: Dirent, at: { path: string; shown: string }, project: Project): Target | undefined {
  if (entry.isSymbolicLink() && leadsToFolder(at.path)) {
    return isNeverEntered(entry.name) ? undefined : { ...at, kind: 'skipped', reason: 'symbolic link to a folder' };
  }
  const selection = project.select(at.path);
  if (!selection.checked) {
    return selection.isData ? { ...at, kind: 'skipped', reason: selection.why } : undefined;
  }
  if (entry.isSymbolicLink()) return { ...at, kind: 'skipped', reason: 'symbolic link' };
  try {
    const stats = statSync(at.path);
    if (stats.isFile()) return { ...at, kind: 'file', bytes: stats.size, named: false };
    return { ...at, kind: 'failed', reason: `it is ${specialKind(stats)}, not a file` };
  } catch (error) {
    return { ...at, kind: 'failed', reason: describeError(error) };
  }
}

function leadsToFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function specialKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

const slashed = (path: string) => (sep === '/' ? path : path.split(sep).join('/'));
