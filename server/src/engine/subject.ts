import type { FileContext } from './context';
import { assertionsOf, carriedKeys } from './provenance/assertion';
import { EffectiveProvenance } from './provenance/effective';
import { recordHash } from './records/hash';
import type { DatasetRecord } from './records/record';
import type { Subject } from './rules/rule';
import { textsOf } from './texts';

/** A record with its effective provenance: its own assertions, then its sidecar row, then what it inherits. */
export function subjectOf(record: DatasetRecord, context: Pick<FileContext, 'facts' | 'inputs'>): Subject {
  const { facts, inputs } = context;
  const carried = record.root ? carriedKeys(record.root, facts.shape) : [];
  const own = assertionsOf(carried, facts.shape);
  const sidecar = inputs.sidecar?.find(record.row, () => recordHash(record)) ?? [];
  const inherits = sidecar.length > 0 || inputs.inherited.length > 0;
  return {
    record,
    carried,
    own,
    provenance: new EffectiveProvenance(inherits ? [...own, ...sidecar, ...inputs.inherited] : own),
    texts: record.root ? textsOf(record.root, facts.shape.text) : [],
  };
}
