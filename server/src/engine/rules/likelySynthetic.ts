import { markFixes } from './originFixes';
import { recordRule } from './rule';
import { passageProblems, sayVerdict, type Verdict } from './syntheticPassage';

export const likelySynthetic = recordRule<Verdict>({
  id: 'likely-synthetic',
  title: 'Likely written by a machine, and not labelled',
  severity: 'information',
  what: 'A text of at least 40 words of English prose that a small lexical model takes for machine text, in a record that is not declared machine-made. One finding for a record, on the passage that is most suspect. A warning where the record itself claims a human origin, or the dataset card denies machine text.',
  why: 'Machine text that nobody labelled is what spoils a dataset unnoticed.',
  fix: 'Marks the record as synthetic or mixed, when a person says so; whoever knows that a person wrote it accepts the finding in the baseline. The verdict itself never fills a label.',
  falsePositives:
    "The model is wrong about people too: the message says how often, over all and in the worst register. Formal, legal and technical prose, polished text and learners' essays are accused more often than others. `dataset-hygiene calibrate` fits the thresholds to your own human text.",
  examples: {
    file: 'data.jsonl',
    invalid: `{"text": "In today's fast-paced world, the importance of community gardens cannot be overstated. These vibrant green spaces serve as a testament to the power of collaboration, fostering a sense of belonging while promoting sustainability and well-being. Furthermore, they offer invaluable opportunities for education, allowing participants to delve into the intricate relationship between people and nature. Ultimately, embracing community gardens is a meaningful step towards a healthier and more connected future for everyone.", "source": "a", "license": "MIT", "digital_source_type": "noAssertion"}\n`,
    valid: '{"text": "Short.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['docs/model-card.md', 'Shumailov et al., Nature 631 (2024)'],
  check: (subject, context) => passageProblems(subject, context, 'likely'),
  message: (verdict) => sayVerdict('Likely written by a machine', verdict),
  fixes: () => markFixes(),
});
