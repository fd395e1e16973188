import { type CodeAction, CodeActionKind, type Position } from 'vscode-languageserver/node';
import { inheritFix, originFixes } from '../../engine/rules/originFixes';
import { subjectOf } from '../../engine/subject';
import type { CheckedDocument } from '../documents/checkedDocument';
import { survivesEditor } from '../edits/diskText';
import type { Session } from '../session';
import { actionsOf } from './fixActions';

/** Kind of the changes of a record that no finding asks for. */
export const REWRITE = `${CodeActionKind.RefactorRewrite}`;

const RULE = 'origin-missing';

/**
 * What a person may say of the record at a position though nothing is reported there: its origin, in a dataset that
 * declares nothing or inherits it; and that it should carry itself what it inherits.
 */
export function recordActions(session: Session, checked: CheckedDocument, position: Position): CodeAction[] {
  const row = checked.rowAt(position);
  if (row === undefined || checked.findings.ofRow(row).some(({ rule }) => rule === RULE)) return [];
  if (checked.path !== undefined && !survivesEditor(checked.path)) return [];
  const record = checked.record(row);
  const { context } = checked;
  if (!record?.root || context.facts.shape.role !== 'dataset') return [];
  const fixes = [...originFixes(context), ...inheritFix(subjectOf(record, context), context)];
  const place = { session, checked, record, rule: RULE, diagnostics: [] };
  return fixes.flatMap((fix) => actionsOf(fix, place)).map((action) => ({ ...action, kind: REWRITE }));
}
