import { basename } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDataset } from '../../engine/check';
import { CONFIGURATION_FILE, parseConfiguration } from '../../engine/configuration';
import { configurationDiagnostics, fileProblem } from '../presentation/configuration';
import { datasetDiagnostics } from '../presentation/datasetDiagnostics';
import type { Session } from '../session';
import { CheckedDocument } from './checkedDocument';
import type { DocumentResult } from './checks';
import { FindingStore } from './findingStore';
import { LongCheck } from './longCheck';
import { RecordStarts } from './recordStarts';
import { Cancelled, textFile } from './textFile';

/**
 * Checks an open document in the version it has now.
 *
 * @throws Cancelled when `isCancelled` says so underway
 */
export async function checkDocument(
  session: Session,
  document: TextDocument,
  isCancelled: () => boolean,
): Promise<DocumentResult> {
  const { uri, version } = document;
  const none = { records: 0, unreadable: 0, findings: 0, suppressed: 0 };
  const empty = { uri, version, ...none };
  if (!(await session.settings.isEnabled(uri))) {
    return {
      version,
      diagnostics: [],
      status: { ...empty, state: 'disabled', reason: 'switched off in the settings' },
    };
  }
  if (isCancelled()) throw new Cancelled();
  const path = session.pathOf(uri);
  if (path && basename(path) === CONFIGURATION_FILE) {
    const { problems } = parseConfiguration(document.getText());
    const diagnostics = configurationDiagnostics(problems, document);
    return { version, diagnostics, status: { ...empty, state: 'not-a-dataset', reason: 'the configuration' } };
  }
  const selection = session.select(document);
  if (!selection.checked) {
    return { version, diagnostics: [], status: { ...empty, state: 'not-a-dataset', reason: selection.why } };
  }
  session.sendStatus({ ...empty, state: 'checking', reason: selection.why });
  const findings = new FindingStore();
  const starts = new RecordStarts();
  const { inputs, problem } = session.inputsFor(uri);
  const progress = new LongCheck(session, uri);
  try {
    const file = textFile(session.nameOf(uri), document.getText(), isCancelled);
    const onRecord = ({ start }: { start: { line: number; column: number } }) => starts.push(start);
    const summary = await checkDataset(file, inputs, (finding) => findings.add(finding), { onRecord });
    findings.sort();
    if (isCancelled()) throw new Cancelled();
    const { records, unreadable, suppressed, facts, leftAlone } = summary;
    const checked = new CheckedDocument(document, version, path, summary, findings, starts);
    return {
      version,
      diagnostics: [...(problem ? [fileProblem(problem)] : []), ...datasetDiagnostics(checked, session)],
      status: {
        uri,
        version,
        state: leftAlone ? 'not-a-dataset' : 'checked',
        records,
        unreadable,
        findings: findings.length,
        suppressed,
        shape: facts.shape.title,
        reason: leftAlone ? facts.match.evidence : selection.why,
      },
      ...(!leftAlone && { checked }),
    };
  } finally {
    progress.end();
  }
}
