import { window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type FileParams, FixOnDisk, type FixOnDiskResult } from '../../server/src/protocol';
import { fileOf } from './activeFile';

/** Makes the safe fixes in the file on disk, for files that would not survive being saved by the editor. */
export async function fixOnDisk(client: LanguageClient, argument: unknown): Promise<void> {
  const uri = fileOf(argument);
  if (!uri) return;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    await window.showWarningMessage(
      'Dataset Hygiene: save or revert your changes first, the fix rewrites the file on disk.',
    );
    return;
  }
  const params: FileParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  const { changed, refused } = await client.sendRequest<FixOnDiskResult>(FixOnDisk, params);
  window.showInformationMessage(refused ?? `Dataset Hygiene: ${changed} records were changed on disk.`);
}
