import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder and those above it, up to the repository's root; without a repository, the folder and its parents. */
export function foldersUp(folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    folders.push(at);
    if (existsSync(join(at, '.git')) || dirname(at) === at) return folders;
  }
}
