import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { FileContext } from '../../engine/context';
import { fixesFor, safeEdits } from '../../engine/fix';
import type { DatasetRecord } from '../../engine/records/record';
import type { Fix } from '../../engine/rules/rule';
import type { CheckedDocument } from '../documents/checkedDocument';
import { PatchWriter } from '../edits/patchWriter';
import { documentEdit, recordTextEdits } from '../edits/workspaceEdits';
import type { Session } from '../session';
import { forEveryRecord } from './everyRecord';
import type { FixableFinding } from './recordFindings';

/** A fix made in many records; the `data` of an action whose edit is made when it is chosen. */
export type Repetition =
  /** Every safe fix, of one rule or of all. */
  | { kind: 'safe'; uri: string; rule?: string }
  /** A person's choice, repeated wherever the rule offers it. */
  | { kind: 'choice'; uri: string; rule: string; title: string; place: 'record' | 'sidecar' };

/** The edit that makes a fix in every record; undefined where there is nothing to change. */
export function repeatedEdit(
  session: Session,
  checked: CheckedDocument,
  repetition: Repetition,
): Promise<WorkspaceEdit | undefined> {
  return repetition.kind === 'safe'
    ? safeEverywhere(session, checked, repetition.rule)
    : chosenEverywhere(session, checked, repetition);
}

async function safeEverywhere(
  session: Session,
  checked: CheckedDocument,
  rule: string | undefined,
): Promise<WorkspaceEdit | undefined> {
  const edits: TextEdit[] = [];
  await forEveryRecord(checked, rule, (record, findings) => {
    edits.push(...recordTextEdits(checked, record, safeEdits(findings, record, checked.context)));
  });
  return edits.length > 0 ? documentEdit(session, checked, edits) : undefined;
}

async function chosenEverywhere(
  session: Session,
  checked: CheckedDocument,
  { rule, title, place }: Extract<Repetition, { kind: 'choice' }>,
): Promise<WorkspaceEdit | undefined> {
  const writer = new PatchWriter(session, checked, place);
  await forEveryRecord(checked, rule, (record, findings) => {
    const fix = fixTitled(title, findings, record, checked.context);
    if (fix?.change.kind === 'provenance') writer.add(record, fix.change.patch);
  });
  return writer.edit();
}

function fixTitled(
  title: string,
  findings: readonly FixableFinding[],
  record: DatasetRecord,
  context: FileContext,
): Fix | undefined {
  for (const finding of findings) {
    const fix = fixesFor(finding, record, context).find((candidate) => candidate.title === title);
    if (fix) return fix;
  }
  return undefined;
}
