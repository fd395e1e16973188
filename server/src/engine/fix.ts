import type { FileContext } from './context';
import type { Finding } from './finding';
import type { AssertedValue } from './provenance/assertion';
import type { SidecarRow } from './provenance/sidecar';
import { canonicalKeys, type Edit, type ProvenancePatch, writeProvenance } from './provenance/write';
import { recordHash } from './records/hash';
import type { DatasetRecord } from './records/record';
import { ruleById } from './rules';
import type { Fix } from './rules/rule';
import { subjectOf } from './subject';

/** The fixes of a finding, for the record it is about. */
export function fixesFor(finding: Finding, record: DatasetRecord, context: FileContext): Fix[] {
  const rule = ruleById(finding.rule);
  if (rule?.scope !== 'record' || !rule.fixes || !finding.problem || !record.root) return [];
  return rule.fixes(finding.problem, subjectOf(record, context), context);
}

/** How a provenance patch can be written for one record. */
export type Placement =
  /** Into the record, by these edits of its source. */
  | { kind: 'record'; edits: Edit[] }
  /** The record has no room: a row sidecar, or a declaration for the whole file, can say it. */
  | { kind: 'beside' };

export function placePatch(record: DatasetRecord, patch: ProvenancePatch, context: FileContext): Placement {
  const edits = writeProvenance(record, patch, context.facts);
  return edits ? { kind: 'record', edits } : { kind: 'beside' };
}

/** The sidecar row that says a patch of a record; what the sidecar said of the row before is kept. */
export function sidecarRow(record: DatasetRecord, patch: ProvenancePatch, context: FileContext): SidecarRow {
  const before = context.inputs.sidecar?.find(record.row, () => recordHash(record)) ?? [];
  const said = new Map<string, AssertedValue | null>(before.map(({ field, value }) => [field, value]));
  for (const [field, value] of Object.entries(patch)) said.set(field, value);
  const provenance = Object.fromEntries(canonicalKeys.map((field) => [field, said.get(field) ?? null]));
  return { row: record.row, recordHash: recordHash(record), provenance };
}

/** Applies edits of one record to its source; they must not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new RangeError(`edits overlap at ${start}`);
    result += source.slice(at, start) + newText;
    at = end;
  }
  return result + source.slice(at);
}

/**
 * The edits of all safe fixes of a record: form only. Where two would touch the same text, the first in rule order is
 * taken; the other one shows up again at the next run.
 */
export function safeEdits(findings: readonly Finding[], record: DatasetRecord, context: FileContext): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = fixesFor(finding, record, context).find(({ safety }) => safety === 'safe');
    if (fix?.change.kind !== 'edits') continue;
    const clash = fix.change.edits.some((edit) =>
      edits.some((other) => edit.start < other.end && other.start < edit.end),
    );
    if (!clash) edits.push(...fix.change.edits);
  }
  return edits;
}
