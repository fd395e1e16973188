import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

type AnyEdit = TextEdit | SnippetTextEdit;

/**
 * Makes an edit as an editor would: new texts of open documents are returned, other files are written. Versions must
 * be those of the open documents.
 */
export function applyWorkspaceEdit(edit: WorkspaceEdit, open: ReadonlyMap<string, TextDocument>): Map<string, string> {
  const texts = new Map<string, string>();
  const change = (uri: string, edits: AnyEdit[]) => {
    const document = open.get(uri);
    if (document) texts.set(uri, edited(document, edits));
    else {
      const path = fileURLToPath(uri);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      writeFileSync(path, edited(TextDocument.create(uri, '', 0, text), edits));
    }
  };
  for (const part of edit.documentChanges ?? []) {
    if ('kind' in part) {
      assert.equal(part.kind, 'create');
      if (!existsSync(fileURLToPath(part.uri as string))) writeFileSync(fileURLToPath(part.uri as string), '');
    } else {
      const { uri, version } = part.textDocument;
      assert.equal(version, open.get(uri)?.version ?? null);
      change(uri, part.edits);
    }
  }
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(uri, edits);
  return texts;
}

/** A document's text after edits, which must not overlap. */
function edited(document: TextDocument, edits: readonly AnyEdit[]): string {
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ('snippet' in edit ? { range: edit.range, newText: expand(edit.snippet.value) } : edit)),
  );
}

/** A snippet as it is inserted, its placeholder taken as offered: the first choice, or the text. */
export function expand(snippet: string): string {
  const parts = /\$\{1\|((?:[^\\|]|\\.)*)\|\}|\$\{1:((?:[^\\}]|\\.)*)\}|\\([\\$}])/g;
  return snippet.replace(parts, (_, choices?: string, text?: string, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    if (text !== undefined) return text.replace(/\\([\\$}])/g, '$1');
    return /^(?:[^\\,]|\\.)*/.exec(choices!)![0].replace(/\\([\\,|])/g, '$1');
  });
}
