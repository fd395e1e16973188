import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspectHead, recordsOf } from '../engine/check';
import { fitOwnCalibration } from '../engine/synthetic/ownCalibration';
import { calibrationPath, writeCalibration } from '../workspace/calibrationFile';
import { shippedJudge } from '../workspace/detector';
import { pacedFile } from './datasetFile';
import { EXIT, type ExitCode } from './exit';
import { printable } from './printable';
import { fieldOption, recordTexts } from './recordTexts';
import { fromHere, openProject } from './surroundings';
import type { Terminal } from './terminal';
import { readArguments, UsageError } from './usage';

const OPTIONS = { field: { type: 'string' }, config: { type: 'string' } } as const;

/** Fewer texts than this say nothing about false alarms of a few in a hundred. */
const FEWEST = 50;

/** `dataset-hygiene calibrate`: thresholds fitted on the user's own trusted human text. */
export async function calibrateCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const field = fieldOption(values.field);
  if (positionals.length === 0) throw new UsageError('calibrate needs files of text that people wrote.');
  const project = openProject(values.config, { baseline: false });
  const judge = shippedJudge();
  const excesses: { likely: number; possible: number }[] = [];
  for (const given of positionals) {
    const path = resolve(given);
    const { size } = statSync(path);
    terminal.progress.expect(size);
    terminal.progress.startFile(given, size);
    const file = pacedFile(path, size, project, terminal);
    const facts = await inspectHead(file);
    for await (const record of recordsOf(file, facts)) {
      for (const text of recordTexts(record, facts, field)) {
        const excess = judge.excesses(text);
        if (excess) excesses.push(excess);
      }
    }
  }
  if (excesses.length < FEWEST) {
    throw new UsageError(`${excesses.length} texts of 40 words or more were found; at least ${FEWEST} are needed.`);
  }
  const own = fitOwnCalibration(excesses, new Date().toISOString().slice(0, 10), judge.date);
  const target = calibrationPath(project.rootOf(resolve(positionals[0]!)));
  writeCalibration(target, own);
  terminal.out.line(
    `${printable(fromHere(target))}: fitted on ${own.texts} human texts, for the model of ${own.model}.`,
  );
  for (const band of ['likely', 'possible'] as const) {
    const { shift, alarms } = own[band];
    terminal.out.line(
      `  ${band}: threshold moved by ${shift.toFixed(3)}; false alarms on these texts: ${alarms} of ${own.texts}`,
    );
  }
  return EXIT.clean;
}
