import { commands, type ExtensionContext, window, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, Trusted } from '../../server/src/protocol';
import { askAndFix } from './askAndFix';
import { checkOnDisk } from './checkOnDisk';
import { documentSelector } from './documents';
import { fixOnDisk } from './fixOnDisk';
import { openRulePage } from './openRulePage';
import { showStatus } from './status';
import { showUnreadable } from './unreadable';

let client: LanguageClient | undefined;

/** Starts the language server and connects the few things only the editor can do: ask, show a page, show a status. */
export async function activate(context: ExtensionContext): Promise<LanguageClient> {
  const log = window.createOutputChannel('Dataset Hygiene', { log: true });
  const initializationOptions: InitializationOptions = { push: true, trusted: workspace.isTrusted };
  const clientOptions: LanguageClientOptions = { documentSelector, outputChannel: log, initializationOptions };
  const started = new LanguageClient('datasetHygiene', 'Dataset Hygiene', serverOptions(context), clientOptions);
  client = started;
  context.subscriptions.push(
    log,
    showStatus(started, log),
    showUnreadable(started),
    workspace.onDidGrantWorkspaceTrust(() => started.sendNotification(Trusted)),
    commands.registerCommand('datasetHygiene.askAndFix', (request) => askAndFix(started, request)),
    commands.registerCommand('datasetHygiene.fixOnDisk', (uri) => fixOnDisk(started, uri)),
    commands.registerCommand('datasetHygiene.openRulePage', openRulePage),
    commands.registerCommand('datasetHygiene.checkOnDisk', (uri) => checkOnDisk(started, uri)),
    commands.registerCommand('datasetHygiene.restartServer', () => started.restart()),
    commands.registerCommand('datasetHygiene.showLog', () => log.show()),
  );
  await started.start();
  return started;
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** One bundle for both runs; with a debugger attached the server waits for its own. */
function serverOptions(context: ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  return {
    run: { module, transport },
    debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
}
