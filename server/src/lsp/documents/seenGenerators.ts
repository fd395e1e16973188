import { subjectOf } from '../../engine/subject';
import type { Session } from '../session';

/** Records that are looked at for models. */
const SAMPLE = 300;
const MAX_SEEN = 20;

/** Models named in the configuration and in the first records of a document as it was last checked. */
export async function seenGenerators(session: Session, uri: string): Promise<string[]> {
  const seen = new Set(session.inputsFor(uri).inputs.generators);
  const checked = (await session.checks.latest(uri))?.checked;
  for (let row = 0; checked && row < Math.min(checked.rows, SAMPLE) && seen.size < MAX_SEEN; row++) {
    const record = checked.record(row);
    const value = record && subjectOf(record, checked.context).provenance.get('generator')?.value;
    if (typeof value === 'string') seen.add(value);
  }
  return [...seen];
}
