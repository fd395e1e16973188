import { lacks, recordStart } from './missing';
import { inheritFix, originFixes } from './originFixes';
import { recordRule } from './rule';
import { turnsOf } from './turns';

export const originMissing = recordRule<null>({
  id: 'origin-missing',
  title: 'Nothing says whether a person or a machine wrote this record',
  severity: 'warning',
  aboutAbsence: true,
  what: 'A record for which neither its own fields, nor a row sidecar, the configuration or the dataset card assert a `digital_source_type`.',
  why: 'A model trained on unlabelled model output loses the tails of the human distribution. Nobody can keep what is human, or leave out what is not, when it is not said.',
  fix: 'Marks the record as human, synthetic (with its generator), mixed or unknown. A person chooses; nothing is preferred and nothing runs on save. Where the record has no room, the offers are a row sidecar or one declaration for the file.',
  falsePositives:
    'None, once a dataset declares anything: `noAssertion` says "not known" explicitly. A dataset that declares nothing gets one notice for the file instead.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "A river runs past the mill.", "source": "mill", "license": "CC0-1.0"}\n',
    valid:
      '{"text": "A river runs past the mill.", "source": "mill", "license": "CC0-1.0", "digital_source_type": "digitalCreation"}\n',
  },
  references: [
    'schema.org digitalSourceType',
    'IPTC Digital Source Type NewsCodes',
    'Shumailov et al., Nature 631 (2024)',
  ],
  check: (subject, context) => {
    if (!lacks(subject, 'digital_source_type')) return [];
    // A conversation may say it turn by turn; what it leaves out then is the matter of `turn-origin-untagged`.
    const byTurns = turnsOf(subject.record, context).some(({ origin }) => origin);
    return byTurns ? [] : [{ ...recordStart(subject), data: null }];
  },
  message: () => 'Nothing says whether a person or a machine wrote this record.',
  fixes: (_, subject, context) => [...originFixes(context), ...inheritFix(subject, context)],
});
