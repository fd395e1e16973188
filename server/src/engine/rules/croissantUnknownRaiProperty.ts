import { declarePrefix, renameKey } from '../provenance/declarations/croissantEdits';
import { type RaiReading, readRaiProperty } from '../provenance/declarations/raiTerms';
import type { Member } from '../records/value';
import { choice, croissantExample, croissantOf, formOnly, PUBLISHED } from './document';
import { type Problem, recordRule } from './rule';

type Data =
  | { kind: 'undeclared' }
  /** `taken`: the node has the property under its own name as well. */
  | { kind: 'property'; member: Member; reading: RaiReading; taken: boolean };

export const croissantUnknownRaiProperty = recordRule<Data>({
  id: 'croissant-unknown-rai-property',
  title: 'Croissant RAI has no such property',
  severity: 'warning',
  documents: ['croissant'],
  what: 'A `rai:` property that is neither in the Croissant RAI vocabulary nor in common use, such as `rai:dataBias` for `rai:dataBiases`. Also, as an error, the prefix `rai:` where the context does not declare it.',
  why: 'A checker looks for the names of the vocabulary: what is said under another name counts as not said.',
  fix: 'Renames another name of a property to it (safe), or a likely slip (a person decides); declares the prefix.',
  falsePositives: 'A property of a later version of the vocabulary.',
  examples: {
    file: 'croissant.json',
    invalid: croissantExample(PUBLISHED, '"rai:dataBias": "Summer only."'),
    valid: croissantExample(PUBLISHED, '"rai:dataBiases": "Summer only."'),
  },
  references: ['mlcommons/croissant: docs/croissant_rai.ttl', 'Croissant RAI specification 1.0'],
  check: (subject) => {
    const { document } = croissantOf(subject);
    const use = document.undeclaredUse('rai');
    const undeclared: Problem<Data>[] = use ? [{ ...use, severity: 'error', data: { kind: 'undeclared' } }] : [];
    const unknown = document.nodes.flatMap((node) =>
      node.members.flatMap((member): Problem<Data>[] => {
        const name = document.context.name(member.key);
        if (!name.startsWith('rai:')) return [];
        const reading = readRaiProperty(name.slice('rai:'.length));
        if (reading.kind === 'known') return [];
        const taken = 'property' in reading && document.members(node, `rai:${reading.property}`).length > 0;
        return [{ start: member.keyStart, end: member.keyEnd, data: { kind: 'property', member, reading, taken } }];
      }),
    );
    return [...undeclared, ...unknown];
  },
  message: (data) => {
    if (data.kind === 'undeclared') return 'The context does not declare the prefix rai: what it stands for is lost.';
    const { member, reading } = data;
    const quoted = JSON.stringify(member.key.slice(0, 80));
    if (reading.kind === 'other-name') return `${quoted} is called rai:${reading.property} in the vocabulary.`;
    if (reading.kind === 'near') return `Croissant RAI has no ${quoted}. The nearest is rai:${reading.property}.`;
    return `Croissant RAI has no ${quoted}.`;
  },
  fixes: ({ data }, subject) => {
    const { text, document } = croissantOf(subject);
    if (data.kind === 'undeclared') return [choice('Declare the prefix rai', declarePrefix(text, 'rai'))];
    const { member, reading, taken } = data;
    if (taken || !('property' in reading)) return [];
    const key = document.context.write(`rai:${reading.property}`);
    const edits = [renameKey(member, key)];
    const title = `Rename to ${key}`;
    return [reading.kind === 'other-name' ? formOnly(title, edits) : choice(title, edits)];
  },
});
