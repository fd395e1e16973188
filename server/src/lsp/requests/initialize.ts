import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { version } from '../../../../package.json';
import { AcceptInBaselineCommand, FixOnDiskCommand } from '../../protocol';
import type { ClientAbilities } from '../client';
import { SOURCE } from '../presentation/source';
import { FIX_ALL } from './codeAction';

/** What the server offers to this client. */
export function initializeResult({ own, push }: ClientAbilities): InitializeResult {
  return {
    serverInfo: { name: SOURCE, version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
        resolveProvider: true,
      },
      // Our own client saves the document first, and so has the second command itself.
      executeCommandProvider: {
        commands: own ? [AcceptInBaselineCommand] : [AcceptInBaselineCommand, FixOnDiskCommand],
      },
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['"'] },
      workspace: { workspaceFolders: { supported: true } },
      ...(!push && {
        diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  };
}
