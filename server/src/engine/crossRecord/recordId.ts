import { member, type ObjectValue } from '../records/value';

/** Keys under which records carry their id, in the order in which they are tried. */
const ID_KEYS = [
  'id',
  '_id',
  'uuid',
  'record_id',
  'doc_id',
  'document_id',
  'message_id',
  'conversation_id',
  'conversation_hash',
  'identifier',
];

/** The id of a record, as text; undefined where it has none. */
export function recordId(root: ObjectValue): string | undefined {
  for (const key of ID_KEYS) {
    const value = member(root, key)?.value;
    if (value?.type === 'string' && value.text !== '') return value.text;
    if (value?.type === 'number') return String(value.value);
  }
  return undefined;
}

/** A number for a text, 53 bits wide, so that ids and texts of millions of records are compared in little memory. */
export function hashText(text: string, from = 0, to = text.length): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 4294967296 * (0x1fffff & low) + (high >>> 0);
}
