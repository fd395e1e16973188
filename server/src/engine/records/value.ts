import type { Span } from './position';

/**
 * The value tree of one record, the same for every format. Offsets are UTF-16 units from the start of the record's
 * source text. A tree is never deeper than the reader's limit, but walk it iteratively all the same.
 */
export type Value = ObjectValue | ArrayValue | TextValue | ScalarValue;

export interface ObjectValue {
  readonly type: 'object';
  readonly start: number;
  readonly end: number;
  readonly members: Member[];
}

export interface ArrayValue {
  readonly type: 'array';
  readonly start: number;
  readonly end: number;
  readonly items: Value[];
}

/** A number, boolean or null; `value` is what JSON says of it (numbers keep their digits in the source). */
export interface ScalarValue {
  readonly type: 'number' | 'boolean' | 'null';
  readonly start: number;
  readonly end: number;
  readonly value: number | boolean | null;
}

/** One key and its value; a CSV column name has no place in its row, so its key span is empty there. */
export interface Member {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Value;
}

/** A string with the way back from its decoded text to the source it was read from. */
export interface TextValue {
  readonly type: 'string';
  readonly start: number;
  readonly end: number;
  /** Decoded text, computed on first use. */
  readonly text: string;
  /** Where the given part of the decoded text stands in the record's source. */
  locate(start: number, end: number): Span;
}

/** The member that counts when a key is repeated: the last one, as `JSON.parse` has it. */
export function member(object: ObjectValue, key: string): Member | undefined {
  for (let i = object.members.length - 1; i >= 0; i--) if (object.members[i]!.key === key) return object.members[i];
  return undefined;
}

/** What a value says, for comparing and showing: strings decoded, containers as their source text. */
export function plain(value: Value, source: string): string | number | boolean | null {
  if (value.type === 'string') return value.text;
  if (value.type === 'object' || value.type === 'array') return source.slice(value.start, value.end);
  return value.value;
}
