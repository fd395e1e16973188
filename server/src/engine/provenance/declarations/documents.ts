import type { Span } from '../../records/position';
import { member, type ObjectValue, type TextValue, type Value } from '../../records/value';
import { type AssertedValue, assertedValue } from '../assertion';
import { type ProvenanceField, provenanceFields } from '../fields';
import { readLicense } from '../license';
import { readOrigin } from '../vocabulary';
import type { Statement } from './reading';

/** How far what is said next reaches. */
export type Reach = Pick<Statement, 'scope' | 'files' | 'column'>;

/** A value and where it stands in the document. */
export interface Said<Value = string> extends Span {
  value: Value;
}

/** The statements of a document, in the order in which they are made. */
export class Statements {
  readonly list: Statement[] = [];

  say(field: ProvenanceField, { value, start, end }: Said<AssertedValue>, reach: Reach, quantifier: Quantifier): void {
    this.list.push({ field, value, quantifier, ...reach, start, end });
  }

  /** One value of a list is that of every record; of several, each is that of some record. */
  sayEach(field: ProvenanceField, said: readonly Said<AssertedValue>[], reach: Reach, listed = said.length): void {
    for (const one of said) this.say(field, one, reach, listed === 1 ? 'every' : 'some');
  }

  /**
   * Says what an object with our canonical keys holds.
   *
   * @param value any value; only an object says something
   */
  sayCanonical(value: Value | undefined, reach: Reach): void {
    if (value?.type !== 'object') return;
    for (const { field } of provenanceFields) {
      const found = member(value, field)?.value;
      const said = found && meaning(field, found);
      if (said !== undefined) this.say(field, { ...spanOf(found!), value: said }, reach, 'every');
    }
  }
}

type Quantifier = Statement['quantifier'];

/** What a value means for a field: an origin its code, a licence its SPDX expression, anything else what it says. */
function meaning(field: ProvenanceField, value: Value): AssertedValue | undefined {
  const said = assertedValue(value);
  if (typeof said !== 'string') return said;
  if (field === 'digital_source_type') return originCode(said);
  return field === 'license' ? licenseExpression(said) : said;
}

/** Code of an origin however it is written; the words themselves where they are not understood. */
export function originCode(said: string): string {
  const reading = readOrigin(said);
  return reading.kind === 'unknown' ? said.trim() : reading.type.code;
}

/** SPDX expression of a licence; the words themselves where they mean none exactly, undefined where they state none. */
export function licenseExpression(said: string): string | undefined {
  const reading = readLicense(said);
  if (reading.kind === 'not-stated') return undefined;
  return 'expression' in reading ? reading.expression : said.trim();
}

/** A licence by the first of these strings that means one exactly, else by the first that states one. */
export function namedLicense(described: readonly TextValue[]): Said[] {
  const exact = described.find(({ text }) => 'expression' in readLicense(text));
  const stated = exact ?? described.find(({ text }) => licenseExpression(text) !== undefined);
  return stated ? [{ ...spanOf(stated), value: licenseExpression(stated.text)! }] : [];
}

/** A string that says something, at the first of these keys that has one. */
export function textAt(object: ObjectValue, ...keys: string[]): TextValue | undefined {
  for (const key of keys) {
    const value = member(object, key)?.value;
    if (value?.type === 'string' && value.text.trim() !== '') return value;
  }
  return undefined;
}

export const objectAt = (object: ObjectValue, key: string): ObjectValue | undefined => {
  const value = member(object, key)?.value;
  return value?.type === 'object' ? value : undefined;
};

/** The items of a list at a key; a value that is no list is its only item. */
export function itemsAt(object: ObjectValue, key: string): readonly Value[] {
  const value = member(object, key)?.value;
  if (!value || value.type === 'null') return [];
  return value.type === 'array' ? value.items : [value];
}

export function objectsAt(object: ObjectValue, key: string): ObjectValue[] {
  return itemsAt(object, key).filter((item): item is ObjectValue => item.type === 'object');
}

/** The strings of a list that say something. */
export function textsAt(object: ObjectValue, key: string): TextValue[] {
  return itemsAt(object, key).filter((item): item is TextValue => item.type === 'string' && item.text.trim() !== '');
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

export const asSaid = (value: TextValue): Said => ({ ...spanOf(value), value: value.text.trim() });
