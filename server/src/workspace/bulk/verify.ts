import { checkDataset, inspectHead, recordsOf } from '../../engine/check';
import { withColumns } from '../../engine/facts';
import type { Subject } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import { dataFile } from '../dataFile';
import { type OpenFile, withRules } from './openFile';
import type { FixedFindings } from './fixedFindings';
import type { RowSet } from './rowSet';

const NOT_HELD = 'the changes did not hold when they were checked; nothing was changed';

/**
 * Checks the new version of a file: it has the records it had, and those that were changed say what they were to say.
 *
 * @param pending whether a record still lacks something
 * @throws Error when it does not hold
 */
export async function verifyValues(
  temporary: string,
  { context }: OpenFile,
  changed: RowSet,
  records: number,
  pending: (subject: Subject) => boolean,
): Promise<void> {
  const file = dataFile(temporary, context.file);
  const facts = withColumns(await inspectHead(file), context.inputs.columnMappings);
  let found = 0;
  for await (const record of recordsOf(file, facts)) {
    if (record.stray) continue;
    found++;
    if (changed.has(record.row) && (!record.root || pending(subjectOf(record, { ...context, facts })))) {
      throw new Error(NOT_HELD);
    }
  }
  if (found !== records) throw new Error(NOT_HELD);
}

/**
 * Checks the new version of a file: it has the records it had, without the findings that were fixed. Only the rules that
 * were concerned run.
 *
 * @throws Error when it does not hold
 */
export async function verifyFixes(
  temporary: string,
  { context, named }: OpenFile,
  fixed: FixedFindings,
  records: { read: number; unreadable: number },
): Promise<void> {
  const { judge: _, ...inputs } = context.inputs;
  const left = fixed.counter();
  let held = true;
  const after = await checkDataset(
    dataFile(temporary, context.file),
    withRules(inputs, ({ id }) => fixed.concerns(id)),
    ({ rule, row }) => {
      if (row !== null && !left(rule, row)) held = false;
    },
    { named },
  );
  if (!held || after.records !== records.read || after.unreadable !== records.unreadable) throw new Error(NOT_HELD);
}
