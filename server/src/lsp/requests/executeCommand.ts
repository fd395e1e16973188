import type { ExecuteCommandParams } from 'vscode-languageserver/node';
import { type AcceptInBaselineArguments, AcceptInBaselineCommand } from '../../protocol';
import { acceptInBaseline } from '../actions/acceptInBaseline';
import type { Session } from '../session';

/** `workspace/executeCommand` */
export async function executeCommand(session: Session, params: ExecuteCommandParams): Promise<null> {
  const [argument] = params.arguments ?? [];
  if (params.command === AcceptInBaselineCommand) await acceptInBaseline(session, argument as AcceptInBaselineArguments);
  return null;
}
