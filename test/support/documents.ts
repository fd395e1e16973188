import assert from 'node:assert/strict';
import type { DeclarationReading } from '../../server/src/engine/provenance/declarations/reading';
import type { ObjectValue } from '../../server/src/engine/records/value';
import { openDataset } from './datasets';

/** A document about data as the reader of records gives it. */
export function openDocument(name: string, source: string): { source: string; root: ObjectValue } {
  const root = openDataset(name, source).records[0]?.root;
  assert.equal(root?.type, 'object');
  return { source, root: root as ObjectValue };
}

/** What a reading says, a line each, with the words it stands on: `license=MIT every dataset @mit`. */
export function sayings(reading: DeclarationReading, source: string): string[] {
  return reading.statements.map(({ field, value, quantifier, scope, files, column, start, end }) =>
    [`${field}=${value}`, quantifier, scope, column, files && `(${files.join(' ')})`, `@${source.slice(start, end)}`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}
