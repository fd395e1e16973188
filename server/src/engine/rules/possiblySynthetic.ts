import { markFixes } from './originFixes';
import { recordRule } from './rule';
import { passageProblems, sayVerdict, type Verdict } from './syntheticPassage';

export const possiblySynthetic = recordRule<Verdict>({
  id: 'possibly-synthetic',
  title: 'Possibly written by a machine, and not labelled',
  severity: 'hint',
  offByDefault: true,
  what: 'The same as `likely-synthetic` at a lower threshold, at which about one human text in twenty is accused. Off unless the configuration turns it on.',
  why: 'For a review that is willing to look at many human texts in order to miss fewer machine texts.',
  fix: 'Marks the record as synthetic or mixed, when a person says so, or accepts the finding in the baseline.',
  falsePositives: 'One in twenty human texts, by design.',
  examples: {
    file: 'data.jsonl',
    invalid: '',
    valid: '{"text": "Short.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['docs/model-card.md'],
  check: (subject, context) => passageProblems(subject, context, 'possible'),
  message: (verdict) => sayVerdict('Possibly written by a machine', verdict),
  fixes: () => markFixes(),
});
