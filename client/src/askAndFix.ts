import { window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ApplyPatch, type ApplyPatchParams, type AskAndFixArguments } from '../../server/src/protocol';

/** Asks for the one value that only the person knows, then applies the edit that the server makes of the answer. */
export async function askAndFix(client: LanguageClient, request: AskAndFixArguments): Promise<void> {
  const answer = await ask(request.ask.prompt, request.ask.suggestions);
  if (!answer) return;
  const { uri, version, row, rule, place } = request;
  const params: ApplyPatchParams = {
    uri,
    version,
    row,
    rule,
    place,
    patch: { ...request.patch, [request.ask.field]: answer },
  };
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(await client.sendRequest(ApplyPatch, params));
  if (!edit || !(await workspace.applyEdit(edit))) {
    await window.showWarningMessage('Dataset Hygiene: the file changed in the meantime, nothing was written.');
  }
}

/** A quick pick of suggestions that also takes any other answer. */
function ask(prompt: string, suggestions: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = window.createQuickPick();
    const known = suggestions.map((label) => ({ label }));
    pick.title = prompt;
    pick.placeholder = 'Choose, or type an answer of your own';
    pick.items = known;
    pick.onDidChangeValue((value) => {
      const own = value.trim();
      pick.items = own && !suggestions.includes(own) ? [{ label: own }, ...known] : known;
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
