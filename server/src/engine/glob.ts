import { Minimatch } from 'minimatch';

/** Longest pattern that is tried; longer ones match nothing and are reported where the configuration is read. */
export const MAX_GLOB_LENGTH = 1000;

/** A path from the folder of the pattern (after `./`, or with a slash), without anything that means more than itself. */
const EXACT =
  /^(?:\.\/|(?=[^/]+\/))[^/*?[\]{}()!+@\\.][^/*?[\]{}()!+@\\]*(?:\/[^/*?[\]{}()!+@\\.][^/*?[\]{}()!+@\\]*)*$/;

const compiled = new Map<string, Minimatch>();

/**
 * Whether a path, relative with forward slashes, matches a glob. Patterns come from files that anyone may have written:
 * their length and the number of alternatives they expand to are bounded. A pattern without a slash matches in any folder;
 * `./name` only in the folder the pattern is relative to.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  if (pattern.length > MAX_GLOB_LENGTH) return false;
  // The exact files that a description lists may be thousands, more than are worth compiling.
  if (EXACT.test(pattern)) return path === (pattern.startsWith('./') ? pattern.slice(2) : pattern);
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
