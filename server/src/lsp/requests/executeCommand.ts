import type { ExecuteCommandParams } from 'vscode-languageserver/node';
import {
  type AcceptInBaselineArguments,
  AcceptInBaselineCommand,
  FixOnDiskCommand,
  type FixOnDiskResult,
} from '../../protocol';
import { acceptInBaseline } from '../actions/acceptInBaseline';
import type { Session } from '../session';
import { fixOnDisk } from './fixOnDisk';

/** `workspace/executeCommand` */
export async function executeCommand(session: Session, params: ExecuteCommandParams): Promise<FixOnDiskResult | null> {
  const [argument] = params.arguments ?? [];
  if (params.command === FixOnDiskCommand) return fixOnDisk(session, { uri: String(argument) });
  if (params.command === AcceptInBaselineCommand) {
    await acceptInBaseline(session, argument as AcceptInBaselineArguments);
  }
  return null;
}
