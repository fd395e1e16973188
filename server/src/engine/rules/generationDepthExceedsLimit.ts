import { fieldSpan } from './lineage';
import { recordRule } from './rule';

export const generationDepthExceedsLimit = recordRule<{ depth: number; limit: number }>({
  id: 'generation-depth-exceeds-limit',
  title: 'A copy of a copy: too many generations from human text',
  severity: 'warning',
  crossRecord: true,
  what: 'A record whose generation depth, as its ancestors give it or else as declared, is above the limit: 2, or `maxGenerationDepth` in the configuration.',
  why: 'Each generation of a model trained on the one before loses more of the tails of the human distribution.',
  fix: 'None: leave the record out, or raise the limit for the dataset.',
  falsePositives: 'Data made to study collapse itself, and chains in which people corrected every step.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "org/model", "source": "s", "license": "MIT", "generation_depth": 3}}\n',
    valid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "org/model", "source": "s", "license": "MIT", "generation_depth": 2}}\n',
  },
  references: ['Shumailov et al., Nature 631 (2024)'],
  check: (subject, { cross, inputs: { maxGenerationDepth: limit } }) => {
    const declared = subject.provenance.get('generation_depth')?.value;
    const depth = cross?.lineage?.depthOf(subject.record.row) ?? declared;
    if (typeof depth !== 'number' || depth <= limit) return [];
    return [{ ...fieldSpan(subject, 'generation_depth'), data: { depth, limit } }];
  },
  message: ({ depth, limit }) => `${depth} generations of models away from human text; the limit is ${limit}.`,
});
