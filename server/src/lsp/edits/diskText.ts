import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';

/** Editors do not open larger files for extensions. */
const MAX_BYTES = 64 * 1024 * 1024;
const LF = 10;
const CR = 13;

const known = new Map<string, { stamp: string; survives: boolean }>();

/**
 * Whether the file on disk comes through an editor unchanged but for the edits made in it. One with several kinds of
 * line ends, or bytes that are not UTF-8, does not: opening and saving it rewrites every line.
 */
export function survivesEditor(path: string): boolean {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch {
    return true;
  }
  if (!stats.isFile() || stats.size > MAX_BYTES) return true;
  const stamp = `${stats.mtimeMs} ${stats.size}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.survives;
  const survives = isUniform(path);
  if (known.size > 1000) known.clear();
  known.set(path, { stamp, survives });
  return survives;
}

function isUniform(path: string): boolean {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return true;
  }
  // A byte order mark tells the editor that it is UTF-16: it is written back as it was.
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || (isUtf8(bytes) && !hasMixedLineEnds(bytes));
}

function hasMixedLineEnds(bytes: Buffer): boolean {
  let crlf = false;
  for (let cr = bytes.indexOf(CR); cr >= 0; cr = bytes.indexOf(CR, cr + 1)) {
    if (bytes[cr + 1] !== LF) return true;
    crlf = true;
  }
  if (!crlf) return false;
  for (let lf = bytes.indexOf(LF); lf >= 0; lf = bytes.indexOf(LF, lf + 1)) if (bytes[lf - 1] !== CR) return true;
  return false;
}
