import type { Assertion } from '../../engine/provenance/assertion';
import type { ProvenanceField } from '../../engine/provenance/fields';
import type { ProvenancePatch } from '../../engine/provenance/write';
import type { Subject } from '../../engine/rules/rule';
import { type BulkValues, isOwn, pendingPatch } from './choice';
import type { Place, Written } from './places';

/** In one declaration for the whole file: it must hold for the records that are meant, and for no other. */
export class Declared implements Place {
  readonly saidAt = 'anywhere';
  /** What the declaration says. */
  readonly patch: ProvenancePatch;
  private others = 0;

  constructor(values: BulkValues) {
    if (values.kind !== 'same') throw new Error('records that differ cannot share one declaration');
    const cleared = Object.entries(values.patch).find(([, value]) => value === null);
    if (cleared) throw new Error(`a declaration cannot clear ${cleared[0]}`);
    this.patch = values.patch;
  }

  write({ provenance }: Subject, pending: ProvenancePatch): Written | string {
    const nearer = fieldsOf(pending).find((field) => isSaidNearer(provenance.get(field)));
    return nearer === undefined ? {} : `it says another ${nearer} itself, which a declaration does not change`;
  }

  /** A record that is not meant, or says it already. */
  pass(subject: Subject): void {
    const pending = pendingPatch(this.patch, subject, 'anywhere') ?? {};
    if (fieldsOf(pending).some((field) => !isSaidNearer(subject.provenance.get(field)))) this.others++;
  }

  /** @throws Error when the declaration would hold for more than it should */
  finish(): void {
    if (this.others > 0) {
      const records = this.others === 1 ? '1 record that is' : `${this.others} records that are`;
      throw new Error(`a declaration would also hold for ${records} not meant`);
    }
  }
}

const fieldsOf = (patch: ProvenancePatch) => Object.keys(patch) as ProvenanceField[];

const isSaidNearer = (said: Assertion | undefined) => said !== undefined && isOwn(said);
