import type { FindingStore } from '../documents/findingStore';

/** Records of one rule that are shown one by one; those beyond are told by their number. */
export const SHOWN_RECORDS = 100;
/** Editors keep a thousand problems of a file and draw half of them. */
export const SHOWN_FINDINGS = 900;

/** Which findings are shown. */
export interface Shown {
  /** Indexes of those shown one by one, in file order. */
  single: number[];
  /** By rule, what is told by a number. */
  folded: Fold[];
  /** Findings that are not shown at all. */
  left: number;
}

/** Records of one rule that are not shown one by one. */
export interface Fold {
  rule: string;
  /** Indexes of the first finding and of the worst one of the first such record. */
  first: number;
  worst: number;
  records: number;
  /** All folded findings say the same. */
  alike: boolean;
}

/**
 * Chooses what an editor can show: of each rule the records with the worst findings, then the first ones; over all
 * rules the worst.
 */
export function chooseShown(findings: FindingStore): Shown {
  const byRule = new Map<string, number[]>();
  for (let index = 0; index < findings.length; index++) {
    const rule = findings.ruleOf(index);
    const indexes = byRule.get(rule);
    if (indexes) indexes.push(index);
    else byRule.set(rule, [index]);
  }
  const folded: Fold[] = [];
  const candidates: number[] = [];
  for (const [rule, indexes] of byRule) {
    if (findings.countOf(rule).records <= SHOWN_RECORDS) candidates.push(...indexes);
    else {
      const { kept, fold } = foldRule(rule, indexes, findings);
      candidates.push(...kept);
      folded.push(fold);
    }
  }
  candidates.sort((a, b) => findings.rank(a) - findings.rank(b) || a - b);
  // One place is kept for the notice that says how many are missing.
  const room = SHOWN_FINDINGS - folded.length - 1;
  const single = candidates.length > room + 1 ? candidates.slice(0, room) : candidates;
  return { single: single.sort((a, b) => a - b), folded, left: candidates.length - single.length };
}

function foldRule(rule: string, indexes: number[], findings: FindingStore): { kept: number[]; fold: Fold } {
  const worstOf = new Map<number, number>();
  for (const index of indexes) {
    const row = findings.rowOf(index)!;
    worstOf.set(row, Math.min(worstOf.get(row) ?? Number.POSITIVE_INFINITY, findings.rank(index)));
  }
  const ordered = [...worstOf].sort(([rowA, a], [rowB, b]) => a - b || rowA - rowB);
  const shown = new Set(ordered.slice(0, SHOWN_RECORDS).map(([row]) => row));
  const kept: number[] = [];
  const rest: number[] = [];
  for (const index of indexes) (shown.has(findings.rowOf(index)!) ? kept : rest).push(index);
  const first = rest[0]!;
  const worst = rest.reduce((a, b) => (findings.rank(b) < findings.rank(a) ? b : a), first);
  const { message } = findings.at(first);
  const alike = rest.every((index) => findings.messageOf(index) === message);
  return { kept, fold: { rule, first, worst, records: worstOf.size - shown.size, alike } };
}
