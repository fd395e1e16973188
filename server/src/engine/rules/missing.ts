import type { ProvenanceField } from '../provenance/fields';
import type { Span } from '../records/position';
import type { Subject } from './rule';

/** Whether a dataset record has no assertion of a field at any level. */
export function lacks({ record, provenance }: Subject, field: ProvenanceField): boolean {
  return record.root?.type === 'object' && provenance.get(field) === undefined;
}

/** Something absent is shown at the record's start: the editor draws nothing beyond column 10,000. */
export function recordStart({ record }: Subject): Span {
  return { start: 0, end: Math.min(1, record.source.length) };
}
