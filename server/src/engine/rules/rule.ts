import type { FileContext } from '../context';
import type { Assertion, CarriedKey, Place } from '../provenance/assertion';
import type { EffectiveProvenance } from '../provenance/effective';
import type { ProvenanceField } from '../provenance/fields';
import type { Edit, ProvenancePatch } from '../provenance/write';
import type { Span } from '../records/position';
import type { DatasetRecord } from '../records/record';
import type { TextPart } from '../texts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule says of itself: for the editor, `dataset-hygiene rules`, and its page in `docs/rules`. */
export interface RuleMeta {
  /** Stable kebab-case name; it never changes its meaning. */
  id: string;
  /** What is wrong, in a few words, without a final stop. */
  title: string;
  severity: Severity;
  /** What the rule reports. */
  what: string;
  /** Why it matters. */
  why: string;
  /** What the quick fixes do, and which of them are safe. */
  fix: string;
  /** When a finding is not a fault. */
  falsePositives: string;
  /** Examples that the tests run: the file's name gives the format. */
  examples: { file: string; invalid: string; valid: string };
  /** Where the requirement comes from. */
  references: readonly string[];
  /** Some of its fixes are safe; of a rule about documents they may be in any case. */
  safeFixes?: true;
  /** Runs only where the configuration gives it a severity. */
  offByDefault?: true;
  /** Reports something absent: quiet in a dataset that declares nothing at all. */
  aboutAbsence?: true;
  /**
   * Ids of the shapes of documents that the rule is about (`hf-dataset-card`, `croissant`): it runs on those, each read
   * as one record, and not on the records of datasets.
   */
  documents?: readonly string[];
  /**
   * Needs what holds between records (`context.cross`): runs in the second reading, which files with such facts get;
   * `also` for a rule that has something to say in the first reading as well.
   */
  crossRecord?: true | 'also';
}

/** Something a rule found in a record. */
export interface Problem<Data> extends Span {
  data: Data;
  /** Overrides the rule's severity for this problem. */
  severity?: Severity;
  /** Another place that explains it. */
  related?: Related[];
}

export interface Related {
  message: string;
  /** In the same record, or in another file. */
  span?: Span;
  place?: Place;
}

/** One record as the rules see it. */
export interface Subject {
  record: DatasetRecord;
  provenance: EffectiveProvenance;
  /** Its provenance keys, filled or not. */
  carried: readonly CarriedKey[];
  /** What the record itself asserts. */
  own: readonly Assertion[];
  texts: readonly TextPart[];
}

export interface Fix {
  title: string;
  /** `safe` may run on save: it changes form only, adds no key and no origin's class. */
  safety: 'safe' | 'unsafe';
  change: Change;
  /** The fix a person would pick without thinking; only safe ones are. */
  preferred?: true;
}

export type Change =
  | { kind: 'edits'; edits: Edit[] }
  /** To be written where there is room: the record, a row sidecar, or a declaration for the file. */
  | { kind: 'provenance'; patch: ProvenancePatch; ask?: Question };

/** A value of the patch that only the person knows. */
export interface Question {
  field: ProvenanceField;
  prompt: string;
  /** Likely answers; the first is offered. */
  suggestions: readonly string[];
}

/** A rule about one record: its problems depend on the record and the inputs of its file only. */
export interface RecordRule<Data = unknown> extends RuleMeta {
  scope: 'record';
  check(subject: Subject, context: FileContext): Problem<Data>[];
  message(data: Data): string;
  fixes?(problem: Problem<Data>, subject: Subject, context: FileContext): Fix[];
}

/** A rule about a file: a pass over compact facts of its records, reported at the file's start. */
export interface FileRule<Data = unknown> extends RuleMeta {
  scope: 'file';
  pass(context: FileContext): FilePass<Data>;
  message(data: Data): string;
}

export interface FilePass<Data> {
  add(subject: Subject): void;
  finish(): FileProblem<Data>[];
}

/** A problem of a file; `row` names the record where it is best shown, when there is one. */
export interface FileProblem<Data> {
  data: Data;
  rows?: readonly number[];
  severity?: Severity;
  related?: Related[];
}

export type Rule = RecordRule | FileRule;

/** Keeps the type of a rule's data between its check, message and fixes, and forgets it outside. */
export function recordRule<Data>(rule: Omit<RecordRule<Data>, 'scope'>): RecordRule {
  return { ...rule, scope: 'record' } as unknown as RecordRule;
}

export function fileRule<Data>(rule: Omit<FileRule<Data>, 'scope'>): FileRule {
  return { ...rule, scope: 'file' } as unknown as FileRule;
}
