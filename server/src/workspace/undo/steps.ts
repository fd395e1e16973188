import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { STATE_FOLDER } from '../baselineFile';
import type { Digest } from '../fileSink';
import { foldersUp } from '../folders';
import { writeAtomic } from '../writeAtomic';

/** Steps that are kept in a project: so many, and no more bytes than this; the last one always. */
const KEPT_STEPS = 20;
const KEPT_BYTES = 256 * 1024 * 1024;
const JOURNAL = 'step.json';

/** One file of a step. Paths are relative to the project's root, with forward slashes. */
export interface StepFile {
  path: string;
  /** Null for a file that the step created. */
  before: Digest | null;
  after: Digest;
  /** Name, beside the journal, of the patch that leads back; null for a file that the step created. */
  patch: string | null;
  /** Path under which the new version was written before it took its place; left over when the program was killed. */
  temporary: string;
}

/** A bulk change that can be taken back as a whole. */
export interface Step {
  /** Folder that the paths are relative to. */
  root: string;
  /** Where the journal and the patches are. */
  folder: string;
  /** When it was made, RFC 3339. */
  made: string;
  /** What it was, in words. */
  what: string;
  files: readonly StepFile[];
}

const undoFolder = (root: string) => join(root, STATE_FOLDER, 'undo');

/** Makes the folder of the next step of a project. What is in there never belongs into version control. */
export function newStepFolder(root: string): string {
  const folder = undoFolder(root);
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeAtomic(ignore, '*\n');
  const last = stepNames(folder).at(-1);
  for (let number = Number(last ?? 0) + 1; ; number++) {
    const step = join(folder, String(number).padStart(6, '0'));
    try {
      mkdirSync(step);
      return step;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Writes the journal of a step; from now on it can be taken back, however far it got. */
export function writeJournal({ folder, made, what, files }: Step): void {
  writeAtomic(join(folder, JOURNAL), `${JSON.stringify({ version: 1, made, what, files }, null, 2)}\n`);
}

/** Forgets the oldest steps of a project beyond what is kept. */
export function forgetOldSteps(root: string): void {
  const folder = undoFolder(root);
  let bytes = 0;
  for (const [age, name] of stepNames(folder).reverse().entries()) {
    const step = join(folder, name);
    for (const file of readdirSync(step)) bytes += statSync(join(step, file)).size;
    if (age > 0 && (age >= KEPT_STEPS || bytes > KEPT_BYTES)) rmSync(step, { recursive: true, force: true });
  }
}

/**
 * The last step that was made in a project that a folder belongs to: its own, or one further up.
 *
 * @param file only a step that changed this file
 * @throws Error naming the journal when it is damaged
 */
export function lastStep(from: string, file?: string): Step | undefined {
  for (const root of foldersUp(from)) {
    const folder = undoFolder(root);
    for (const name of stepNames(folder).reverse()) {
      const step = readJournal(root, join(folder, name));
      if (step && (file === undefined || step.files.some(({ path }) => join(root, path) === file))) return step;
    }
  }
  return undefined;
}

function stepNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{6,}$/.test(name))
      .sort((a, b) => Number(a) - Number(b));
  } catch {
    return [];
  }
}

/** A step whose journal was never written changed nothing. */
function readJournal(root: string, folder: string): Step | undefined {
  const path = join(folder, JOURNAL);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { version, made, what, files } = JSON.parse(text);
    if (version !== 1 || typeof made !== 'string' || typeof what !== 'string' || !Array.isArray(files))
      throw new Error();
    if (!files.every(isStepFile)) throw new Error();
    return { root, folder, made, what, files };
  } catch {
    throw new Error(`${path} is damaged`);
  }
}

/** A journal may come with a dataset: it must not reach beyond its project. */
function isStepFile(value: unknown): value is StepFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path, before, after, patch, temporary } = value as Record<string, unknown>;
  return (
    isInside(path) &&
    isInside(temporary) &&
    dirname(temporary) === dirname(path) &&
    /(?:^|\/)\.[^/]+\.tmp$/.test(temporary) &&
    isDigest(after) &&
    (before === null ? patch === null : isDigest(before) && typeof patch === 'string' && /^\d+\.patch$/.test(patch))
  );
}

function isInside(path: unknown): path is string {
  if (typeof path !== 'string' || path.includes('\0') || path.includes('\\')) return false;
  const local = relative('/root', join('/root', path)).split(sep).join('/');
  return local === path && local !== '' && !local.startsWith('..');
}

function isDigest(value: unknown): value is Digest {
  if (typeof value !== 'object' || value === null) return false;
  const { size, sha256 } = value as Record<string, unknown>;
  return Number.isSafeInteger(size) && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}
