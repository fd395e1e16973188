import { TabInputCustom, TabInputNotebook, TabInputText, Uri, window } from 'vscode';

/**
 * The file of the active tab. A file over 50 MB has no text editor as far as extensions can see, but it has a tab.
 */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const known = input instanceof TabInputText || input instanceof TabInputCustom || input instanceof TabInputNotebook;
  return known ? input.uri : window.activeTextEditor?.document.uri;
}

/** The file that a command is for: the one it was given by the Explorer, else the active one. */
export function fileOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  return typeof argument === 'string' ? Uri.parse(argument) : activeFile();
}
