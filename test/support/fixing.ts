import assert from 'node:assert/strict';
import type { FileContext } from '../../server/src/engine/context';
import type { Finding } from '../../server/src/engine/finding';
import { applyEdits, fixesFor, placePatch } from '../../server/src/engine/fix';
import type { DatasetRecord } from '../../server/src/engine/records/record';
import type { Fix } from '../../server/src/engine/rules/rule';

/** The source of a record after a fix; a question is answered with its first suggestion. */
export function applyFix(fix: Fix, record: DatasetRecord, context: FileContext): string {
  const { change } = fix;
  if (change.kind === 'edits') return applyEdits(record.source, change.edits);
  const { patch, ask } = change;
  const placed = placePatch(record, ask ? { ...patch, [ask.field]: ask.suggestions[0]! } : patch, context);
  assert.equal(placed.kind, 'record', fix.title);
  return placed.kind === 'record' ? applyEdits(record.source, placed.edits) : record.source;
}

/** The whole file after each fix of a finding. */
export function fixedFiles(
  content: string,
  finding: Finding,
  records: readonly DatasetRecord[],
  context: FileContext,
): { fix: Fix; content: string }[] {
  const record = records.find(({ row }) => row === finding.row);
  if (!record) return [];
  const at = content.indexOf(record.source);
  return fixesFor(finding, record, context).map((fix) => ({
    fix,
    content: content.slice(0, at) + applyFix(fix, record, context) + content.slice(at + record.source.length),
  }));
}
