/** Bounds on one record. Beyond them a record is reported and not read, so that no input can exhaust memory or stack. */
export interface Limits {
  /** Largest record, in bytes. */
  recordBytes: number;
  /** Deepest nesting of objects and arrays. */
  depth: number;
}

/** Generous for text (a long book is about 2 MB), small beside what hostile files do. */
export const defaultLimits: Limits = { recordBytes: 16 * 1024 * 1024, depth: 256 };
