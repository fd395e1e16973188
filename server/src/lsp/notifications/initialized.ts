import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { INPUT_GLOBS } from '../inputFiles';
import type { Session } from '../session';

/** `initialized`: asks the client to tell of changed settings, and of changed files around the datasets. */
export async function initialized({ client, connection }: Session): Promise<void> {
  if (client.dynamicConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'datasetHygiene' });
  }
  if (client.dynamicWatching) {
    const watchers = INPUT_GLOBS.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
