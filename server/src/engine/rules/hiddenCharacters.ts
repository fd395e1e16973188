import { findHidden, type Hidden } from '../hiddenCharacters';
import { recordRule } from './rule';

interface Data {
  hidden: Hidden;
  count: number;
}

export const hiddenCharacters = recordRule<Data>({
  id: 'hidden-characters',
  title: 'Hidden characters in the text',
  severity: 'warning',
  what: 'Bidirectional controls and zero-width characters in a text field, shown as ⟦U+202E⟧. One finding for a text: the first place, and how many there are.',
  why: 'What a person reads is not what a model is trained on. Such characters reorder text, hide instructions, or carry a watermark.',
  fix: 'None: text content is never edited by a fix.',
  falsePositives:
    'Joiners inside emoji and in scripts that need them, and direction marks in right-to-left text, are not reported.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "pay \\u202eevif\\u202c pounds", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
    valid: '{"text": "pay five pounds", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['Unicode Technical Report 36', 'CVE-2021-42574'],
  check: ({ texts }) =>
    texts.flatMap(({ text, locate }) => {
      let first: Hidden | undefined;
      let count = 0;
      for (const hidden of findHidden(text)) {
        first ??= hidden;
        count++;
      }
      return first ? [{ ...locate(first.start, first.end), data: { hidden: first, count } }] : [];
    }),
  message: ({ hidden, count }) =>
    `${hidden.shown} (${hidden.name}) is hidden here${count > 1 ? `, and ${count - 1} more in this text` : ''}.`,
});
