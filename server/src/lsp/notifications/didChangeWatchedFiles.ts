import type { DidChangeWatchedFilesParams } from 'vscode-languageserver/node';
import { affects, isInput } from '../inputFiles';
import type { Session } from '../session';

/** `workspace/didChangeWatchedFiles`: the datasets that a changed file says something of are checked again. */
export function didChangeWatchedFiles(session: Session, { changes }: DidChangeWatchedFilesParams): void {
  const inputs = changes.flatMap(({ uri }) => {
    const path = session.pathOf(uri);
    return path && isInput(path) ? [path] : [];
  });
  if (inputs.length === 0) return;
  session.inputsChanged((uri) => {
    const dataset = session.pathOf(uri);
    return dataset !== undefined && inputs.some((input) => affects(input, dataset));
  });
}
