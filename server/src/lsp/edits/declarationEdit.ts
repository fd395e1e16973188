import { join, relative, sep } from 'node:path';
import { type FormattingOptions, modify, parse } from 'jsonc-parser';
import { escape } from 'minimatch';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { CONFIGURATION_FILE } from '../../engine/configuration';
import type { Edit, ProvenancePatch } from '../../engine/provenance/write';
import type { Session } from '../session';
import { currentText, fileEdit } from './workspaceEdits';

/**
 * An edit that declares provenance for the whole dataset at `path` in its configuration, which is created beside the
 * project's other state where there is none. Undefined where the client cannot create it, or the one that is there is
 * too broken to be edited.
 */
export function declarationEdit(session: Session, path: string, patch: ProvenancePatch): WorkspaceEdit | undefined {
  const { project } = session;
  const configuration = project.configurationFor(path)?.path ?? join(project.rootOf(path), CONFIGURATION_FILE);
  const files = escape(relative(project.rootOf(path), path).split(sep).join('/'));
  const values = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  if (Object.keys(values).length === 0) return undefined;
  const text = currentText(session, configuration);
  const edits = text === undefined || text.trim() === '' ? newFile(text ?? '', files, values) : declare(text, files, values);
  return edits && fileEdit(session, configuration, text, edits);
}

function newFile(text: string, files: string, values: object): Edit[] {
  const content = `${JSON.stringify({ provenance: [{ files, ...values }] }, null, 2)}\n`;
  return [{ start: 0, end: text.length, newText: content }];
}

/** Edits of a configuration's text; comments and layout stay as they are. */
export function declare(text: string, files: string, values: Record<string, unknown>): Edit[] | undefined {
  const formattingOptions = layoutOf(text);
  const change = (path: (string | number)[], value: unknown, isArrayInsertion = false): Edit[] =>
    modify(text, path, value, { formattingOptions, isArrayInsertion }).map(({ offset, length, content }) => ({
      start: offset,
      end: offset + length,
      newText: content,
    }));
  try {
    const { provenance } = parse(text, [], { allowTrailingComma: true }) ?? {};
    if (!Array.isArray(provenance)) return change(['provenance'], [{ files, ...values }]);
    const last = provenance.length - 1;
    // The last entry wins over those before it: when it is about this very file, it is the one to change.
    const [key, ...others] = Object.keys(values);
    if (last >= 0 && isAbout(provenance[last], files) && others.length === 0) {
      return change(['provenance', last, key!], values[key!]);
    }
    return change(['provenance', provenance.length], { files, ...values }, true);
  } catch {
    // The parser refuses to edit what is no object.
    return undefined;
  }
}

function isAbout(entry: unknown, files: string): boolean {
  const said = (entry as { files?: unknown } | null)?.files;
  return said === files || (Array.isArray(said) && said.length === 1 && said[0] === files);
}

function layoutOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: indent[0] !== '\t', tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
