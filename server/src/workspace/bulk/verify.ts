import { batchesOf, inspectHead } from '../../engine/check';
import type { FileContext } from '../../engine/context';
import { withColumns } from '../../engine/facts';
import { BARE_KEYS } from '../../engine/provenance/assertion';
import type { ProvenanceField } from '../../engine/provenance/fields';
import { canonicalKeys, type ProvenancePatch } from '../../engine/provenance/write';
import { readRecord } from '../../engine/records/reader';
import type { Subject } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import type { OpenFile } from './openFile';
import type { RowSet } from './rowSet';

const NOT_HELD = 'the changes did not hold when they were checked; nothing was changed';

/**
 * Checks the new version of a file: it has the records it had, and those that were changed are as they should be.
 *
 * @param isDone whether a changed record is
 * @param plainly what every changed record must say, where that is the same for all
 * @throws Error when it does not hold
 */
export async function verify(
  temporary: string,
  { context, version }: OpenFile,
  changed: RowSet,
  records: number,
  isDone: (subject: Subject, context: FileContext) => boolean,
  plainly?: ProvenancePatch,
): Promise<void> {
  const file = version(temporary);
  const { facts: before, inputs } = context;
  let mayBePlain = before.format.kind === 'jsonl' || before.format.kind === 'json';
  // What the head of the new version tells is needed only where a closer look is.
  let after: FileContext | undefined;
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
      if (!record.root || !isDone(subjectOf(record, after), after)) throw new Error(NOT_HELD);
    }
  }
  if (found !== records) throw new Error(NOT_HELD);
}

/**
 * Whether a record has these values where provenance is looked for first: under `provenance`, or as keys of the record
 * that mean nothing else. Then nothing in it can say otherwise, and it needs no closer reading.
 */
function saysPlainly(source: string, patch: ProvenancePatch): boolean {
  try {
    const record = JSON.parse(source);
    const { provenance } = record;
    return Object.entries(patch).every(([field, value]) => {
      if (value !== null && provenance?.[field] === value) return true;
      return value !== null && BARE_KEYS.has(field) && record[field] === value && !saysNearer(record);
    });
  } catch {
    return false;
  }
}

/** Whether a record may say something nearer than by a key of its own. */
function saysNearer(record: Record<string, unknown>): boolean {
  const objects = ['provenance', 'metadata', 'meta', 'metadata.provenance', 'meta.provenance'];
  return objects.some((key) => {
    const held = record[key];
    if (held === undefined || held === null) return false;
    return (
      key !== 'provenance' ||
      Object.keys(held).some((name) => BARE_KEYS.has(name) || !canonicalKeys.includes(name as ProvenanceField))
    );
  });
}
