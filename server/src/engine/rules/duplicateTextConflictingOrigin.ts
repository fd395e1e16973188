import type { OriginClass } from '../provenance/vocabulary';
import { recordStart } from './missing';
import { generatorQuestion } from './originFixes';
import { type Fix, recordRule } from './rule';

export const duplicateTextConflictingOrigin = recordRule<{ row: number; own: OriginClass; other: OriginClass }>({
  id: 'duplicate-text-conflicting-origin',
  title: 'The same text is declared human here and machine-made there',
  severity: 'warning',
  crossRecord: true,
  what: 'A record with the text of an earlier one in the file, white space and case aside, and an origin of another class: human, machine or mixed. Texts under 40 characters are not compared.',
  why: 'One of the two labels is wrong. Deduplication keeps either, and what it keeps decides whether the text counts as human.',
  fix: 'Gives the record the origin of the other, or says that it is not known. A person chooses.',
  falsePositives: 'Set phrases that people and models both write: a licence notice, a refusal that was copied.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "The ferry leaves at noon, a long way from the town.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "org/model", "source": "s", "license": "MIT"}}\n{"text": "The ferry leaves at noon, a long way from the town.", "provenance": {"digital_source_type": "digitalCreation", "generator": null, "source": "s", "license": "MIT"}}\n',
    valid:
      '{"text": "The ferry leaves at noon, a long way from the town.", "provenance": {"digital_source_type": "digitalCreation", "generator": null, "source": "s", "license": "MIT"}}\n{"text": "The ferry leaves at noon, a long way from the town.", "provenance": {"digital_source_type": "digitalCreation", "generator": null, "source": "s", "license": "MIT"}}\n',
  },
  references: ['Data Provenance Initiative: lineage of duplicated sources'],
  check: (subject, { cross }) => {
    const conflict = cross?.duplicates.conflictOf(subject.record.row);
    const own = subject.provenance.originClass;
    if (!conflict || !own) return [];
    const value = subject.provenance.get('digital_source_type')?.own?.value;
    const span = value ? { start: value.start, end: value.end } : recordStart(subject);
    return [{ ...span, data: { row: conflict.row, own, other: conflict.class } }];
  },
  message: ({ row, own, other }) =>
    `Declared ${WORDS[own]}, but record ${row + 1} has the same text and is declared ${WORDS[other]}.`,
  fixes: ({ data: { other } }, { provenance }, context) => {
    const unknown: Fix = {
      title: 'Mark as unknown',
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { digital_source_type: 'noAssertion' } },
    };
    // A record that names its generator cannot become human by changing one word.
    if (other === 'human' && provenance.get('generator')) return [unknown];
    const same: Fix = {
      title: `Mark as ${WORDS[other]}, as the other record`,
      safety: 'unsafe',
      change: {
        kind: 'provenance',
        patch: { digital_source_type: CODES[other] },
        ...(other === 'machine' && !provenance.get('generator') && { ask: generatorQuestion(context) }),
      },
    };
    return [same, unknown];
  },
});

const WORDS: Record<OriginClass, string> = {
  human: 'human',
  machine: 'machine-made',
  mixed: 'mixed',
  neutral: 'captured',
  unknown: 'unknown',
};
const CODES: Record<OriginClass, string> = {
  human: 'digitalCreation',
  machine: 'trainedAlgorithmicMedia',
  mixed: 'compositeSynthetic',
  neutral: 'noAssertion',
  unknown: 'noAssertion',
};
