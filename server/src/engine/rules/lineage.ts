import { derivation, parentsOf } from '../crossRecord/lineage';
import type { Span } from '../records/position';
import { recordStart } from './missing';
import type { Subject } from './rule';

/** The parents a record names itself, and where. */
export function namedParents({ provenance }: Subject): { ids: readonly string[]; span: Span | undefined } {
  const assertion = derivation(provenance);
  const value = assertion?.own?.value;
  return { ids: parentsOf(assertion?.value), span: value && { start: value.start, end: value.end } };
}

/** Where a record states a field, or else its start. */
export function fieldSpan(subject: Subject, field: 'generation_depth' | 'derived_from' | 'license'): Span {
  const value = subject.own.find((assertion) => assertion.field === field)?.own?.value;
  return value ? { start: value.start, end: value.end } : recordStart(subject);
}
