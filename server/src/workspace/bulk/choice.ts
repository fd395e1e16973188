import type { PlacementSetting } from '../../engine/configuration';
import type { FileFacts } from '../../engine/facts';
import type { AssertedValue, Assertion } from '../../engine/provenance/assertion';
import type { ProvenanceField } from '../../engine/provenance/fields';
import type { ProvenancePatch } from '../../engine/provenance/write';
import type { Subject } from '../../engine/rules/rule';
import type { Condition } from './condition';

/** What is to be changed, in which records, and where it is written: a person's choice. */
export interface BulkChoice {
  /** Values to write; the safe fixes where there are none. */
  values?: BulkValues;
  /** Only records in which one of these rules finds something; of the safe fixes, only those of these rules. */
  rules?: ReadonlySet<string>;
  /** Only records of which all of this holds. */
  where?: readonly Condition[];
  /** Where values are written; as the shape of the records and the configuration have it when absent. */
  placement?: PlacementSetting;
  /** Write the new version of the one file to this new file, and leave the file as it is. */
  out?: string;
}

/** The same values for every record, or for each its own. They come from a person or a dataset, never from a detector. */
export type BulkValues =
  | { kind: 'same'; patch: ProvenancePatch }
  | {
      kind: 'each';
      /** Every field that any record may get. */
      fields: readonly ProvenanceField[];
      /** What a record should say; undefined where nothing is known. Called once or twice for each record. */
      of(subject: Subject, facts: FileFacts): ProvenancePatch | undefined;
    };

/** Where a value counts as said: in the record, there or in its sidecar, or at any level. */
export type SaidAt = 'record' | 'sidecar' | 'anywhere';

/** What of a patch a record does not say yet; undefined where it says all of it. */
export function pendingPatch(
  patch: ProvenancePatch,
  { provenance }: Pick<Subject, 'provenance'>,
  at: SaidAt,
): ProvenancePatch | undefined {
  let pending: ProvenancePatch | undefined;
  for (const field in patch) {
    const value = patch[field as ProvenanceField]!;
    if (isSaid(provenance.get(field as ProvenanceField), value, at)) continue;
    pending ??= {};
    pending[field as ProvenanceField] = value as never;
  }
  return pending;
}

function isSaid(said: Assertion | undefined, value: AssertedValue | null, at: SaidAt): boolean {
  // What is inherited, or follows from another field, cannot be cleared in the record.
  if (value === null) return said === undefined || !isOwn(said) || said.own?.by === 'implied';
  if (said === undefined || !isSameValue(said.value, value)) return false;
  return at === 'anywhere' || said.scope === 'record' || (at === 'sidecar' && said.scope === 'sidecar');
}

/** Whether a record says it itself, or its sidecar does. */
export const isOwn = ({ scope }: Assertion): boolean => scope === 'record' || scope === 'sidecar';

/** Whether two values say the same; a list stands in a cell with spaces between. */
export function isSameValue(a: AssertedValue, b: AssertedValue): boolean {
  const text = (value: AssertedValue) => (typeof value === 'object' ? value.join(' ') : String(value));
  return text(a) === text(b);
}

/** A choice in words, for whoever takes it back. */
export function sayChoice({ values, rules }: BulkChoice): string {
  const of = rules ? ` of ${[...rules].join(', ')}` : '';
  if (!values) return `safe fixes${of}`;
  if (values.kind === 'each') return `provenance restored: ${values.fields.join(', ')}`;
  const set = Object.entries(values.patch).map(([field, value]) => `${field}=${value ?? ''}`);
  return `set ${set.join(' ')}${of}`;
}
