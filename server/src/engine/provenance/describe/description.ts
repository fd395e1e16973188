import { applyEdits } from '../../fix';
import type { Edit } from '../write';

/** What came of describing a dataset in one document. */
export interface Description {
  /** The document before; empty where there was none. */
  before: string;
  /** Changes of it; a new document is one insertion. */
  edits: readonly Edit[];
  /** What is written by hand and disagrees with the records. Nothing of it is changed. */
  conflicts: readonly Remark[];
  /** What the format wants and the records do not say, or what could not be written, for a person to see to. */
  missing: readonly string[];
}

/** A remark about a place in the document. */
export interface Remark {
  /** From 0; absent for the document as a whole. */
  line?: number;
  /** A sentence. */
  message: string;
}

/** The document after the changes. */
export function textAfter({ before, edits }: Description): string {
  return applyEdits(before, edits);
}

export const newDocument = (text: string, missing: readonly string[]): Description => ({
  before: '',
  edits: [{ start: 0, end: 0, newText: text }],
  conflicts: [],
  missing,
});
