import type { Assertion } from './assertion';
import type { ProvenanceField } from './fields';
import { type OriginClass, readOrigin } from './vocabulary';

/** The provenance of a record after inheritance: for each field the nearest assertion, and those it overrides. */
export class EffectiveProvenance {
  private readonly chains = new Map<ProvenanceField, Assertion[]>();

  /** @param assertions nearest scope first */
  constructor(assertions: readonly Assertion[]) {
    for (const assertion of assertions) {
      const chain = this.chains.get(assertion.field);
      if (chain) chain.push(assertion);
      else this.chains.set(assertion.field, [assertion]);
    }
  }

  get(field: ProvenanceField): Assertion | undefined {
    return this.chains.get(field)?.[0];
  }

  /** Every assertion of a field, the one in force first. */
  chain(field: ProvenanceField): readonly Assertion[] {
    return this.chains.get(field) ?? [];
  }

  get fields(): ProvenanceField[] {
    return [...this.chains.keys()];
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
