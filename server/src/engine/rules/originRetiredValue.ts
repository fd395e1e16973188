import { sayValue } from '../provenance/assertion';
import { retiredOrigin } from '../provenance/vocabulary';
import { replaceValue } from '../provenance/write';
import { recordRule } from './rule';

interface Data {
  code: string;
  /** The one code that took its place; null where there is none. */
  successor: string | null;
}

/** What `softwareImage` may have meant of a text. */
const CHOICES = ['digitalCreation', 'algorithmicMedia', 'trainedAlgorithmicMedia', 'noAssertion'];

export const originRetiredValue = recordRule<Data>({
  id: 'origin-retired-value',
  title: 'Origin is a code that IPTC retired',
  severity: 'warning',
  safeFixes: true,
  what: 'A `digital_source_type` of `digitalArt`, `minorHumanEdits` or `softwareImage`.',
  why: 'IPTC withdrew these codes; whoever filters by the present ones does not find the record.',
  fix: 'Replaces `digitalArt` by `digitalCreation` and `minorHumanEdits` by `humanEdits` (safe: IPTC names them as successors). What `softwareImage` meant, a person says.',
  falsePositives: 'None known.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalArt"}\n',
    valid: '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['IPTC Digital Source Type NewsCodes, release of 2024-10-23', 'C2PA: deprecated digital source types'],
  check: ({ own }) =>
    own.flatMap(({ field, value, own: place }) => {
      if (field !== 'digital_source_type' || place?.by !== 'canonical') return [];
      const type = retiredOrigin(sayValue(value));
      if (!type) return [];
      const { start, end } = place.value;
      return [{ start, end, data: { code: type.code, successor: type.retired!.successor } }];
    }),
  message: ({ code, successor }) =>
    successor
      ? `IPTC retired ${code}; ${successor} takes its place.`
      : `IPTC retired ${code}, and no one code takes its place: say who or what made the text.`,
  fixes: ({ data: { successor }, start }, { record, own }, { facts }) => {
    const value = own.find((assertion) => assertion.own?.value.start === start)?.own?.value;
    if (!value) return [];
    return (successor ? [successor] : CHOICES).map((code) => ({
      title: `Replace by ${code}`,
      safety: successor ? ('safe' as const) : ('unsafe' as const),
      ...(successor && { preferred: true as const }),
      change: { kind: 'edits' as const, edits: [replaceValue(record, value, code, facts)] },
    }));
  },
});
