import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readText } from '../../workspace/readText';
import { affects, isInput } from '../inputFiles';
import type { Session } from '../session';

/** `textDocument/didOpen` and `didChange`: a document has a new text. */
export function documentChanged(session: Session, document: TextDocument): void {
  if (!session.handles(document.uri)) return;
  if (session.checks.knows(document)) {
    session.checks.changed(document);
    inputEdited(session, document);
  } else {
    session.opened(document);
    session.checks.opened(document);
    if (differsFromDisk(session, document)) inputEdited(session, document);
  }
}

/** `textDocument/didClose`: what was not saved is gone. */
export function documentClosed(session: Session, document: TextDocument): void {
  if (!session.handles(document.uri)) return;
  session.closed(document);
  session.checks.closed(document);
  if (differsFromDisk(session, document)) inputEdited(session, document);
}

/** An open configuration, card or sidecar counts as it stands in the editor. */
function inputEdited(session: Session, { uri }: TextDocument): void {
  const path = session.pathOf(uri);
  if (!path || !isInput(path)) return;
  session.inputsChanged((other) => {
    const dataset = session.pathOf(other);
    return dataset !== undefined && other !== uri && affects(path, dataset);
  });
}

function differsFromDisk(session: Session, document: TextDocument): boolean {
  const path = session.pathOf(document.uri);
  return path !== undefined && isInput(path) && readText(path) !== document.getText();
}
