import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { checkDataset, type DatasetFile } from '../../engine/check';
import type { FileParams, StatusParams } from '../../protocol';
import { dataFile } from '../../workspace/dataFile';
import { describeError } from '../../workspace/describeError';
import { FindingStore } from '../documents/findingStore';
import { LongCheck } from '../documents/longCheck';
import { Cancelled } from '../documents/textFile';
import { presentFindings } from '../presentation/diagnostics';
import { placeUri } from '../presentation/places';
import type { Session } from '../session';

/**
 * `datasetHygiene/checkOnDisk`: checks a file that the editor does not hand over, being too large or not text, and
 * pushes its diagnostics. One that is open is checked as it stands in the editor.
 */
export async function checkOnDisk(
  session: Session,
  { uri }: FileParams,
  token: CancellationToken,
): Promise<StatusParams | ResponseError<void>> {
  const open = await session.checks.latest(uri);
  if (open) return open.status;
  const path = session.pathOf(uri);
  const none = { uri, version: null, records: 0, unreadable: 0, findings: 0, suppressed: 0 };
  if (!path) return { ...none, state: 'not-a-dataset', reason: 'the document is not on disk' };
  if (!(await session.settings.isEnabled(uri)))
    return { ...none, state: 'disabled', reason: 'switched off in the settings' };
  // Whoever asks wants the files around it read as they are now, watched or not.
  session.inputsChanged(() => false);
  const findings = new FindingStore();
  const progress = new LongCheck(session, uri);
  try {
    const file = cancellable(dataFile(path, session.nameOf(uri)), token);
    const { inputs } = session.inputsFor(uri);
    const summary = await checkDataset(file, inputs, (finding) => findings.add(finding), { named: true });
    findings.sort();
    const diagnostics = presentFindings({
      uri,
      version: null,
      findings,
      rangeToClient: ({ start, end }) => ({
        start: { line: start.line, character: start.column },
        end: { line: end.line, character: end.column },
      }),
      ...(session.client.relatedInformation && { placeUri: (name: string) => placeUri(session, path, name) }),
    });
    await session.connection.sendDiagnostics({ uri, diagnostics });
    const { records, unreadable, suppressed, facts } = summary;
    const counts = { records, unreadable, findings: findings.length, suppressed };
    const status: StatusParams = {
      ...none,
      ...counts,
      state: 'checked',
      shape: facts.shape.title,
      reason: 'asked for',
    };
    session.sendStatus(status);
    return status;
  } catch (error) {
    if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client');
    if (!isFileError(error)) throw error;
    return { ...none, state: 'not-a-dataset', reason: describeError(error) };
  } finally {
    progress.end();
  }
}

function cancellable(file: DatasetFile, token: CancellationToken): DatasetFile {
  return {
    name: file.name,
    async *bytes() {
      for await (const chunk of file.bytes()) {
        if (token.isCancellationRequested) throw new Cancelled();
        yield chunk;
      }
    },
  };
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
