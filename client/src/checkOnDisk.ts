import { ProgressLocation, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { CheckOnDisk, type FileParams, type StatusParams } from '../../server/src/protocol';
import { fileOf } from './activeFile';

/** Checks a file from disk: for those the editor does not hand over. The person asked, so the result is told. */
export async function checkOnDisk(client: LanguageClient, argument: unknown): Promise<StatusParams | undefined> {
  const uri = fileOf(argument);
  if (uri?.scheme !== 'file') {
    await window.showWarningMessage('Dataset Hygiene: there is no file on disk to check.');
    return undefined;
  }
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const params: FileParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  const status = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Checking ${name}`, cancellable: true },
    (_, token) => client.sendRequest<StatusParams>(CheckOnDisk, params, token),
  );
  const { findings, records } = status;
  window.showInformationMessage(`${name}: ${findings} findings in ${records} records. They are in the Problems view.`);
  return status;
}
