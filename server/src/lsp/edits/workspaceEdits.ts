import type {
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Edit } from '../../engine/provenance/write';
import { RecordLines } from '../../engine/records/lines';
import type { DatasetRecord } from '../../engine/records/record';
import { readText } from '../../workspace/readText';
import type { CheckedDocument } from '../documents/checkedDocument';
import type { Session } from '../session';

/** Edits of one record as edits of its document. */
export function recordTextEdits(checked: CheckedDocument, record: DatasetRecord, edits: readonly Edit[]): TextEdit[] {
  const lines = new RecordLines(record);
  return edits.map(({ start, end, newText }) => ({
    range: checked.rangeToClient({ start: lines.at(start), end: lines.at(end) }),
    newText,
  }));
}

/** An edit of a checked document that holds for the version it was made from. */
export function documentEdit(
  session: Session,
  { uri, version }: CheckedDocument,
  edits: (TextEdit | SnippetTextEdit)[],
): WorkspaceEdit {
  if (session.client.documentChanges) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits as TextEdit[] } };
}

/** Text of a file as the editor has it, else as it is on disk; undefined where there is none. */
export function currentText(session: Session, path: string): string | undefined {
  return session.documentAt(path)?.getText() ?? readText(path);
}

/**
 * An edit of another file: offsets are those of `text`, which is what {@link currentText} said.
 *
 * @param text undefined to create the file
 * @returns undefined where the client cannot create files
 */
export function fileEdit(
  session: Session,
  path: string,
  text: string | undefined,
  edits: readonly Edit[],
): WorkspaceEdit | undefined {
  const { documentChanges, createFiles } = session.client;
  const open = session.documentAt(path);
  const uri = open?.uri ?? URI.file(path).toString();
  const document = open ?? TextDocument.create(uri, 'plaintext', 0, text ?? '');
  const textEdits = edits.map(({ start, end, newText }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText,
  }));
  const change: TextDocumentEdit = { textDocument: { uri, version: open?.version ?? null }, edits: textEdits };
  if (text !== undefined) {
    return documentChanges ? { documentChanges: [change] } : { changes: { [uri]: textEdits } };
  }
  if (!documentChanges || !createFiles) return undefined;
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  return { documentChanges: [create, change] };
}
