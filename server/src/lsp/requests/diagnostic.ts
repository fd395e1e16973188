import { createHash } from 'node:crypto';
import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { Session } from '../session';

/** `textDocument/diagnostic`: the findings of the latest version of a document. */
export async function diagnostic(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData>> {
  const result = await session.checks.latest(textDocument.uri);
  if (token.isCancellationRequested)
    return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client');
  const items = result?.diagnostics ?? [];
  const resultId = createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 22);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
