import type { CodeAction } from 'vscode-languageserver/node';
import { type Repetition, repeatedEdit } from '../actions/repeat';
import type { Session } from '../session';

/** `codeAction/resolve`: the edit of an action that changes many records, for the text as it is now. */
export async function codeActionResolve(session: Session, action: CodeAction): Promise<CodeAction> {
  const repetition = action.data as Repetition | undefined;
  if (!repetition) return action;
  const checked = (await session.checks.latest(repetition.uri))?.checked;
  const edit = checked && (await repeatedEdit(session, checked, repetition));
  return edit ? { ...action, edit } : action;
}
