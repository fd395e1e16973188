import { lacks, recordStart } from './missing';
import { inheritFix } from './originFixes';
import { recordRule } from './rule';

const COMMON = ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'MIT', 'Apache-2.0', 'NOASSERTION'];

export const licenseMissing = recordRule<null>({
  id: 'license-missing',
  title: 'No licence at any level',
  severity: 'warning',
  aboutAbsence: true,
  what: 'A record with no `license` of its own and none inherited.',
  why: 'More than 70 % of widely used datasets omit their licence where people look for it (Longpre et al. 2024); a mixed corpus needs it record by record.',
  fix: 'Asks for the licence, an SPDX expression, and writes it. Never safe.',
  falsePositives: 'Declare the licence once for the file, or in the dataset card, when all records share it.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "Hello.", "source": "a", "digital_source_type": "digitalCreation"}\n',
    valid: '{"text": "Hello.", "source": "a", "digital_source_type": "digitalCreation", "license": "CC-BY-4.0"}\n',
  },
  references: ['SPDX License List', 'Longpre et al., Nature Machine Intelligence (2024)'],
  check: (subject) => (lacks(subject, 'license') ? [{ ...recordStart(subject), data: null }] : []),
  message: () => 'No licence is stated for this record, at any level.',
  fixes: (_, subject, context) => [
    {
      title: 'State the licence…',
      safety: 'unsafe',
      change: {
        kind: 'provenance',
        patch: {},
        ask: { field: 'license', prompt: 'Licence as an SPDX expression', suggestions: COMMON },
      },
    },
    ...inheritFix(subject, context),
  ],
});
