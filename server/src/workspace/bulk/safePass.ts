import { batchesOf } from '../../engine/check';
import type { FileContext } from '../../engine/context';
import { type FoundProblem, safeFixes } from '../../engine/fix';
import { readRecord } from '../../engine/records/reader';
import type { DatasetRecord } from '../../engine/records/record';
import { recordRules } from '../../engine/rules';
import type { RecordRule, Rule } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import type { Transaction } from '../undo/transaction';
import type { BulkChoice } from './choice';
import { holds } from './condition';
import { FixedFindings } from './fixedFindings';
import { InPlace } from './inPlace';
import type { OpenFile } from './openFile';
import type { Tally } from './outcome';
import { boundSidecar, changeOf } from './places';
import { RowSet } from './rowSet';
import { verify } from './verify';

/** Makes the safe fixes of a file: record by record, every other byte copied as it stands. */
export async function safePass(
  file: OpenFile,
  choice: BulkChoice,
  tally: Tally,
  transaction: Transaction | undefined,
): Promise<void> {
  const { context, data } = file;
  const { facts } = context;
  const rules = rulesFor(context, choice.rules);
  if (rules.length === 0 && facts.shape.role !== 'dataset') {
    tally.leftAlone = `no text to check (${facts.shape.title})`;
    return;
  }
  const pass = new SafePass(file, rules, choice, tally, transaction);
  for await (const batch of batchesOf(data, facts)) for (const raw of batch) pass.fix(readRecord(raw, facts));
  await pass.end();
}

class SafePass {
  private readonly inPlace: InPlace;
  private readonly fixed = new FixedFindings();
  private readonly rows = new RowSet();

  constructor(
    private readonly file: OpenFile,
    private readonly rules: readonly RecordRule[],
    private readonly choice: BulkChoice,
    private readonly tally: Tally,
    transaction: Transaction | undefined,
  ) {
    this.inPlace = new InPlace(file, transaction, choice.out);
  }

  fix(record: DatasetRecord): void {
    if (record.stray) return;
    const { tally, inPlace, file } = this;
    const { context } = file;
    tally.records++;
    if (!record.root) return;
    const subject = subjectOf(record, context);
    const found: FoundProblem[] = [];
    for (const rule of this.rules) {
      for (const problem of rule.check(subject, context)) found.push({ rule: rule.id, problem });
    }
    if (found.length === 0 || !holds(this.choice.where ?? [], subject, context.facts)) return;
    const { edits, fixed } = safeFixes(found, subject, context);
    if (edits.length === 0) return;
    tally.chosen++;
    const why = inPlace.obstacle(record) ?? boundSidecar(record, file) ?? inPlace.edit(record, edits);
    if (why !== undefined) {
      tally.refuse(record, why);
      return;
    }
    tally.change(changeOf(inPlace, record, edits));
    this.rows.add(record.row);
    const count = (all: readonly FoundProblem[], id: string) => all.filter(({ rule }) => rule === id).length;
    for (const { rule } of fixed) this.fixed.add(rule, record.row, count(found, rule), count(fixed, rule));
  }

  async end(): Promise<void> {
    const { inPlace, file, fixed, rules, rows, tally } = this;
    inPlace.finish();
    if (inPlace.temporary === undefined) return;
    await verify(inPlace.temporary, file, rows, tally.records, (subject, context) =>
      rules.every((rule) => rule.check(subject, context).length <= fixed.left(rule.id, subject.record.row)),
    );
  }
}

/**
 * The rules that may have something to fix in a file.
 *
 * @param asked rules that a person named: only those, whatever the configuration says of them
 */
function rulesFor({ facts, inputs }: FileContext, asked: ReadonlySet<string> | undefined): RecordRule[] {
  const { shape } = facts;
  return recordRules.filter(({ id, offByDefault, ...rule }) => {
    if (!mayHaveSafeFixes(rule)) return false;
    if (rule.documents ? !rule.documents.includes(shape.id) : shape.role !== 'dataset') return false;
    return asked ? asked.has(id) : (inputs.severities.get(id) ?? (offByDefault ? 'off' : 'on')) !== 'off';
  });
}

/** Only rules that have some need to run. */
export function mayHaveSafeFixes({
  scope,
  safeFixes,
  documents,
}: Pick<Rule, 'scope' | 'safeFixes' | 'documents'>): boolean {
  return scope === 'record' && (safeFixes || documents) !== undefined;
}
