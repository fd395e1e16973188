import { CONTAINERS } from '../provenance/assertion';
import { select } from '../records/path';
import type { Member, ObjectValue, Value } from '../records/value';
import { recordRule } from './rule';

interface Data {
  key: string;
  times: number;
}

export const ambiguousProvenance = recordRule<Data>({
  id: 'ambiguous-provenance',
  title: 'A provenance key stands twice with different values',
  severity: 'error',
  what: 'A key that carries provenance, or an object that holds it, repeated in one record with values that disagree.',
  why: 'Which value counts depends on the reader: most take the last, some the first. A label can be spoofed that way.',
  fix: 'Removes nothing by itself: a person says which value is right.',
  falsePositives: 'None known.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation", "digital_source_type": "noAssertion"}\n',
    valid: '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['RFC 8259, section 4'],
  check: ({ record }, { facts }) => {
    const { root, source } = record;
    if (root?.type !== 'object' || facts.format.kind === 'csv') return [];
    const paths = [...CONTAINERS, ...facts.shape.provenance.map(({ path }) => path), ...BARE];
    return repeated(root, paths)
      .filter((members) => new Set(members.map(({ value }) => source.slice(value.start, value.end))).size > 1)
      .map((members) => {
        const last = members[members.length - 1]!;
        const related = members
          .slice(0, -1)
          .slice(0, SHOWN)
          .map(({ value }) => ({
            message: 'The same key stands here',
            span: { start: value.start, end: value.end },
          }));
        return { start: last.keyStart, end: last.value.end, data: { key: last.key, times: members.length }, related };
      });
  },
  message: ({ key, times }) =>
    `The key ${JSON.stringify(key.slice(0, 60))} stands ${times} times with different values; most readers take the last one.`,
});

/** Other places named at most. */
const SHOWN = 20;
const BARE = ['digital_source_type', 'generation_depth', 'derived_from', 'annotations_creator'];

/** Whether an object that can hold provenance has a key twice: the record, its bags, and the canonical objects in them. */
function repeatsAnywhere(root: ObjectValue): boolean {
  if (hasRepeatedKey(root)) return true;
  for (const { value } of root.members) {
    if (value.type !== 'object') continue;
    if (hasRepeatedKey(value)) return true;
    for (const inner of value.members) if (inner.value.type === 'object' && hasRepeatedKey(inner.value)) return true;
  }
  return false;
}

/** Nearly every object has few keys and none twice: that is seen without a map. */
function hasRepeatedKey({ members }: ObjectValue): boolean {
  if (members.length > 16) return true;
  for (let i = 1; i < members.length; i++) {
    const { key } = members[i]!;
    for (let j = 0; j < i; j++) if (members[j]!.key === key) return true;
  }
  return false;
}

/** Groups of members with one key, on the way to any of the paths and inside the canonical objects. */
function repeated(root: ObjectValue, paths: readonly string[]): Member[][] {
  if (!repeatsAnywhere(root)) return [];
  const groups: Member[][] = [];
  const seen = new Set<Value>();
  const look = (object: ObjectValue, wanted: (key: string) => boolean) => {
    if (seen.has(object) || !hasRepeatedKey(object)) return;
    seen.add(object);
    const byKey = new Map<string, Member[]>();
    for (const member of object.members) {
      if (!wanted(member.key)) continue;
      const same = byKey.get(member.key);
      if (same) same.push(member);
      else byKey.set(member.key, [member]);
    }
    for (const members of byKey.values()) if (members.length > 1) groups.push(members);
  };
  const steps = paths.filter((path) => !path.includes('[]')).map((path) => path.split('.'));
  look(root, (key) => key.startsWith('provenance.') || steps.some(([first]) => first === key));
  for (const container of CONTAINERS)
    for (const { value } of select(root, container)) if (value.type === 'object') look(value, () => true);
  for (const [first, second] of steps) {
    if (second === undefined) continue;
    for (const { value } of select(root, first!)) {
      if (value.type === 'object') look(value, (key) => steps.some((step) => step[0] === first && step[1] === key));
    }
  }
  return groups;
}
