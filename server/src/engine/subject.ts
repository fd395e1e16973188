import type { FileContext } from './context';
import { recordAssertions } from './provenance/assertion';
import { EffectiveProvenance } from './provenance/effective';
import { recordHash } from './records/hash';
import type { DatasetRecord } from './records/record';
import type { Subject } from './rules/rule';
import { textsOf } from './texts';

/** A record with its effective provenance: its own assertions, then its sidecar row, then what it inherits. */
export function subjectOf(record: DatasetRecord, context: Pick<FileContext, 'facts' | 'inputs'>): Subject {
  const { facts, inputs } = context;
  const own = recordAssertions(record, facts.shape);
  const sidecar = inputs.sidecar?.find(record.row, () => recordHash(record)) ?? [];
  return {
    record,
    own,
    provenance: new EffectiveProvenance([...own, ...sidecar, ...inputs.inherited]),
    texts: record.root ? textsOf(record.root, facts.shape.text) : [],
  };
}
