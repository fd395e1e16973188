import type { Diagnostic } from 'vscode-languageserver/node';
import type { CheckedDocument } from '../documents/checkedDocument';
import type { Session } from '../session';
import { type PresentedFile, presentFindings } from './diagnostics';
import { placeUri } from './places';

/** The findings of a checked document as diagnostics. */
export function datasetDiagnostics(checked: CheckedDocument, session: Session): Diagnostic[] {
  return presentFindings(presentedFile(checked, session));
}

/** A checked document as its findings are presented. */
export function presentedFile(checked: CheckedDocument, session: Session): PresentedFile {
  const { uri, version, findings, path } = checked;
  const known = new Map<string, string | undefined>();
  const placed = (file: string) => {
    if (!known.has(file)) known.set(file, path && placeUri(session, path, file));
    return known.get(file);
  };
  return {
    uri,
    version,
    findings,
    rangeToClient: (range) => checked.rangeToClient(range),
    recordStart: (row) => checked.startOf(row),
    ...(session.client.relatedInformation && { placeUri: placed }),
  };
}
