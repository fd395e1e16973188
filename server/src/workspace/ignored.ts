import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readText } from './readText';

/** Folders that are never looked into: packages, version control, our own state. */
const NEVER = new Set(['node_modules', '.git', '.hg', '.svn', '.dataset-hygiene', '.venv', '__pycache__']);

export function isNeverEntered(folder: string): boolean {
  return NEVER.has(folder);
}

/**
 * Whether git would ignore a path, by the `.gitignore` files between the project root and the path. No git process is
 * run, so this works in restricted workspaces too.
 */
export class IgnoreRules {
  private readonly cache = new Map<string, Ignore | undefined>();

  isIgnored(root: string, path: string): boolean {
    const parts = relative(root, path).split(sep);
    if (parts[0] === '..' || parts.length === 0) return false;
    if (parts.some(isNeverEntered)) return true;
    // A folder that is ignored takes everything below it along, whatever deeper files say.
    for (let depth = 1; depth <= parts.length; depth++) {
      const isFolder = depth < parts.length;
      if (this.ignoredAt(root, parts.slice(0, depth), isFolder)) return true;
    }
    return false;
  }

  clear(): void {
    this.cache.clear();
  }

  private ignoredAt(root: string, parts: string[], isFolder: boolean): boolean {
    let ignored = false;
    for (let level = 0; level < parts.length; level++) {
      const rules = this.rulesOf(join(root, ...parts.slice(0, level)));
      if (!rules) continue;
      const verdict = rules.test(parts.slice(level).join('/') + (isFolder ? '/' : ''));
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  }

  private rulesOf(folder: string): Ignore | undefined {
    if (!this.cache.has(folder)) {
      const text = readText(join(folder, '.gitignore'));
      this.cache.set(folder, text === undefined ? undefined : ignore().add(text));
    }
    return this.cache.get(folder);
  }
}
