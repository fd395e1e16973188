import type { Value } from '../../server/src/engine/records/value';

/** A value tree as `JSON.parse` would give it. */
export function plainValue(value: Value): unknown {
  switch (value.type) {
    case 'object':
      return Object.fromEntries(value.members.map(({ key, value }) => [key, plainValue(value)]));
    case 'array':
      return value.items.map(plainValue);
    case 'string':
      return value.text;
    default:
      return value.value;
  }
}

/** A value and everything in it. */
export function allValues(value: Value): Value[] {
  if (value.type === 'array') return [value, ...value.items.flatMap(allValues)];
  if (value.type === 'object') return [value, ...value.members.flatMap((member) => allValues(member.value))];
  return [value];
}
