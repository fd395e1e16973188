import { member, type ObjectValue, type TextValue, type Value } from '../../records/value';
import { isPlaceholder } from './placeholder';

/** One value that a key of a dataset card lists. */
export interface CardEntry {
  text: string;
  /** A string, or a number or boolean in place of one. */
  value: Value;
  /** Configuration it is about, where the key holds a list for each (a form of 2020 to 2022). */
  config?: string;
}

/**
 * The values of a key of a card: a word, a list, or a list for each configuration. What a template leaves to be filled in
 * is no value.
 */
export function entriesOf(root: ObjectValue, key: string): CardEntry[] {
  const value = member(root, key)?.value;
  if (value?.type !== 'object') return value ? listed(value) : [];
  return value.members.flatMap(({ key: config, value: list }) =>
    listed(list).map((entry): CardEntry => ({ ...entry, config })),
  );
}

function listed(value: Value): CardEntry[] {
  const items = value.type === 'array' ? value.items : [value];
  return items.flatMap((item): CardEntry[] => {
    if (item.type === 'number' || item.type === 'boolean') return [{ text: String(item.value), value: item }];
    return item.type === 'string' && !isPlaceholder(item.text) ? [{ text: item.text.trim(), value: item }] : [];
  });
}

/** The value of a key that has exactly one. */
export function onlyEntry(root: ObjectValue, key: string): CardEntry | undefined {
  const entries = entriesOf(root, key);
  return entries.length === 1 ? entries[0] : undefined;
}

/** The prose of the card, after its front matter. */
export function bodyOf(root: ObjectValue): TextValue | undefined {
  const last = root.members[root.members.length - 1];
  return last?.key === 'text' && last.value.type === 'string' ? last.value : undefined;
}
