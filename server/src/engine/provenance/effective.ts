import type { Assertion } from './assertion';
import type { ProvenanceField } from './fields';
import { type OriginClass, readOrigin } from './vocabulary';

/** The provenance of a record after inheritance: for each field the nearest assertion, and those it overrides. */
export class EffectiveProvenance {
  /** @param all every assertion, nearest scope first */
  constructor(readonly all: readonly Assertion[]) {}

  get(field: ProvenanceField): Assertion | undefined {
    for (const assertion of this.all) if (assertion.field === field) return assertion;
    return undefined;
  }

  /** Every assertion of a field, the one in force first. */
  chain(field: ProvenanceField): readonly Assertion[] {
    return this.all.filter((assertion) => assertion.field === field);
  }

  get fields(): ProvenanceField[] {
    return [...new Set(this.all.map(({ field }) => field))];
  }

  /** Class of the origin in force; undefined where none is asserted or its value is not understood. */
  get originClass(): OriginClass | undefined {
    const value = this.get('digital_source_type')?.value;
    if (typeof value !== 'string') return undefined;
    const reading = readOrigin(value);
    return reading.kind === 'unknown' ? undefined : reading.type.class;
  }
}

/** Whether these assertions say where a record comes from: a date alone does not. */
export function declaresProvenance(assertions: readonly Assertion[]): boolean {
  return assertions.some(({ field }) => field !== 'created' && field !== 'added');
}
