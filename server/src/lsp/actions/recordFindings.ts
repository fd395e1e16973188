import type { FileContext } from '../../engine/context';
import type { Finding } from '../../engine/finding';
import type { DatasetRecord } from '../../engine/records/record';
import { ruleById } from '../../engine/rules';
import type { Problem } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import type { CheckedDocument } from '../documents/checkedDocument';
import type { KeptFinding } from '../documents/findingStore';

/** A finding of a record with the problem that its fixes are made from. */
export interface FixableFinding extends Finding {
  kept: KeptFinding;
}

/**
 * The findings of a record as the rules report them now. Of a large dataset only what is shown is kept, so the problems
 * are found again; a rule reports those of one record in the same order every time.
 */
export function recordFindings(checked: CheckedDocument, record: DatasetRecord): FixableFinding[] {
  const problems = new Map<string, Problem<unknown>[]>();
  return checked.findings.ofRow(record.row).map((kept) => {
    let waiting = problems.get(kept.rule);
    if (!waiting) {
      waiting = problemsOf(kept.rule, record, checked.context);
      problems.set(kept.rule, waiting);
    }
    return { ...kept, kept, problem: waiting.shift() ?? null };
  });
}

function problemsOf(id: string, record: DatasetRecord, context: FileContext): Problem<unknown>[] {
  const rule = ruleById(id);
  return rule?.scope === 'record' ? [...rule.check(subjectOf(record, context), context)] : [];
}
