import { Minimatch } from 'minimatch';

/** Longest pattern that is tried; longer ones match nothing and are reported where the configuration is read. */
export const MAX_GLOB_LENGTH = 1000;

const compiled = new Map<string, Minimatch>();

/**
 * Whether a path, relative with forward slashes, matches a glob. Patterns come from files that anyone may have written:
 * their length and the number of alternatives they expand to are bounded. A pattern without a slash matches in any folder;
 * `./name` only in the folder the pattern is relative to.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  if (pattern.length > MAX_GLOB_LENGTH) return false;
  let glob = compiled.get(pattern);
  if (!glob) {
    if (compiled.size > 1000) compiled.clear();
    const options = {
      dot: true,
      matchBase: !pattern.startsWith('./'),
      nocomment: true,
      nonegate: true,
      braceExpandMax: 1000,
    };
    glob = new Minimatch(pattern.replace(/^\.\//, ''), options);
    compiled.set(pattern, glob);
  }
  return glob.match(path);
}

export function matchesAny(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern));
}
