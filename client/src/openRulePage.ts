import { env, Uri } from 'vscode';

/** Opens the page of a rule in the browser. */
export async function openRulePage(address: string): Promise<void> {
  await env.openExternal(Uri.parse(address, true));
}
