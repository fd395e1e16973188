import type { FileContext } from './context';
import type { Finding } from './finding';
import type { AssertedValue, CarriedKey } from './provenance/assertion';
import type { SidecarRow } from './provenance/sidecar';
import { canonicalKeys, type Edit, type ProvenancePatch, writeProvenance } from './provenance/write';
import { recordHash } from './records/hash';
import type { DatasetRecord } from './records/record';
import { ruleById } from './rules';
import type { Fix, Subject } from './rules/rule';
import { subjectOf } from './subject';

/** The fixes of a finding, for the record it is about. */
export function fixesFor(finding: Finding, record: DatasetRecord, context: FileContext): Fix[] {
  return fixesOf(finding, subjectOf(record, context), context);
}

/** What a rule found in a record. */
export type FoundProblem = Pick<Finding, 'rule' | 'problem'>;

/** The fixes of a finding; for several of one record, its subject is made once. */
function fixesOf({ rule: id, problem }: FoundProblem, subject: Subject, context: FileContext): Fix[] {
  const rule = ruleById(id);
  if (rule?.scope !== 'record' || !rule.fixes || !problem || !subject.record.root) return [];
  return rule.fixes(problem, subject, context);
}

/** How a provenance patch can be written for one record. */
export type Placement =
  /** Into the record, by these edits of its source. */
  | { kind: 'record'; edits: Edit[] }
  /** The record has no room: a row sidecar, or a declaration for the whole file, can say it. */
  | { kind: 'beside' };

/** @param carried the provenance keys of the record, where they are known */
export function placePatch(
  record: DatasetRecord,
  patch: ProvenancePatch,
  context: FileContext,
  carried?: readonly CarriedKey[],
): Placement {
  const edits = writeProvenance(record, patch, context.facts, carried);
  return edits ? { kind: 'record', edits } : { kind: 'beside' };
}

/** The sidecar row that says a patch of a record; what the sidecar said of the row before is kept. */
export function sidecarRow(record: DatasetRecord, patch: ProvenancePatch, context: FileContext): SidecarRow {
  const before = context.inputs.sidecar?.find(record).flatMap(({ assertions }) => assertions) ?? [];
  // Of several rows the nearest comes first, and is to be heard last.
  const said = new Map<string, AssertedValue | null>([...before].reverse().map(({ field, value }) => [field, value]));
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

/** The safe fixes of a record, made together. */
export interface SafeFixes {
  edits: Edit[];
  /** The problems that are gone with them. */
  fixed: FoundProblem[];
}

/**
 * All safe fixes of a record: form only. Where two would touch the same text, the first in rule order is made; the other
 * one shows up again at the next run.
 */
export function safeFixes(findings: readonly FoundProblem[], subject: Subject, context: FileContext): SafeFixes {
  const made: SafeFixes = { edits: [], fixed: [] };
  for (const finding of findings) {
    const fix = fixesOf(finding, subject, context).find(({ safety }) => safety === 'safe');
    if (fix?.change.kind !== 'edits') continue;
    const { edits } = fix.change;
    const isThere = edits.every((edit) => made.edits.some((other) => isSame(edit, other)));
    if (!isThere && edits.some((edit) => made.edits.some((other) => touch(edit, other)))) continue;
    if (!isThere) made.edits.push(...edits);
    made.fixed.push(finding);
  }
  return made;
}

/** The edits of all safe fixes of a record. */
export function safeEdits(findings: readonly Finding[], record: DatasetRecord, context: FileContext): Edit[] {
  return findings.length > 0 ? safeFixes(findings, subjectOf(record, context), context).edits : [];
}

/** Whether two edits change the same text, or add some at the same place. */
function touch(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
