import assert from 'node:assert/strict';
import type { DeclarationReading, Statement } from '../../server/src/engine/provenance/declarations/reading';
import { parseJson } from '../../server/src/engine/records/jsonParser';
import type { ObjectValue } from '../../server/src/engine/records/value';

export type Reader = (root: ObjectValue) => DeclarationReading;

/** Reads a document, laid out as a person writes it. */
export function reading(read: Reader, document: unknown): { text: string; reading: DeclarationReading } {
  const text = JSON.stringify(document, null, 2);
  const { root } = parseJson(text, 256);
  assert.equal(root?.type, 'object');
  return { text, reading: read(root as ObjectValue) };
}

/**
 * What a document says, a line each: `every dataset license=MIT <"MIT License">`. The part in angle brackets stands in
 * the document where the statement says it stands; it is left out where it is the value.
 */
export function said(read: Reader, document: unknown): string[] {
  const { text, reading: found } = reading(read, document);
  return found.statements.map((statement) => inWords(statement, text));
}

function inWords({ quantifier, scope, files, column, field, value, start, end }: Statement, text: string): string {
  const shown = typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
  const source = text.slice(start, end);
  const written: unknown = JSON.parse(source);
  const plain = typeof value === 'object' ? value[0] : value;
  return [
    quantifier,
    scope,
    ...(column === undefined ? [] : [`column ${column}`]),
    ...(files ? [`[${files.join(' ')}]`] : []),
    `${field}=${shown}`,
    ...(written === plain || JSON.stringify(written) === JSON.stringify(value) ? [] : [`<${source}>`]),
  ].join(' ');
}
