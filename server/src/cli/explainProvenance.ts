import { type Assertion, sayValue } from '../engine/provenance/assertion';
import type { EffectiveProvenance } from '../engine/provenance/effective';
import { printable } from './printable';

/** The chain of each field: the value in force with its scope and place, and below it what it overrides. */
export function* sayChains(provenance: EffectiveProvenance): Generator<string> {
  for (const field of provenance.fields) {
    const [inForce, ...overridden] = provenance.chain(field);
    yield printable(`${field}: ${say(inForce!)}`);
    for (const other of overridden) yield printable(`  overrides ${say(other)}`);
  }
  if (provenance.fields.length === 0) yield 'Nothing says where this record comes from.';
}

function say({ value, scope, place, own }: Assertion): string {
  const at = place ? `${place.file}:${place.range.start.line + 1}` : own ? `field ${own.path}` : '';
  return `${sayValue(value)} (${scope}${at && `, ${at}`})`;
}
