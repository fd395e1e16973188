import { checkDataset } from '../../engine/check';
import type { Finding } from '../../engine/finding';
import { safeFixes } from '../../engine/fix';
import type { DatasetRecord } from '../../engine/records/record';
import type { Rule } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import type { Transaction } from '../undo/transaction';
import type { BulkChoice } from './choice';
import { holds } from './condition';
import { FixedFindings } from './fixedFindings';
import { InPlace } from './inPlace';
import { type OpenFile, withRules } from './openFile';
import type { Tally } from './outcome';
import { boundSidecar, changeOf } from './places';
import { verifyFixes } from './verify';

/** Makes the safe fixes of a file: record by record, every other byte copied as it stands. */
export async function safePass(
  file: OpenFile,
  choice: BulkChoice,
  tally: Tally,
  transaction: Transaction | undefined,
): Promise<void> {
  const { context, named } = file;
  const { rules, where } = choice;
  const inPlace = new InPlace(file, transaction, choice.out);
  const fixed = new FixedFindings();
  let findings: Finding[] = [];
  const fix = (record: DatasetRecord) => {
    const found = findings;
    findings = [];
    if (found.length === 0) return;
    if (where && !holds(where, subjectOf(record, context), context.facts)) return;
    const made = safeFixes(found, record, context);
    if (made.edits.length === 0) return;
    tally.chosen++;
    const why = inPlace.obstacle(record) ?? boundSidecar(record, file) ?? inPlace.edit(record, made.edits);
    if (why !== undefined) {
      tally.refuse(record, why);
      return;
    }
    tally.change(changeOf(inPlace, record, made.edits));
    for (const rule of new Set(made.fixed.map(({ rule }) => rule))) {
      const count = (all: readonly Finding[]) => all.filter((finding) => finding.rule === rule).length;
      fixed.add(rule, record.row, count(found), count(made.fixed));
    }
  };
  const summary = await checkDataset(
    file.data,
    withRules(context.inputs, (rule) => mayHaveSafeFixes(rule) && (rules?.has(rule.id) ?? true), rules),
    (finding) => {
      if (finding.row !== null) findings.push(finding);
    },
    { named, onRecord: fix },
  );
  tally.records = summary.records;
  if (summary.leftAlone) tally.leftAlone = `no text to check (${summary.facts.shape.title})`;
  inPlace.finish();
  if (inPlace.temporary !== undefined) {
    const { records, unreadable } = summary;
    await verifyFixes(inPlace.temporary, file, fixed, { read: records, unreadable }, rules);
  }
}

/** Only rules that have some need to run. */
export function mayHaveSafeFixes({ scope, safeFixes, documents }: Rule): boolean {
  return scope === 'record' && (safeFixes || documents) !== undefined;
}
