import type { Span } from '../records/position';
import { recordStart } from './missing';
import { generatorQuestion } from './originFixes';
import { recordRule } from './rule';

export const syntheticWithoutGenerator = recordRule<null>({
  id: 'synthetic-without-generator',
  title: 'Machine-made, but no generator is named',
  severity: 'warning',
  what: 'A record whose origin is of the machine class (`trainedAlgorithmicMedia` and its like) while no level names a `generator`.',
  why: 'Which model wrote a text decides its licence terms, its age, and how many generations of models it is away from a person. The EU template for training data summaries asks for the models by name.',
  fix: 'Asks for the generator, or writes `unrecorded` when it is not known any more. Never safe.',
  falsePositives: 'Text made by a template or a grammar has no model: name the program instead.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "trainedAlgorithmicMedia"}\n',
    valid:
      '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "trainedAlgorithmicMedia", "provenance": {"generator": "org/model"}}\n',
  },
  references: [
    'W3C PROV wasAttributedTo',
    'EU AI Act, template for the public summary of training content, section 2.5',
    'Data Provenance Initiative, Model Generated',
  ],
  check: (subject) => {
    const origin = subject.provenance.get('digital_source_type');
    if (!origin || subject.provenance.originClass !== 'machine' || subject.provenance.get('generator')) return [];
    const value = origin.own?.value;
    const span: Span = value ? { start: value.start, end: value.end } : recordStart(subject);
    return [{ ...span, data: null }];
  },
  message: () => 'This record is declared machine-made, but nothing names the generator.',
  fixes: (_, __, context) => [
    {
      title: 'Name the generator…',
      safety: 'unsafe',
      change: { kind: 'provenance', patch: {}, ask: generatorQuestion(context) },
    },
    {
      title: 'Say that the generator was not recorded',
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { generator: 'unrecorded' } },
    },
  ],
});
