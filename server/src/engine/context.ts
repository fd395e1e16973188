import type { FileFacts } from './facts';
import type { Assertion } from './provenance/assertion';
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
}

/** What the files around a dataset say of it. */
export interface FileInputs {
  /** Assertions of the configuration and the dataset card, nearest first. */
  inherited: readonly Assertion[];
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
  /** Models named in the files around it, offered when a generator is asked for. */
  generators: readonly string[];
  /** The present, in milliseconds since 1970; an input so that a check can be repeated. */
  now: number;
}

/** Row sidecar `<file>.provenance.jsonl`: assertions for rows whose bytes are still those it was written for. */
export interface Sidecar {
  file: string;
  /** Rows that have an entry. */
  readonly size: number;
  /** Assertions for a row; undefined where there is no entry, or the record is not the one it was written for. */
  find(row: number, recordHash: () => string): readonly Assertion[] | undefined;
}

/** Accepted findings. */
export interface Baseline {
  /** Whether any finding of the rule was accepted: saves hashing where none was. */
  knows(rule: string): boolean;
  has(rule: string, key: string): boolean;
}

export const noInputs: FileInputs = {
  inherited: [],
  severities: new Map(),
  optedIn: false,
  aboutModelText: false,
  deniesMachineText: false,
  generators: [],
  now: Number.MAX_SAFE_INTEGER,
};
