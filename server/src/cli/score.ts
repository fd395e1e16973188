import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspectHead, recordsOf } from '../engine/check';
import { reasonsIn } from '../engine/synthetic/reasons';
import { findRepetition } from '../engine/synthetic/repetition';
import { pacedFile } from './datasetFile';
import { EXIT, type ExitCode } from './exit';
import { printableJson } from './printable';
import { fieldOption, recordTexts } from './recordTexts';
import { openProject } from './surroundings';
import type { Terminal } from './terminal';
import { readArguments, UsageError } from './usage';

const OPTIONS = { field: { type: 'string' }, config: { type: 'string' } } as const;

/** `dataset-hygiene score`: what the detector makes of every record, an object a line. */
export async function scoreCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const field = fieldOption(values.field);
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UsageError('score needs one file.');
  const path = resolve(given);
  const { size } = statSync(path);
  const project = openProject(values.config);
  const judge = project.judgeFor(path);
  if (!judge) throw new Error('there is no detector');
  terminal.progress.expect(size);
  terminal.progress.startFile(given, size);
  const file = pacedFile(path, size, project, terminal);
  const facts = await inspectHead(file);
  for await (const record of recordsOf(file, facts)) {
    const text = recordTexts(record, facts, field).join('\n');
    const { words, score, band, abstention, passages } = judge.judge(text);
    const [first] = passages;
    const reasons = first ? reasonsIn(text, first, judge.scorer.model).map((reason) => reason.words) : [];
    for (const { reason, strength } of findRepetition(text)) if (strength === 'strong') reasons.push(reason);
    if (abstention) reasons.push(`abstains: ${abstention}`);
    terminal.out.line(printableJson({ row: record.row, words, score, band, reasons }));
    await terminal.out.drained();
  }
  return EXIT.clean;
}
