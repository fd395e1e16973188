import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { ProvenancePatch } from '../../engine/provenance/write';
import { declarationFor } from '../../workspace/declaration';
import type { Session } from '../session';
import { currentText, fileEdit } from './workspaceEdits';

/**
 * An edit that declares provenance for the whole dataset at `path` in its configuration, which is created in the
 * project's root where there is none. Undefined where the client cannot create it, or the one that is there is too
 * broken to be edited.
 */
export function declarationEdit(session: Session, path: string, patch: ProvenancePatch): WorkspaceEdit | undefined {
  const declaration = declarationFor(session.project, [path], patch, (file) => currentText(session, file));
  return declaration && fileEdit(session, declaration.path, declaration.text, declaration.edits);
}
