import { batchesOf, checkDataset, inspectHead } from '../../engine/check';
import type { FileContext } from '../../engine/context';
import { withColumns } from '../../engine/facts';
import type { ProvenancePatch } from '../../engine/provenance/write';
import { readRecord } from '../../engine/records/reader';
import type { Subject } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import type { FixedFindings } from './fixedFindings';
import { type OpenFile, withRules } from './openFile';
import type { RowSet } from './rowSet';

const NOT_HELD = 'the changes did not hold when they were checked; nothing was changed';

/**
 * Checks the new version of a file: it has the records it had, and those that were changed say what they were to say.
 *
 * @param pending whether a record still lacks something
 * @param plainly what every changed record must say, where that is the same for all
 * @throws Error when it does not hold
 */
export async function verifyValues(
  temporary: string,
  { context, version }: OpenFile,
  changed: RowSet,
  records: number,
  pending: (subject: Subject) => boolean,
  plainly: ProvenancePatch | undefined,
): Promise<void> {
  const file = version(temporary);
  const { facts: before, inputs } = context;
  const isJson = before.format.kind === 'jsonl' || before.format.kind === 'json';
  // What the head of the new version tells is needed only where a closer look is.
  let after: FileContext | undefined;
  let mayBePlain = isJson;
  let found = 0;
  for await (const batch of batchesOf(file, before)) {
    for (const raw of batch) {
      if (raw.stray) continue;
      found++;
      if (!changed.has(raw.row)) continue;
      mayBePlain &&= plainly !== undefined && saysPlainly(raw.source, plainly);
      if (mayBePlain) continue;
      after ??= { ...context, facts: withColumns(await inspectHead(file), inputs.columnMappings) };
      const record = readRecord(raw, after.facts);
      if (!record.root || pending(subjectOf(record, after))) throw new Error(NOT_HELD);
    }
  }
  if (found !== records) throw new Error(NOT_HELD);
}

/**
 * Whether a record has these values under their names in the first place where provenance is looked for: then nothing
 * in it can say otherwise, and it needs no closer reading.
 */
function saysPlainly(source: string, patch: ProvenancePatch): boolean {
  try {
    const { provenance } = JSON.parse(source);
    return Object.entries(patch).every(([field, value]) => value !== null && provenance[field] === value);
  } catch {
    return false;
  }
}

/**
 * Checks the new version of a file: it has the records it had, without the findings that were fixed. Only the rules that
 * were concerned run.
 *
 * @throws Error when it does not hold
 */
export async function verifyFixes(
  temporary: string,
  { context, named, version }: OpenFile,
  fixed: FixedFindings,
  records: { read: number; unreadable: number },
  asked: ReadonlySet<string> | undefined,
): Promise<void> {
  const { judge: _, ...inputs } = context.inputs;
  const left = fixed.counter();
  let held = true;
  const after = await checkDataset(
    version(temporary),
    withRules(inputs, ({ id }) => fixed.concerns(id), asked),
    ({ rule, row }) => {
      if (row !== null && !left(rule, row)) held = false;
    },
    { named },
  );
  if (!held || after.records !== records.read || after.unreadable !== records.unreadable) throw new Error(NOT_HELD);
}
