import type { DatasetRecord } from '../../engine/records/record';
import type { CheckedDocument } from '../documents/checkedDocument';
import { turn } from '../documents/textFile';
import { type FixableFinding, recordFindings } from './recordFindings';

/** Records that are worked on before everything else gets its turn. */
const BATCH = 200;

/**
 * Calls `visit` for each record in which a rule, or any rule, found something.
 *
 * @throws Cancelled when the document is edited meanwhile
 */
export async function forEveryRecord(
  checked: CheckedDocument,
  rule: string | undefined,
  visit: (record: DatasetRecord, findings: FixableFinding[]) => void,
): Promise<void> {
  for (const [index, row] of checked.findings.rows(rule).entries()) {
    if (index % BATCH === BATCH - 1) await turn();
    checked.assertCurrent();
    const record = checked.record(row);
    if (!record) continue;
    const findings = recordFindings(checked, record);
    visit(record, rule === undefined ? findings : findings.filter((finding) => finding.rule === rule));
  }
}
