/**
 * What the language server and its client say to each other beyond the Language Server Protocol. Method names and the
 * shapes of their parameters only, so that a client can be written from this file alone; `docs/protocol.md` tells when
 * each is sent.
 */
import type { AssertedValue } from './engine/provenance/assertion';
import type { ProvenanceField } from './engine/provenance/fields';

/** `initializationOptions` of the `initialize` request; every one may be left out. */
export interface InitializationOptions {
  /**
   * The client is ours: diagnostics are pushed, `datasetHygiene/status` is sent, and actions may name the commands that
   * the client registers ({@link AskAndFixCommand}, {@link FixOnDiskCommand}, {@link OpenRulePageCommand}).
   */
  push?: boolean;
  /** `false` in a restricted workspace: no baseline is honoured until {@link Trusted} is sent. */
  trusted?: boolean;
}

/** Values to write; `null` clears a field. */
export type Patch = Partial<Record<ProvenanceField, AssertedValue | null>>;

/** Where provenance is written: into the record, beside the file in its row sidecar, or once for the whole file. */
export type PatchPlace = 'record' | 'sidecar' | 'file';

/** Notification to the server: the workspace is trusted now. No parameters. */
export const Trusted = 'datasetHygiene/trusted';

/** Notification to the client, {@link StatusParams}: what the check of a document does, or came to. */
export const Status = 'datasetHygiene/status';

export interface StatusParams {
  uri: string;
  /** Version of the document that was checked; null for a file on disk. */
  version: number | null;
  state: 'checking' | 'checked' | 'not-a-dataset' | 'disabled';
  /** Records read, and records that could not be. */
  records: number;
  unreadable: number;
  /** All findings, shown or not. */
  findings: number;
  /** Findings that the baseline accepts. */
  suppressed: number;
  /** What the records are, as people call it; absent where nothing was read. */
  shape?: string;
  /** Why the file is checked, or why not. */
  reason: string;
}

/** Request to the server, {@link ApplyPatchParams} to a `WorkspaceEdit` or null: the edit that writes a patch. */
export const ApplyPatch = 'datasetHygiene/applyPatch';

export interface ApplyPatchParams {
  uri: string;
  /** Version the answer was asked for; an edit of a later one is not made. */
  version?: number;
  /** Rule whose finding is answered. */
  rule?: string;
  /** Number of the record, from 0; null for every record in which `rule` finds something. */
  row: number | null;
  patch: Patch;
  place: PatchPlace;
}

/** Request to the server, {@link FileParams} to {@link StatusParams}: check a file from disk and push its diagnostics. */
export const CheckOnDisk = 'datasetHygiene/checkOnDisk';

/** Request to the server, {@link FileParams} to {@link FixOnDiskResult}: make the safe fixes in the file on disk. */
export const FixOnDisk = 'datasetHygiene/fixOnDisk';

export interface FileParams {
  uri: string;
}

export interface FixOnDiskResult {
  /** Records changed. */
  changed: number;
  /** Why nothing was changed, as a sentence. */
  refused?: string;
}

/** Client command, one {@link AskAndFixArguments}: ask the person, then apply what {@link ApplyPatch} answers. */
export const AskAndFixCommand = 'datasetHygiene.askAndFix';

export interface AskAndFixArguments {
  uri: string;
  version: number;
  row: number | null;
  rule: string;
  patch: Patch;
  place: PatchPlace;
  ask: {
    /** The answer goes into this field of `patch`. */
    field: ProvenanceField;
    prompt: string;
    /** Likely answers, to be offered; others may be given. */
    suggestions: readonly string[];
  };
}

/** Client command, one uri: save the document, send {@link FixOnDisk} for it, and show what it says. */
export const FixOnDiskCommand = 'datasetHygiene.fixOnDisk';

/** Client command, one address: open the page of a rule. */
export const OpenRulePageCommand = 'datasetHygiene.openRulePage';

/** Server command, one {@link AcceptInBaselineArguments}: accept findings in the project's baseline. */
export const AcceptInBaselineCommand = 'datasetHygiene.acceptInBaseline';

export interface AcceptInBaselineArguments {
  uri: string;
  version: number;
  rule: string;
  /** Number of the record; null for every finding of the rule in the file, those about the file included. */
  row: number | null;
}

/** What `data` of a diagnostic holds. */
export interface DiagnosticData {
  /** Record the finding is about, from 0; null for the file. */
  row: number | null;
  rule: string;
  version: number | null;
  /** This diagnostic stands for so many records with the finding, from `row` on, that are not shown one by one. */
  more?: number;
}
