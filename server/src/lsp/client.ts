import type { InitializeParams } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../protocol';

/** What the client can do, resolved once from `initialize`. */
export interface ClientAbilities {
  /** Our own client: it takes pushed diagnostics and status notifications, and has commands of its own. */
  own: boolean;
  /** Diagnostics are pushed; otherwise the client asks for them. Never both. */
  push: boolean;
  trusted: boolean;
  /** Diagnostics can be asked for again by `workspace/diagnostic/refresh`. */
  diagnosticRefresh: boolean;
  relatedInformation: boolean;
  /** Settings can be read by `workspace/configuration`. */
  configuration: boolean;
  dynamicConfiguration: boolean;
  dynamicWatching: boolean;
  /** Edits carry the version they were made for. */
  documentChanges: boolean;
  createFiles: boolean;
  snippetEdits: boolean;
  /** The edit of a code action may be made when it is chosen. */
  resolveEdit: boolean;
  markdownHover: boolean;
  markdownCompletion: boolean;
  progress: boolean;
}

/** Reads the client's abilities; anything it does not mention it cannot do. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const options: InitializationOptions = isObject(initializationOptions) ? initializationOptions : {};
  const { workspace, textDocument, window } = capabilities;
  const diagnostics = textDocument?.diagnostic;
  return {
    own: options.push === true,
    push: options.push === true || !diagnostics,
    trusted: options.trusted !== false,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: [diagnostics, textDocument?.publishDiagnostics].some(
      (some) => some?.relatedInformation === true,
    ),
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    dynamicWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    resolveEdit:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    progress: window?.workDoneProgress === true,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
