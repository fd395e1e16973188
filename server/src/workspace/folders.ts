import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder and those above it, up to the repository's root; without a repository, the folder and its parents. */
export function foldersUp(folder: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    folders.push(at);
    if (existsSync(join(at, '.git')) || dirname(at) === at) return folders;
  }
}

/** The same for many files: what the disk says of a folder is asked once. */
export class FolderChains {
  private readonly chains = new Map<string, readonly string[]>();

  clear(): void {
    this.chains.clear();
  }

  of(folder: string): readonly string[] {
    let chain = this.chains.get(folder);
    if (!chain) {
      chain = foldersUp(folder);
      this.chains.set(folder, chain);
    }
    return chain;
  }
}
