import type { Path } from '../../records/path';
import type { Range, Span } from '../../records/position';
import type { AssertedValue } from '../assertion';
import type { ProvenanceField } from '../fields';

/**
 * What a document beside the data (a card, a Croissant description, a data package …) says of its provenance. Spans are
 * UTF-16 units in the text of the document.
 */
export interface DeclarationReading {
  statements: readonly Statement[];
  /** Columns of the data that the document declares to be provenance, row by row. */
  columns: readonly ColumnMapping[];
  /** Data files it names, as globs relative to its folder; undefined where it names none and speaks of all beside it. */
  dataFiles: readonly string[] | undefined;
  /** Free words it is tagged with. */
  tags: readonly string[];
}

/** Kinds of documents that declare provenance; at the same scope an earlier one wins. */
export const DECLARATION_KINDS = [
  'configuration',
  'croissant',
  'datapackage',
  'dps',
  'dpi-summary',
  'spdx',
  'cyclonedx',
  'hf-dataset-card',
] as const;
export type DeclarationKind = (typeof DECLARATION_KINDS)[number];

/** A document that declares provenance, read. */
export interface Declaration {
  kind: DeclarationKind;
  reading: DeclarationReading;
  /** Where a span of the reading stands in the document. */
  rangeOf(span: Span): Range;
}

/** One statement about one provenance field, and how far it reaches. */
export interface Statement extends Span {
  field: ProvenanceField;
  value: AssertedValue;
  /**
   * `every`: true of each record it covers, so each inherits it. `some`: true of at least one, so none does (`tags:
   * synthetic`, a list of two creators). `none`: true of no record (`rai:hasSyntheticData: false`).
   */
  quantifier: 'every' | 'some' | 'none';
  scope: 'column' | 'file' | 'split' | 'directory' | 'dataset';
  /** Globs of the files it covers, relative to the document's folder; absent for all that the document covers. */
  files?: readonly string[];
  /** Text path that a statement of column scope is about. */
  column?: Path;
}

/** A column whose values are a provenance field of their rows (Croissant 1.1, data-level provenance). */
export interface ColumnMapping extends Span {
  field: ProvenanceField;
  path: Path;
  files?: readonly string[];
}

export const emptyReading: DeclarationReading = { statements: [], columns: [], dataFiles: undefined, tags: [] };
