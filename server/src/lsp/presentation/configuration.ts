import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationProblem } from '../../engine/configuration';
import { makeVisible } from '../../engine/hiddenCharacters';
import { SOURCE } from './source';

/** What is wrong with a configuration, where it stands. */
export function configurationDiagnostics(
  problems: readonly ConfigurationProblem[],
  document: TextDocument,
): Diagnostic[] {
  return problems.map(({ start, end, message }) => ({
    source: SOURCE,
    severity: DiagnosticSeverity.Warning,
    message: makeVisible(message),
    range: { start: document.positionAt(start), end: document.positionAt(end) },
  }));
}

/** Something wrong around a dataset, told at its first character. */
export function fileProblem(message: string): Diagnostic {
  return {
    source: SOURCE,
    severity: DiagnosticSeverity.Error,
    message,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  };
}
