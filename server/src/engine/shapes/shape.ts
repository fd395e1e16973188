import type { ProvenanceField } from '../provenance/fields';
import type { Format } from '../records/format';
import type { Path } from '../records/path';

/**
 * A record convention of the field: how to recognise it, where its text is, and which of its own fields say something
 * about provenance. A shape is data: adding one is a few lines in one of the catalogue's families and a fixture.
 */
export interface Shape {
  /** Stable kebab-case name, printed by `inspect`. */
  id: string;
  /** What people call it. */
  title: string;
  /**
   * `dataset`: records with text to check. `annotations`: records that carry no text of their own (Dolma attributes,
   * predictions by id). `metadata`: a document about data (Croissant, datapackage). `other`: known, and no dataset
   * (a log, a configuration file). Only datasets are checked for provenance.
   */
  role: 'dataset' | 'annotations' | 'metadata' | 'other';
  /** Formats the shape occurs in; when absent any but `text`, whose record is a page with front matter. */
  formats?: readonly Format['kind'][];
  /** Any of these recognises a record; shapes are tried in catalogue order and the first that fits wins. */
  signatures: readonly Signature[];
  /** Text-bearing paths. */
  text: readonly Path[];
  /**
   * Objects whose keys are for users to choose, `''` for the record: detection finds the text in them and adds it to
   * `text`.
   */
  open?: readonly Path[];
  /**
   * The shape's own fields that assert provenance, besides the canonical object, which every shape may carry. Where
   * several assert the same field, the first that says something counts; no path is listed twice.
   */
  provenance: readonly NativeField[];
  /** Where the canonical object is written; `none` where consumers reject keys they do not know. */
  placement: Placement;
  /** Where the convention is documented, for `inspect` and the docs. */
  source: string;
}

export type Placement = 'provenance' | 'metadata.provenance' | 'meta.provenance' | 'none';

export type ValueType = 'string' | 'array' | 'object' | 'number' | 'boolean';

/** All terms that are given must hold. */
export interface Signature {
  /** A value stands at every one of these paths (null counts). */
  has?: readonly Path[];
  /** Of each of these groups, a value stands at one path at least. */
  hasAny?: readonly (readonly Path[])[];
  /** No value stands at any of these. */
  lacks?: readonly Path[];
  /** The record has no top-level keys but these. */
  only?: readonly string[];
  /** There are values at the path, and every one is one of these strings. */
  is?: Readonly<Record<Path, readonly string[]>>;
  /** Some string at the path matches. */
  matches?: Readonly<Record<Path, RegExp>>;
  /** The first value at the path has this type. */
  type?: Readonly<Record<Path, ValueType>>;
  /** Some top-level key matches. */
  key?: RegExp;
  /** The record is an object under keys of its own, and the value of each (of the first few) has this. */
  members?: { readonly has: readonly Path[] };
}

/** A field of a shape that asserts one provenance field. */
export interface NativeField {
  path: Path;
  field: ProvenanceField;
  /**
   * What its values mean, by their JSON text (`true`, or a string without quotes); null for "says nothing". A value
   * not listed says nothing either. Without `values` the value is taken as it stands.
   */
  values?: Readonly<Record<string, string | null>>;
  /** The field counts only where `values` lists every sampled value: a `label` may be any class, or human against AI. */
  allListed?: true;
  /**
   * Digital source type that the record is asserted to have when this field is filled (a `generator` of outputs). With
   * empty `values` it is all the field says: a column `deepseek_reasoning`.
   */
  implies?: string;
}
