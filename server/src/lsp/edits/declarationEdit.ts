import { join, relative, sep } from 'node:path';
import { escape as escapeGlob } from 'minimatch';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { CONFIGURATION_FILE } from '../../engine/configuration';
import type { Edit, ProvenancePatch } from '../../engine/provenance/write';
import type { Session } from '../session';
import { declare } from './declare';
import { currentText, fileEdit } from './workspaceEdits';

/**
 * An edit that declares provenance for the whole dataset at `path` in its configuration, which is created in the
 * project's root where there is none. Undefined where the client cannot create it, or the one that is there is too
 * broken to be edited.
 */
export function declarationEdit(session: Session, path: string, patch: ProvenancePatch): WorkspaceEdit | undefined {
  const { project } = session;
  const root = project.rootOf(path);
  const configuration = project.configurationFor(path)?.path ?? join(root, CONFIGURATION_FILE);
  const local = escapeGlob(relative(root, path).split(sep).join('/'));
  // A name alone would hold for files of that name in every folder.
  const files = local.includes('/') ? local : `./${local}`;
  const values = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  if (Object.keys(values).length === 0) return undefined;
  const text = currentText(session, configuration);
  const edits = text === undefined || text.trim() === '' ? newFile(text, files, values) : declare(text, files, values);
  return edits && fileEdit(session, configuration, text, edits);
}

function newFile(text: string | undefined, files: string, values: object): Edit[] {
  const newText = `${JSON.stringify({ provenance: [{ files, ...values }] }, null, 2)}\n`;
  return [{ start: 0, end: text?.length ?? 0, newText }];
}
