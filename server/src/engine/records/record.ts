import { advance, type Position, type Span } from './position';
import type { Value } from './value';

/** What a splitter cuts out of a file: one record's bytes and where they stand. Nothing is parsed yet. */
export interface RawRecord {
  /** Number of the record in its file, from 0; blank lines and the CSV header are not records. */
  row: number;
  /** Where the record starts in the file. */
  start: Position;
  /** Offset of `bytes` in the file, in bytes of its UTF-8 form, byte order mark included. */
  byteOffset: number;
  /** The record without its terminator; only the head of it when `cut` says so. */
  bytes: Uint8Array;
  /** `bytes` decoded; an invalid sequence reads as U+FFFD. */
  source: string;
  /** Size in bytes of a record over the size limit, of which only the head was kept. */
  cut?: number;
  /** No record at all, but something between the records that should not be there; it has no value to read. */
  stray?: true;
  /** What the splitter itself found wrong at this record. */
  faults?: Fault[];
}

/** Something wrong with the bytes or the syntax of a record; the rule of the same name reports it. */
export interface Fault extends Span {
  rule: FaultRule;
  /** What is wrong, as a sentence without its final stop. */
  what: string;
}

export type FaultRule = 'record-unparseable' | 'record-too-large' | 'record-too-deep' | 'invalid-encoding';

/** A record read: its value tree, or what prevented it. */
export interface DatasetRecord extends RawRecord {
  /** Absent when the record could not be read. */
  root: Value | undefined;
  faults: Fault[];
}

/** Absolute position of an offset in a record's source. */
export function positionAt(record: RawRecord, offset: number): Position {
  return advance(record.start, record.source, offset);
}
