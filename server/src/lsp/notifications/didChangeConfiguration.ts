import type { DidChangeConfigurationParams } from 'vscode-languageserver/node';
import type { Session } from '../session';

/** `workspace/didChangeConfiguration`: the settings are asked for again. */
export function didChangeConfiguration(session: Session, { settings }: DidChangeConfigurationParams): void {
  session.settings.forget(settings);
  session.checks.inputsChanged(() => true);
}
