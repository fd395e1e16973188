import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import { makeVisible } from '../../engine/hiddenCharacters';

/** A quick fix. Its title may quote the dataset. */
export function quickFix(title: string, diagnostics: Diagnostic[], rest: Partial<CodeAction>): CodeAction {
  return { title: makeVisible(title), kind: CodeActionKind.QuickFix, diagnostics, ...rest };
}

/** A title without the dots that say a question follows, with something added, and the dots again. */
export function extendTitle(title: string, addition: string): string {
  return title.endsWith('…') ? `${title.slice(0, -1)} ${addition}…` : `${title} ${addition}`;
}
