import { type Disposable, StatusBarAlignment, type Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Status, type StatusParams } from '../../server/src/protocol';
import { activeFile } from './activeFile';
import { isDataFile } from './documents';

/** How long the editor may take to hand over a document after its tab became active. */
const HANDOVER_MS = 2000;

/**
 * Says so when the active tab shows a data file that the editor keeps from extensions: over 50 MB, or binary. One click
 * checks it from disk. No message pops up.
 */
export function showUnreadable(client: LanguageClient): Disposable {
  const item = window.createStatusBarItem('datasetHygiene.unreadable', StatusBarAlignment.Right, 100);
  item.name = 'Dataset Hygiene: file not checked';
  const checked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    item.hide();
    timer = setTimeout(() => {
      const uri = activeFile();
      if (!uri || !isKept(uri)) return;
      const done = checked.has(uri.toString());
      item.text = done ? '$(check) Checked from disk' : '$(circle-slash) Not checked here';
      item.tooltip = done
        ? 'Dataset Hygiene checked this file from disk; the findings are in the Problems view. Click to check again.'
        : 'VS Code does not hand this file to extensions (over 50 MB, or binary). Click to check it from disk.';
      item.command = { command: 'datasetHygiene.checkOnDisk', title: 'Check from disk', arguments: [uri] };
      item.show();
    }, HANDOVER_MS);
  };
  const parts: Disposable[] = [
    item,
    window.tabGroups.onDidChangeTabs(look),
    window.tabGroups.onDidChangeTabGroups(look),
    client.onNotification(Status, ({ uri, version, state }: StatusParams) => {
      if (version !== null || state !== 'checked') return;
      checked.add(client.protocol2CodeConverter.asUri(uri).toString());
      look();
    }),
    { dispose: () => clearTimeout(timer) },
  ];
  look();
  return { dispose: () => void parts.map((part) => part.dispose()) };
}

function isKept(uri: Uri): boolean {
  if (uri.scheme !== 'file' || !isDataFile(uri.path)) return false;
  return !workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
