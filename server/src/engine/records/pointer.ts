import { member, type Value } from './value';

/** The value a JSON Pointer (RFC 6901) points at: `/messages/0/content`; undefined where there is none. */
export function pointTo(root: Value, pointer: string): Value | undefined {
  if (pointer === '') return root;
  if (!pointer.startsWith('/')) return undefined;
  let value: Value | undefined = root;
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value?.type === 'object') value = member(value, key)?.value;
    else if (value?.type === 'array') value = /^(?:0|[1-9]\d*)$/.test(key) ? value.items[Number(key)] : undefined;
    else return undefined;
  }
  return value;
}
