import { existsSync, realpathSync } from 'node:fs';
import { describeError } from '../describeError';
import type { Project } from '../project';
import { fileState } from '../rewrite';
import { Transaction } from '../undo/transaction';
import { type BulkChoice, sayChoice } from './choice';
import { declareAll } from './declareAll';
import { Declared } from './declared';
import type { Change } from './hunk';
import { type BulkTarget, Interrupted, type Turn, withFile } from './openFile';
import { type FileOutcome, type Sample, Samples, Tally } from './outcome';
import { safePass } from './safePass';
import { valuePass } from './valuePass';

/** What whoever asks for a bulk change wants to know meanwhile. */
export interface BulkRun {
  /** Called between pieces of a file: to show progress, to wait, or to throw, which ends it with nothing changed. */
  turn?: Turn;
  /** Called for every change as it is found, in file order. */
  onChange?: (change: Change) => void;
}

/** What a bulk change did, or would do. */
export interface BulkResult {
  files: readonly FileOutcome[];
  /** Records changed, or said something of, over all files. */
  changed: number;
  refused: number;
  /** The first changes, to be shown. */
  samples: readonly Sample[];
  /** Whether it was done: not in a preview, nor where nothing changes, nor where a file failed. */
  applied: boolean;
}

/** A bulk change that was looked at. */
export interface BulkPlan extends BulkResult {
  /**
   * Makes the change, all of it or nothing.
   *
   * @throws Error when a file changed since the plan was made
   */
  apply(run?: BulkRun): Promise<BulkResult>;
}

/** Finds out what a choice would change in these files, and changes nothing. Memory does not grow with the files. */
export async function planBulkFix(
  project: Project,
  targets: readonly BulkTarget[],
  choice: BulkChoice,
  run: BulkRun = {},
): Promise<BulkPlan> {
  const states = new Map(targets.map(({ path }) => [path, stateOf(path)]));
  const result = await goOver(project, targets, choice, run, undefined);
  const apply = (applying: BulkRun = {}) => {
    const changed = targets.find(({ path }) => stateOf(path) !== states.get(path));
    if (changed) throw new Error(`${changed.path} changed since it was looked at`);
    return bulkFix(project, targets, choice, applying);
  };
  return { ...result, apply };
}

/**
 * Makes a change in these files: all of it, or nothing where one of them fails. Each file is rewritten at once; what
 * leads back is kept, see {@link Transaction}. A file that fails is named by its outcome.
 *
 * @throws what `turn` throws, with nothing changed
 */
export async function bulkFix(
  project: Project,
  targets: readonly BulkTarget[],
  choice: BulkChoice,
  run: BulkRun = {},
): Promise<BulkResult> {
  const transaction = new Transaction(sayChoice(choice));
  try {
    const result = await goOver(project, targets, choice, run, transaction);
    if (transaction.isEmpty || result.files.some(({ failed }) => failed !== undefined)) return result;
    transaction.commit();
    project.forget();
    return { ...result, applied: true };
  } finally {
    transaction.discard();
  }
}

/** Rules that ask the detector. */
const JUDGED = ['likely-synthetic', 'possibly-synthetic'];

async function goOver(
  project: Project,
  targets: readonly BulkTarget[],
  choice: BulkChoice,
  { turn, onChange }: BulkRun,
  transaction: Transaction | undefined,
): Promise<BulkResult> {
  if (choice.out !== undefined && targets.length !== 1) throw new Error('a new file is written for one file only');
  const samples = new Samples();
  const report = (change: Change) => {
    samples.add(change);
    onChange?.(change);
  };
  const tallies: Tally[] = [];
  const declared: { tally: Tally; declaration: Declared }[] = [];
  const judged = JUDGED.some((rule) => choice.rules?.has(rule));
  const writable = transaction !== undefined && choice.out === undefined;
  const seen = new Set<string>();
  for (const target of targets) {
    const tally = new Tally(target.path, report);
    tallies.push(tally);
    const real = realOf(target.path);
    if (seen.has(real)) {
      tally.leftAlone = 'another name of a file';
      continue;
    }
    seen.add(real);
    await attempt(tally, () =>
      withFile(target, project, { judged, writable, turn }, async (file) => {
        const { values } = choice;
        if (!values) return safePass(file, choice, tally, transaction);
        const configured = project.configurationFor(target.path)?.configuration.placement;
        const place = await valuePass(file, { ...choice, values }, configured, tally, transaction);
        if (place instanceof Declared) declared.push({ tally, declaration: place });
      }),
    );
  }
  const changing = declared.filter(({ tally }) => tally.changed > 0 && tally.failed === undefined);
  const [first] = changing;
  if (first) {
    const group = changing.map(({ tally }) => tally);
    await attempt(first.tally, async () => declareAll(project, group, first.declaration.patch, report, transaction));
  }
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    files: tallies,
    changed: sum(({ changed }) => changed),
    refused: sum(({ refused }) => refused),
    samples: samples.kept,
    applied: false,
  };
}

/** What goes wrong with a file is its outcome; an interruption is not. */
async function attempt(tally: Tally, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Interrupted) throw error.cause;
    tally.failed = describeError(error);
  }
}

const realOf = (path: string) => (existsSync(path) ? realpathSync(path) : path);

const stateOf = (path: string) => (existsSync(path) ? fileState(path) : '');
