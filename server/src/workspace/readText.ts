import { readFileSync, statSync } from 'node:fs';

/** Largest file that is read whole besides datasets: cards, configurations, sidecars, baselines; in bytes. */
export const LARGEST_TEXT = 64 * 1024 * 1024;

/** Text of a regular file, without byte order mark; undefined where there is none, or it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST_TEXT) return undefined;
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}
