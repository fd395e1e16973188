import type { CrossRecord } from './crossRecord';
import type { FileFacts } from './facts';
import type { Assertion } from './provenance/assertion';
import type { ColumnMapping } from './provenance/declarations/reading';
import type { KeyedRow } from './provenance/declarations/sidecarRows';
import type { Claim, ColumnAssertion } from './provenance/inheritance';
import type { SourceDeclarations } from './provenance/knownSources';
import type { DatasetRecord } from './records/record';
import type { Severity } from './rules/rule';
import type { Judge } from './synthetic/judge';

/** Everything besides the record that its findings depend on. */
export interface FileContext {
  /** Name to show and to match: the path from the folder of the nearest configuration, or as it was given. */
  file: string;
  facts: FileFacts;
  inputs: FileInputs;
  /** Something asserts provenance here, or someone asked for it: absent provenance is a finding on every record. */
  declared: boolean;
  /** What holds between its records; present in the second reading only. */
  cross?: CrossRecord;
}

/** What the files around a dataset say of it. */
export interface FileInputs {
  /** What the documents around the file assert of each of its records, nearest first. */
  inherited: readonly Assertion[];
  /** What they assert of single text columns, nearest first. */
  inheritedByColumn: readonly ColumnAssertion[];
  /** Columns that they declare to be provenance. */
  columnMappings: readonly ColumnMapping[];
  /** All they say of the file, existential statements included. */
  claims: readonly Claim[];
  sidecar?: Sidecar;
  /** Severity by rule where the configuration sets it. */
  severities: ReadonlyMap<string, Severity | 'off'>;
  baseline?: Baseline;
  /** The configuration names this file as a dataset: provenance is wanted. */
  optedIn: boolean;
  /** The dataset is about text of models (its card or path says so): leftovers of models are its subject. */
  aboutModelText: boolean;
  /** Judges texts; absent where nobody asked for it, so that everything else can be checked alone. */
  judge?: Judge;
  /** The dataset card says that there is no machine text. */
  deniesMachineText: boolean;
  /** What the sources of its records say of themselves; absent where only the shipped table is to be asked. */
  sources?: SourceDeclarations;
  /** Models named in the files around it, offered when a generator is asked for. */
  generators: readonly string[];
  /** Ids of records in the other files of the dataset; absent where nobody looks there. */
  idsElsewhere?: () => Promise<(id: string) => boolean>;
  /** Generation steps from human text that are tolerated. */
  maxGenerationDepth: number;
  /** The present, in milliseconds since 1970; an input so that a check can be repeated. */
  now: number;
}

/** Row sidecar `<file>.provenance.jsonl`, or another file that speaks of records one by one. */
export interface Sidecar {
  file: string;
  /** Its rows, one for a record. */
  readonly size: number;
  /** Its rows for a record, nearest first; the same objects whenever they are asked for. */
  find(record: DatasetRecord): readonly KeyedRow[];
}

/** Accepted findings. */
export interface Baseline {
  /** Whether any finding of the rule was accepted: saves hashing where none was. */
  knows(rule: string): boolean;
  has(rule: string, key: string): boolean;
}

export const noInputs: FileInputs = {
  inherited: [],
  inheritedByColumn: [],
  columnMappings: [],
  claims: [],
  severities: new Map(),
  optedIn: false,
  aboutModelText: false,
  deniesMachineText: false,
  generators: [],
  maxGenerationDepth: 2,
  now: Number.MAX_SAFE_INTEGER,
};
