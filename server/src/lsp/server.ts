import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { ApplyPatch, CheckOnDisk, FixOnDisk, Trusted } from '../protocol';
import { guarded } from './guard';
import { didChangeConfiguration } from './notifications/didChangeConfiguration';
import { didChangeWatchedFiles } from './notifications/didChangeWatchedFiles';
import { documentChanged, documentClosed } from './notifications/documentEvents';
import { initialized } from './notifications/initialized';
import { applyPatch } from './requests/applyPatch';
import { checkOnDisk } from './requests/checkOnDisk';
import { codeAction } from './requests/codeAction';
import { codeActionResolve } from './requests/codeActionResolve';
import { completion } from './requests/completion';
import { diagnostic } from './requests/diagnostic';
import { executeCommand } from './requests/executeCommand';
import { fixOnDisk } from './requests/fixOnDisk';
import { hover } from './requests/hover';
import { initializeResult } from './requests/initialize';
import { Session } from './session';

const checkFailed = new ResponseError<void>(ErrorCodes.InternalError, 'The check failed; the log says where.');

/** Connects the handlers to the client. One session begins with `initialize`; nothing else arrives before. */
export function serve(connection: Connection): void {
  connection.onInitialize((params) => {
    const session = new Session(connection, params);
    connect(session);
    return initializeResult(session.client);
  });
  connection.listen();
}

function connect(session: Session): void {
  const { connection, documents } = session;
  const log = connection.console;
  const safely =
    <P extends unknown[], R>(name: string, handler: (session: Session, ...params: P) => R | Promise<R>, otherwise: R) =>
    (...params: P) =>
      guarded(log, name, () => handler(session, ...params), otherwise);

  connection.onInitialized(safely('initialized', initialized, undefined));
  const changed = safely('didChange', documentChanged, undefined);
  const closed = safely('didClose', documentClosed, undefined);
  documents.onDidChangeContent(({ document }) => changed(document));
  documents.onDidClose(({ document }) => closed(document));
  documents.listen(connection);
  connection.onDidChangeConfiguration(safely('didChangeConfiguration', didChangeConfiguration, undefined));
  connection.onDidChangeWatchedFiles(safely('didChangeWatchedFiles', didChangeWatchedFiles, undefined));
  connection.onNotification(Trusted, () => session.trust());

  if (!session.client.push) {
    connection.languages.diagnostics.on(safely('diagnostic', diagnostic, { kind: 'full', items: [] }));
  }
  connection.onCodeAction(safely('codeAction', codeAction, null));
  connection.onCodeActionResolve((action) => guarded(log, 'resolve', () => codeActionResolve(session, action), action));
  connection.onExecuteCommand(safely('executeCommand', executeCommand, null));
  connection.onHover(safely('hover', hover, null));
  connection.onCompletion(safely('completion', completion, null));
  connection.onRequest(ApplyPatch, safely('applyPatch', applyPatch, null));
  connection.onRequest(CheckOnDisk, safely('checkOnDisk', checkOnDisk, checkFailed));
  connection.onRequest(FixOnDisk, safely('fixOnDisk', fixOnDisk, { changed: 0, refused: 'The fix failed.' }));
}
