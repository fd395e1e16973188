import { existsSync } from 'node:fs';
import { MessageType } from 'vscode-languageserver/node';
import { checkDataset } from '../../engine/check';
import type { AcceptInBaselineArguments } from '../../protocol';
import { BaselineFile, baselinePath } from '../../workspace/baselineFile';
import { describeError } from '../../workspace/describeError';
import { textFile } from '../documents/textFile';
import { affects } from '../inputFiles';
import type { Session } from '../session';

/** Writes findings of a document into the project's baseline, and checks what it holds for again. */
export async function acceptInBaseline(session: Session, request: AcceptInBaselineArguments): Promise<void> {
  const { uri, version, rule, row } = request;
  const path = session.pathOf(uri);
  const document = session.documents.get(uri);
  if (!path || !document || !session.isTrusted) return;
  if (document.version !== version) {
    session.tell(MessageType.Warning, 'The document was edited meanwhile: nothing was accepted.');
    return;
  }
  const keys: string[] = [];
  const file = textFile(session.nameOf(uri), document.getText(), () => document.version !== version);
  await checkDataset(
    file,
    session.inputsFor(uri).inputs,
    (finding) => {
      if (finding.rule === rule && (row === null || finding.row === row) && finding.key) keys.push(finding.key);
    },
    { keys: true },
  );
  const target = baselinePath(session.project.rootOf(path));
  try {
    // Read afresh: another program may have written it since.
    const before = BaselineFile.read(target);
    if (!before && existsSync(target)) throw new Error('it is no readable file');
    const baseline = before ?? BaselineFile.empty();
    for (const key of keys) baseline.add(rule, key);
    baseline.write(target);
  } catch (error) {
    const why = describeError(error);
    session.tell(MessageType.Error, `Nothing was accepted, the baseline cannot be read or written: ${why}.`);
    return;
  }
  session.inputsChanged((other) => {
    const dataset = session.pathOf(other);
    return dataset !== undefined && affects(target, dataset);
  });
}
