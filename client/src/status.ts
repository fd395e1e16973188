import { type Disposable, LanguageStatusSeverity, type LogOutputChannel, languages, type Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Status, type StatusParams } from '../../server/src/protocol';
import { documentSelector } from './documents';

/**
 * What the check of the active document came to, behind the braces of the status bar: how many records were read, what
 * they are, how many findings the baseline accepts; and for a file that is not checked, why.
 */
export function showStatus(client: LanguageClient, log: LogOutputChannel): Disposable {
  const item = languages.createLanguageStatusItem('datasetHygiene.status', documentSelector as []);
  item.name = 'Dataset Hygiene';
  item.command = { command: 'datasetHygiene.showLog', title: 'Log' };
  const known = new Map<string, StatusParams>();
  const show = (uri: Uri | undefined) => {
    const status = uri && known.get(uri.toString());
    item.busy = status?.state === 'checking';
    item.severity = status && status.findings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.text = status ? headline(status) : 'Not a dataset';
    item.detail = status?.reason ?? 'Dataset Hygiene';
  };
  const received = client.onNotification(Status, (status: StatusParams) => {
    const uri = client.protocol2CodeConverter.asUri(status.uri);
    known.set(uri.toString(), status);
    if (status.state !== 'checking') log.debug(`${uri.path}: ${headline(status)} (${status.reason})`);
    if (uri.toString() === window.activeTextEditor?.document.uri.toString()) show(uri);
  });
  const switched = window.onDidChangeActiveTextEditor((editor) => show(editor?.document.uri));
  show(window.activeTextEditor?.document.uri);
  return {
    dispose: () => {
      for (const part of [item, received, switched]) part.dispose();
    },
  };
}

function headline(status: StatusParams): string {
  const { state, records, unreadable, findings, suppressed, shape } = status;
  if (state === 'checking') return 'Checking…';
  if (state === 'disabled') return 'Checks are turned off';
  if (state === 'not-a-dataset') return 'Not a dataset';
  const parts = [`${findings} findings in ${records} records`];
  if (unreadable > 0) parts.push(`${unreadable} not readable`);
  if (suppressed > 0) parts.push(`${suppressed} accepted`);
  if (shape) parts.push(shape);
  return parts.join(' · ');
}
