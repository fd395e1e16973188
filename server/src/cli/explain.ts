import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspectHead, recordsOf } from '../engine/check';
import { withColumns } from '../engine/facts';
import { makeVisible } from '../engine/hiddenCharacters';
import type { DatasetRecord } from '../engine/records/record';
import { subjectOf } from '../engine/subject';
import type { Judge } from '../engine/synthetic/judge';
import { explainText } from '../engine/synthetic/lexical/explain';
import { reasonsIn } from '../engine/synthetic/reasons';
import { findRepetition } from '../engine/synthetic/repetition';
import { pacedFile } from './datasetFile';
import { EXIT, type ExitCode } from './exit';
import { sayChains } from './explainProvenance';
import { fieldOption, recordTexts } from './recordTexts';
import { openProject } from './surroundings';
import type { Terminal } from './terminal';
import { readArguments, UsageError, wholeNumber } from './usage';

const OPTIONS = {
  row: { type: 'string' },
  provenance: { type: 'boolean' },
  field: { type: 'string' },
  config: { type: 'string' },
} as const;
/** Tokens listed on either side. */
const LISTED = 12;

/** `dataset-hygiene explain`: why a record is judged as it is, and where its provenance comes from. */
export async function explainCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const field = fieldOption(values.field);
  const row = wholeNumber('--row', values.row);
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0 || row === undefined)
    throw new UsageError('explain needs one file and --row.');
  const path = resolve(given);
  const { size } = statSync(path);
  const project = openProject(values.config);
  const file = pacedFile(path, size, project, terminal);
  const inputs = project.inputsFor(path);
  const facts = withColumns(await inspectHead(file), inputs.columnMappings);
  let found: DatasetRecord | undefined;
  for await (const record of recordsOf(file, facts)) {
    if (record.row === row) found = record;
    if (record.row >= row) break;
  }
  if (!found) throw new UsageError(`There is no row ${row} in ${given}.`);
  const { provenance } = subjectOf(found, { facts, inputs });
  for (const line of sayChains(provenance)) terminal.out.line(line);
  const judge = values.provenance ? undefined : project.judgeFor(path);
  if (judge) for (const text of recordTexts(found, facts, field)) explain(text, judge, terminal);
  return EXIT.clean;
}

function explain(text: string, judge: Judge, terminal: Terminal): void {
  const { band, abstention, words, score, passages } = judge.judge(text);
  const head = abstention ? `abstains (${abstention})` : band;
  terminal.out.line(
    `\n${head}: ${words} words, score ${score?.toFixed(3) ?? 'none'} (log-odds; model of ${judge.date})`,
  );
  const shown = (start: number, end: number) => makeVisible(text.slice(start, end).replace(/\s+/g, ' '));
  for (const { start, end } of passages) {
    for (const reason of reasonsIn(text, { start, end }, judge.scorer.model)) {
      terminal.out.line(`  ${reason.words}: ${shown(reason.start, reason.end)}`);
    }
  }
  for (const { reason } of findRepetition(text)) terminal.out.line(`  ${reason}`);
  const tokens = [...explainText(text, judge.scorer.model)].sort((a, b) => b.contribution - a.contribution);
  const line = ({ start, end, contribution }: (typeof tokens)[number]) =>
    `${shown(start, end)} ${contribution.toFixed(3)}`;
  terminal.out.line(
    `  for a machine: ${tokens
      .filter((one) => one.contribution > 0)
      .slice(0, LISTED)
      .map(line)
      .join(' · ')}`,
  );
  const against = tokens
    .filter((one) => one.contribution < 0)
    .slice(-LISTED)
    .reverse();
  terminal.out.line(`  for a person:  ${against.map(line).join(' · ')}`);
}
