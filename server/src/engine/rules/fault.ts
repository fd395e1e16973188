import type { FaultRule } from '../records/record';
import { type RecordRule, type RuleMeta, recordRule } from './rule';

/** A rule that reports what the reader found: the reader says what is wrong and where, the rule how much it matters. */
export function faultRule(meta: RuleMeta & { id: FaultRule }): RecordRule {
  return recordRule<string>({
    ...meta,
    check: ({ record }) =>
      record.faults
        .filter(({ rule }) => rule === meta.id)
        .map(({ start, end, what }) => ({ start, end: Math.max(end, start + 1), data: what })),
    message: (what) => `${meta.title}: ${what}.`,
  });
}
