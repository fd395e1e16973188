import { declarePrefix, renameKey } from '../provenance/declarations/croissantEdits';
import { type ProvProblem, provProblems } from '../provenance/declarations/provProblems';
import type { Edit } from '../provenance/write';
import type { Value } from '../records/value';
import { choice, croissantExample, croissantOf, formOnly, PUBLISHED } from './document';
import { type Problem, recordRule } from './rule';

export const croissantProvMalformed = recordRule<ProvProblem>({
  id: 'croissant-prov-malformed',
  title: 'PROV in a Croissant description is malformed',
  severity: 'warning',
  documents: ['croissant'],
  what: 'PROV that no reader of PROV finds: a property without its prefix, or one that PROV does not define; `id` where JSON-LD has `@id`; a reference to an agent that is nowhere; `prov:wasAssociatedWith` on something other than an activity; a time that is no date. As an error: the prefix `prov:` where the context does not declare it.',
  why: 'The specification leaves external vocabularies to their readers, and the reference validator copies unknown keys without a word: a property without its prefix becomes a term that nobody has defined.',
  fix: 'Adds the prefix or the at sign, and rewrites a date that can mean only one day (safe). Declaring the prefix, other properties and dates with two readings are offered.',
  falsePositives: 'An agent that is defined in another document under a relative name.',
  examples: {
    file: 'croissant.json',
    invalid: example('wasAssociatedWith'),
    valid: example('prov:wasAssociatedWith'),
  },
  references: ['W3C PROV-O', 'Croissant format specification 1.1, provenance representation', 'JSON-LD 1.1'],
  check: (subject) =>
    provProblems(croissantOf(subject).document).map((data): Problem<ProvProblem> => {
      const { start, end } = data;
      const related =
        data.kind === 'dangling' && data.written
          ? [{ message: 'This agent has its name under id, not @id', span: spanOfKey(data.written) }]
          : [];
      return { start, end, data, related, ...(data.kind === 'undeclared' && { severity: 'error' }) };
    }),
  message: (data) => {
    switch (data.kind) {
      case 'undeclared':
        return 'The context does not declare the prefix prov: what it stands for is lost.';
      case 'unprefixed':
        return `${quoted(data.member.key)} has no prefix and is no property of PROV; ${data.to} is.`;
      case 'unknown':
        return `PROV has no ${quoted(data.member.key)}; ${data.to} is meant.`;
      case 'no-activity':
        return `${quoted(data.member.key)} is said of an activity; of data, who is responsible is ${data.to}.`;
      case 'keyword':
        return `${quoted(data.member.key)} is no keyword of JSON-LD: this node needs "@${data.member.key}".`;
      case 'dangling':
        return `No agent of the name ${quoted(data.id)} is defined here.`;
      case 'date': {
        const { said, reading } = data;
        if (reading.kind === 'fixable') return `${quoted(said)} is not ISO 8601; it means ${reading.iso}.`;
        if (reading.kind === 'ambiguous')
          return `${quoted(said)} can mean ${reading.candidates.join(' or ')}: write it in ISO 8601.`;
        return `${quoted(said)} is not an ISO 8601 date.`;
      }
    }
  },
  fixes: ({ data }, subject) => {
    const { text, document } = croissantOf(subject);
    switch (data.kind) {
      case 'undeclared':
        return [choice('Declare the prefix prov', declarePrefix(text, 'prov'))];
      case 'unprefixed':
      case 'unknown':
      case 'no-activity': {
        if (data.taken) return [];
        const key = document.context.write(data.to);
        const prefixOnly = data.kind === 'unprefixed' && document.meaning(data.member.key) === data.to;
        return [(prefixOnly ? formOnly : choice)(`Rename to ${key}`, [renameKey(data.member, key)])];
      }
      case 'keyword':
        return [formOnly(`Rename to @${data.member.key}`, [renameKey(data.member, `@${data.member.key}`)])];
      case 'dangling':
        return data.written ? [formOnly('Name the agent by @id', [renameKey(data.written, '@id')])] : [];
      case 'date': {
        const { value, reading } = data;
        if (reading.kind === 'fixable') return [formOnly(`Replace by ${reading.iso}`, [replaced(value, reading.iso)])];
        const candidates = reading.kind === 'ambiguous' ? reading.candidates : [];
        return candidates.map((candidate) => choice(`Replace by ${candidate}`, [replaced(value, candidate)]));
      }
    }
  },
});

const quoted = (text: string) => JSON.stringify(text.slice(0, 80));

const spanOfKey = ({ keyStart, keyEnd }: { keyStart: number; keyEnd: number }) => ({ start: keyStart, end: keyEnd });

const replaced = ({ start, end }: Value, text: string): Edit => ({ start, end, newText: JSON.stringify(text) });

function example(key: string): string {
  return croissantExample(
    PUBLISHED,
    `"prov:wasGeneratedBy": {"@type": "prov:Activity", "${key}": {"@id": "https://example.org/office"}}`,
  );
}
