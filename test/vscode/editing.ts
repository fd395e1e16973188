import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type Position,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** What tests inside VS Code do with the workspace, which is a copy of `examples/`. */

const folder = () => workspace.workspaceFolders![0]!.uri;
const ours = (uri: Uri) => languages.getDiagnostics(uri).filter(({ source }) => source === 'dataset-hygiene');

export const file = (path: string) => Uri.joinPath(folder(), path);
export const ruleOf = ({ code }: Diagnostic) => String(typeof code === 'object' ? code.value : code);

/** Resolves with the diagnostics of a file as soon as they are as wanted; waits for events, not for time. */
export function diagnosticsWhere(uri: Uri, wanted: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      changed.dispose();
      const got = ours(uri).map((one) => `${one.range.start.line}:${one.range.start.character} ${ruleOf(one)}`);
      reject(new Error(`not as wanted after 30 s: ${got.join(', ') || 'no diagnostics'}`));
    }, 30_000);
    const look = () => {
      const found = ours(uri);
      if (!wanted(found)) return;
      clearTimeout(timer);
      changed.dispose();
      resolve(found);
    };
    const changed = languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) look();
    });
    look();
  });
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(path));
  await window.showTextDocument(document);
  return document;
}

/** The code actions at a place, as the menu of the light bulb gets them. */
export async function actionsAt(uri: Uri, range: Range): Promise<CodeAction[]> {
  return (
    (await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, undefined, 100)) ?? []
  );
}

/** Does what the action with such a title does. */
export async function apply(actions: CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action, `no action ${title} among: ${actions.map((one) => one.title).join(' | ')}`);
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit));
  if (action.command) await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** What is shown when the mouse rests on a place, besides the diagnostics. */
export async function hoverAt(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}
