import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeError } from '../workspace/describeError';
import { lastStep } from '../workspace/undo/steps';
import { takeBack } from '../workspace/undo/takeBack';
import { EXIT, type ExitCode } from './exit';
import { printable } from './printable';
import { fromHere } from './surroundings';
import type { Terminal } from './terminal';
import { readArguments, UsageError } from './usage';

/** `dataset-hygiene undo`: takes the last bulk change back, or the last one that changed a file. */
export async function undoCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = readArguments(args, {});
  const [given, ...more] = positionals;
  if (more.length > 0 || given === '') throw new UsageError('undo takes one file at most.');
  try {
    const file = given === undefined ? undefined : inItsFolder(resolve(given));
    const step = lastStep(file === undefined ? process.cwd() : dirname(file), file);
    if (!step) {
      terminal.fail(`There is nothing to take back${given === undefined ? ' here; name the file' : ` for ${given}`}.`);
      return EXIT.failure;
    }
    const files = takeBack(step);
    for (const { path, removed } of files) {
      terminal.out.line(`${printable(fromHere(join(step.root, path)))}: ${removed ? 'removed' : 'as it was'}`);
    }
    const left = files.length === 0 ? ' It had changed nothing.' : '';
    terminal.out.line(`Took back: ${printable(step.what)} (${printable(step.made)}).${left}`);
    return EXIT.clean;
  } catch (error) {
    terminal.fail(`Nothing was taken back: ${describeError(error)}.`);
    return EXIT.failure;
  }
}

/** The file itself where there is one; one that a step created may be gone. */
function inItsFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
