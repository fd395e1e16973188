import { lacks } from './missing';
import { recordRule } from './rule';
import { tagTurns, turnsOf } from './turns';

interface Data {
  untagged: number;
  answers: number;
}

const CHOICES: readonly [origin: string, words: string][] = [
  ['trainedAlgorithmicMedia', 'synthetic'],
  ['digitalCreation', 'human'],
  ['noAssertion', 'unknown'],
];

export const turnOriginUntagged = recordRule<Data>({
  id: 'turn-origin-untagged',
  title: 'Some answers of a conversation say who wrote them, others do not',
  severity: 'information',
  aboutAbsence: true,
  what: 'A conversation in which some turn carries an origin, while an answer (`assistant`, `gpt` …) carries none and nothing says it for the whole record. A conversation in which no turn carries one is the matter of `origin-missing`.',
  why: 'A filter by origin, turn by turn, loses the answers without one, or keeps them for human.',
  fix: 'Marks the answers without an origin as synthetic, human or unknown, in the way the other turns are marked. A person chooses.',
  falsePositives: 'None known.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"messages": [{"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Hello.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia"}}, {"role": "user", "content": "Again?"}, {"role": "assistant", "content": "Hello again."}], "source": "a", "license": "MIT"}\n',
    valid:
      '{"messages": [{"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Hello.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia"}}, {"role": "user", "content": "Again?"}, {"role": "assistant", "content": "Hello again.", "provenance": {"digital_source_type": "digitalCreation"}}], "source": "a", "license": "MIT"}\n',
  },
  references: [
    'C2PA technical specification: composite content',
    'IPTC Digital Source Type NewsCodes: compositeSynthetic',
  ],
  check: (subject, context) => {
    if (!lacks(subject, 'digital_source_type')) return [];
    const turns = turnsOf(subject.record, context);
    if (!turns.some(({ origin }) => origin)) return [];
    const answers = turns.filter(({ speaker }) => speaker === 'assistant');
    const untagged = answers.filter(({ origin }) => !origin);
    const [first, ...others] = untagged.map(({ object: { start } }) => ({ start, end: start + 1 }));
    if (!first) return [];
    const related = others.slice(0, SHOWN).map((span) => ({ message: 'Nor does this answer', span }));
    return [{ ...first, data: { untagged: untagged.length, answers: answers.length }, related }];
  },
  message: ({ untagged, answers }) =>
    untagged === answers
      ? 'Other turns say who wrote them, the answers do not.'
      : `${untagged} of ${answers} answers do not say who wrote them, others do.`,
  fixes: (_, { record }, context) => {
    const turns = turnsOf(record, context);
    const untagged = turns.filter(({ speaker, origin }) => speaker === 'assistant' && !origin);
    const like = turns.find(({ origin }) => origin);
    return CHOICES.map(([origin, words]) => ({
      title: `Mark ${untagged.length === 1 ? 'this answer' : `these ${untagged.length} answers`} as ${words}`,
      safety: 'unsafe' as const,
      change: { kind: 'edits' as const, edits: tagTurns(untagged, origin, record, context, like) },
    }));
  },
});

/** Other places named at most. */
const SHOWN = 20;
