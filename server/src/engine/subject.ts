import type { FileContext } from './context';
import { assertionsOf, carriedKeys } from './provenance/assertion';
import { EffectiveProvenance } from './provenance/effective';
import { turnAssertions } from './provenance/turn';
import type { DatasetRecord } from './records/record';
import type { Subject } from './rules/rule';
import { type TextPart, textsOf } from './texts';

type Context = Pick<FileContext, 'facts' | 'inputs'>;

/** A record with its effective provenance: its own assertions, then its sidecar row, then what it inherits. */
export function subjectOf(record: DatasetRecord, context: Context): Subject {
  const { facts, inputs } = context;
  const carried = record.root ? carriedKeys(record.root, facts.shape) : [];
  const own = assertionsOf(carried, facts.shape);
  const sidecar = inputs.sidecar?.find(record).flatMap(({ assertions }) => assertions) ?? [];
  const inherits = sidecar.length > 0 || inputs.inherited.length > 0;
  return {
    record,
    carried,
    own,
    provenance: new EffectiveProvenance(inherits ? [...own, ...sidecar, ...inputs.inherited] : own),
    texts: record.root ? textsOf(record.root, facts.shape.text) : [],
  };
}

/** The provenance of one text of a record: what its turn says, then the record, then the declarations of its column. */
export function provenanceOf(part: TextPart, { own, provenance }: Subject, { facts, inputs }: Context) {
  const columns = inputs.inheritedByColumn.filter(({ column }) => column === part.path);
  const turn = part.holder ? turnAssertions(part.holder, part.path, facts.shape) : [];
  if (turn.length === 0 && columns.length === 0) return provenance;
  const inherited = new Set(inputs.inherited);
  const nearer = provenance.all.filter((assertion) => !inherited.has(assertion));
  // A field of the shape that lists values turn by turn says nothing of the record that its turn does not say better.
  const record =
    turn.length > 0 ? nearer.filter((assertion) => !(own.includes(assertion) && isOfTurns(assertion))) : nearer;
  return new EffectiveProvenance([...turn, ...record, ...columns, ...inputs.inherited]);
}

const isOfTurns = ({ own }: { own?: { path: string } }) => own?.path.includes('[]') ?? false;
