import { findRepetition } from '../synthetic/repetition';
import { markFixes } from './originFixes';
import { recordRule } from './rule';

interface Data {
  reason: string;
  others: number;
}

export const degenerateRepetition = recordRule<Data>({
  id: 'degenerate-repetition',
  title: 'Text that repeats itself as a failing model does',
  severity: 'information',
  what: 'A passage that loops, lists items that differ in one word without end, or enumerates for its own sake. In any language. One finding for a text, on the first such passage.',
  why: 'It is the end state of models trained on their own output, and spoils the training of others.',
  fix: 'Marks the record as synthetic or mixed, when a person says so.',
  falsePositives: 'Refrains, nursery rhymes, and lists that people wrote to a pattern.',
  examples: {
    file: 'data.jsonl',
    invalid: `{"text": "${'The garden was quiet and the gate was open. '.repeat(20)}", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n`,
    valid:
      '{"text": "The garden was quiet and the gate was open.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: [
    'Shumailov et al., Nature 631 (2024), the jackrabbit example',
    'Rae et al. (2021), Gopher, repetition filters',
  ],
  check: ({ texts, provenance }) => {
    const declared = provenance.originClass === 'machine' || provenance.originClass === 'mixed';
    return texts.flatMap(({ text, locate }) => {
      const [first, ...others] = findRepetition(text).filter(({ strength }) => strength === 'strong');
      if (!first) return [];
      const data = { reason: first.reason, others: others.length };
      return [{ ...locate(first.start, first.end), data, ...(declared && { severity: 'hint' as const }) }];
    });
  },
  message: ({ reason, others }) =>
    `${reason.replace(/\.$/, '')}${others > 0 ? `, and ${others} more such passages in this text` : ''}.`,
  fixes: () => markFixes(),
});
