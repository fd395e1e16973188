import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Digest, FileSink } from '../fileSink';
import { Project } from '../project';
import { fileState, Rewrite } from '../rewrite';
import { ReversePatchWriter } from './reversePatch';
import { forgetOldSteps, newStepFolder, type Step, type StepFile, writeJournal } from './steps';
import { takeBack } from './takeBack';

/** A new version of a file, or a new file, that waits for its commit. */
interface Staged {
  path: string;
  root: string;
  sink: FileSink;
  patch: { name: string; writer: ReversePatchWriter } | undefined;
  /** State of the file that the new version was made from; undefined for a file that is created. */
  state: string | undefined;
  digests: { before: Digest | null; after: Digest } | undefined;
}

/** A new version that is being written. */
export interface Begun {
  rewrite: Rewrite;
  /** Where it stands until the commit. */
  temporary: string;
  /** It is complete. */
  finish(): void;
}

/**
 * Changes of several files that are made together. New versions are written beside the files; `commit` writes a journal
 * and then puts them in their places. Until then nothing has changed, and afterwards the whole step can be taken back:
 * also when the program was killed in between.
 */
export class Transaction {
  private readonly staged: Staged[] = [];
  private readonly scratches: FileSink[] = [];
  /** Folder of the step by project root. */
  private readonly folders = new Map<string, string>();
  private readonly roots = new Project({ baseline: false });
  private readonly atExit = () => this.discard();

  /** @param what the step in words, for whoever takes it back */
  constructor(private readonly what: string) {
    process.once('exit', this.atExit);
  }

  /**
   * Begins a new version of a file.
   *
   * @param path the file itself, no link to it
   * @param source the file, open for reading for as long as the version is written
   * @param state of the file when it was looked at, from {@link fileState}
   * @param out a new file for the new version, which leaves the file as it is
   * @returns what writes it; `finish` must be called before the commit
   */
  rewrite(path: string, source: number, state: string, out?: string): Begun {
    const staged = out === undefined ? this.stage(path, state) : this.stage(out, undefined);
    const { sink, patch } = staged;
    const rewrite = new Rewrite(source, sink, patch?.writer);
    return {
      rewrite,
      temporary: sink.path,
      finish: () => {
        const { before, after } = rewrite.finish();
        staged.digests = { before: out === undefined ? before : null, after };
        assertUnchanged(path, state);
      },
    };
  }

  /** Begins a new file in a folder that is there; `finish` must be called before the commit. */
  create(path: string): { sink: FileSink; finish(): void } {
    const staged = this.stage(path, undefined);
    return {
      sink: staged.sink,
      finish: () => {
        staged.digests = { before: null, after: staged.sink.finish() };
      },
    };
  }

  /** A file for what is needed until the commit, in the folder of the step. */
  scratch(path: string): FileSink {
    const folder = this.folderOf(rootOf(path, this.roots));
    const sink = new FileSink(join(folder, `${this.scratches.length}.scratch`));
    this.scratches.push(sink);
    return sink;
  }

  get isEmpty(): boolean {
    return this.staged.length === 0;
  }

  /**
   * Makes all changes.
   *
   * @throws Error when a file changed since it was read, or cannot be replaced; everything is then as it was
   */
  commit(): void {
    const steps = this.journals();
    this.attempt(steps, () => {
      for (const { path, state } of this.staged) assertUnchanged(path, state);
      for (const step of steps) writeJournal(step);
    });
    const done = new Set<string>();
    this.attempt(
      steps,
      () => {
        for (const { path, sink, state } of this.staged) {
          assertUnchanged(path, state);
          renameSync(sink.path, path);
          done.add(path);
        }
      },
      done,
    );
    for (const scratch of this.scratches) scratch.discard();
    for (const { root } of steps) forgetOldSteps(root);
    this.forget();
  }

  /** Leaves everything as it was. */
  discard(): void {
    for (const scratch of this.scratches) scratch.discard();
    for (const { sink, patch } of this.staged) {
      sink.discard();
      patch?.writer.discard();
    }
    for (const folder of this.folders.values()) rmSync(folder, { recursive: true, force: true });
    this.forget();
  }

  /** Does a part of the commit; where it fails, what was done of it is taken back. */
  private attempt(steps: readonly Step[], work: () => void, done: ReadonlySet<string> = new Set()): void {
    try {
      work();
    } catch (error) {
      for (const step of steps) {
        takeBack({ ...step, files: step.files.filter(({ path }) => done.has(join(step.root, path))) });
      }
      this.discard();
      throw error;
    }
  }

  private forget(): void {
    process.off('exit', this.atExit);
    this.staged.length = 0;
    this.scratches.length = 0;
    this.folders.clear();
  }

  private stage(path: string, state: string | undefined): Staged {
    if (state === undefined && existsSync(path)) throw new Error('there is such a file already');
    if (this.staged.some((other) => other.path === path)) throw new Error('it is to be changed twice');
    const root = rootOf(path, this.roots);
    const folder = this.folderOf(root);
    const sink = new FileSink(
      join(dirname(path), `.${basename(path)}.${process.pid}.tmp`),
      state === undefined ? undefined : statSync(path).mode & 0o777,
    );
    const name = `${this.staged.length}.patch`;
    const staged: Staged = { path, root, sink, patch: undefined, state, digests: undefined };
    this.staged.push(staged);
    if (state !== undefined) staged.patch = { name, writer: new ReversePatchWriter(join(folder, name)) };
    return staged;
  }

  private folderOf(root: string): string {
    let folder = this.folders.get(root);
    if (!folder) {
      folder = newStepFolder(root);
      this.folders.set(root, folder);
    }
    return folder;
  }

  private journals(): Step[] {
    const made = new Date().toISOString();
    return [...this.folders].map(([root, folder]) => ({
      root,
      folder,
      made,
      what: this.what,
      files: this.staged.filter((staged) => staged.root === root).map(stepFile),
    }));
  }
}

function stepFile({ path, root, sink, patch, digests }: Staged): StepFile {
  const local = (file: string) => relative(root, file).split(sep).join('/');
  return { path: local(path), ...digests!, patch: patch?.name ?? null, temporary: local(sink.path) };
}

function assertUnchanged(path: string, state: string | undefined): void {
  if (state === undefined ? existsSync(path) : fileState(path) !== state) {
    throw new Error(`${basename(path)} changed meanwhile: it is left as it is now`);
  }
}

/** The project that keeps the steps of a file: links lead elsewhere, so it is the one of the file itself. */
function rootOf(path: string, project: Project): string {
  return project.rootOf(existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path)));
}
