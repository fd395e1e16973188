import { matchesAny } from '../glob';
import { type Assertion, type Place, SCOPES } from './assertion';
import { type ColumnMapping, DECLARATION_KINDS, type Declaration, type Statement } from './declarations/reading';

/** A declaration as it stands to one dataset file. */
export interface NearDeclaration {
  declaration: Declaration;
  /** Name of the document, to be shown as the place of what it says. */
  file: string;
  /** Path of the dataset file from the folder of the document, with slashes. */
  path: string;
  /** How many folders above the dataset file the document is. */
  above: number;
}

/** What a file inherits from the documents around it. */
export interface Inherited {
  /** True of each of its records, nearest first. */
  assertions: readonly Assertion[];
  /** True of one text column of each record, nearest first. */
  columns: readonly ColumnAssertion[];
  /** Columns declared to be provenance. */
  mappings: readonly ColumnMapping[];
  /** Everything said of the file, with its quantifier: what `some` records are, nobody inherits, but it can be wrong. */
  claims: readonly Claim[];
}

export interface ColumnAssertion extends Assertion {
  column: string;
}

export interface Claim extends Pick<Statement, 'field' | 'value' | 'quantifier'> {
  place: Place;
}

export const nothingInherited: Inherited = { assertions: [], columns: [], mappings: [], claims: [] };

/**
 * Resolves what declarations say of a file: column before file before split before directory before dataset; at the same
 * scope the nearer folder, then the kind of the document. Universal statements are inherited, existential ones are not
 * (study of provenance standards, rules R1 to R3).
 */
export function inherit(declarations: readonly NearDeclaration[]): Inherited {
  const found: { assertion: Assertion & { column?: string }; order: number[] }[] = [];
  const claims: Claim[] = [];
  const mappings: ColumnMapping[] = [];
  for (const { declaration, file, path, above } of declarations) {
    const { kind, reading, rangeOf } = declaration;
    const covers = ({ files }: { files?: readonly string[] }) => !files || matchesAny(path, files);
    mappings.push(...reading.columns.filter(covers));
    reading.statements.filter(covers).forEach((statement, index) => {
      const { field, value, quantifier, scope, column } = statement;
      const place = { file, range: rangeOf(statement) };
      if (column === undefined) claims.push({ field, value, quantifier, place });
      if (quantifier !== 'every') return;
      found.push({
        assertion: { field, value, scope, place, ...(column !== undefined && { column }) },
        order: [SCOPES.indexOf(scope), above, DECLARATION_KINDS.indexOf(kind), index],
      });
    });
  }
  found.sort((a, b) => compare(a.order, b.order));
  const assertions: Assertion[] = [];
  const columns: ColumnAssertion[] = [];
  for (const { assertion } of found) {
    if (assertion.column === undefined) assertions.push(assertion);
    else columns.push(assertion as ColumnAssertion);
  }
  return { assertions, columns, mappings, claims };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
