import { lacks, recordStart } from './missing';
import { inheritFix } from './originFixes';
import { recordRule } from './rule';

export const sourceMissing = recordRule<null>({
  id: 'source-missing',
  title: 'Nothing says where this record was obtained',
  severity: 'warning',
  aboutAbsence: true,
  what: 'A record with no `source` (dataset id or URL) at any level.',
  why: 'A source that declares itself synthetic can only be recognised when it is named. Removal requests and licences need it too.',
  fix: 'Asks for the source and writes it. Never safe.',
  falsePositives: 'A dataset collected first-hand has itself as its source: declare it once for the file.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "Hello.", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
    valid:
      '{"text": "Hello.", "license": "MIT", "digital_source_type": "digitalCreation", "source": "https://example.org/letters"}\n',
  },
  references: ['Dolma data format: source is mandatory', 'W3C PROV hadPrimarySource', 'r-three/common-pile#137'],
  check: (subject) => (lacks(subject, 'source') ? [{ ...recordStart(subject), data: null }] : []),
  message: () => 'Nothing says where this record was obtained.',
  fixes: (_, subject, context) => [
    {
      title: 'Name the source…',
      safety: 'unsafe',
      change: {
        kind: 'provenance',
        patch: {},
        ask: {
          field: 'source',
          prompt: 'Dataset id or URL the text was obtained from',
          suggestions: ['https://example.org/source'],
        },
      },
    },
    ...inheritFix(subject, context),
  ],
});
