import { fixesFor } from '../../engine/fix';
import type { CheckedDocument } from '../documents/checkedDocument';
import { forEveryRecord } from './everyRecord';

/** How often the fixes of a rule could be made in a document. */
export interface FixCounts {
  /** Findings with a safe fix. */
  safe: number;
  /** Records in which a fix is offered, by its title. */
  records: ReadonlyMap<string, number>;
}

/** Counting tries the fixes of every finding: beyond so many records nothing is counted. */
const COUNTED_RECORDS = 200;

const known = new WeakMap<CheckedDocument, Map<string, FixCounts>>();

/** Counts for one rule; undefined where there are too many records to try. */
export async function countFixes(checked: CheckedDocument, rule: string): Promise<FixCounts | undefined> {
  if (checked.findings.countOf(rule).records > COUNTED_RECORDS) return undefined;
  const rules = known.get(checked) ?? new Map<string, FixCounts>();
  known.set(checked, rules);
  let counts = rules.get(rule);
  if (!counts) {
    counts = await count(checked, rule);
    rules.set(rule, counts);
  }
  return counts;
}

async function count(checked: CheckedDocument, rule: string): Promise<FixCounts> {
  let safe = 0;
  const records = new Map<string, number>();
  await forEveryRecord(checked, rule, (record, findings) => {
    const titles = new Set<string>();
    for (const finding of findings) {
      const fixes = fixesFor(finding, record, checked.context);
      if (fixes.some(({ safety }) => safety === 'safe')) safe++;
      for (const { title } of fixes) titles.add(title);
    }
    for (const title of titles) records.set(title, (records.get(title) ?? 0) + 1);
  });
  return { safe, records };
}
