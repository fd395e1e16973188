import { fieldSpan } from './lineage';
import { recordRule } from './rule';

export const generationDepthMismatch = recordRule<{ declared: number; computed: number }>({
  id: 'generation-depth-mismatch',
  title: 'Generation depth is not what its ancestors give',
  severity: 'warning',
  crossRecord: true,
  what: 'A `generation_depth` that differs from the number of model generation steps on the longest path over `derived_from` back to text that a person wrote. Records with an ancestor that is not known are left alone.',
  why: 'The depth decides what is kept from training on copies of copies; a wrong one lets them through.',
  fix: 'Sets the depth that the ancestors give. A person decides: it may be an origin along the way that is wrong.',
  falsePositives: 'Steps that no record stands for: a draft that was generated, thrown away and written anew.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "generator": null, "source": "s", "license": "MIT", "derived_from": null, "generation_depth": 0}}\n{"id": "b", "text": "Hi.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "org/model", "source": "s", "license": "MIT", "derived_from": ["a"], "generation_depth": 3}}\n',
    valid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "generator": null, "source": "s", "license": "MIT", "derived_from": null, "generation_depth": 0}}\n{"id": "b", "text": "Hi.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "org/model", "source": "s", "license": "MIT", "derived_from": ["a"], "generation_depth": 1}}\n',
  },
  references: ['Shumailov et al., Nature 631 (2024)', 'W3C PROV wasDerivedFrom'],
  check: (subject, { cross }) => {
    const declared = subject.provenance.get('generation_depth')?.value;
    const computed = cross?.lineage?.depthOf(subject.record.row);
    if (typeof declared !== 'number' || computed === undefined || computed === null || declared === computed) return [];
    return [{ ...fieldSpan(subject, 'generation_depth'), data: { declared, computed } }];
  },
  message: ({ declared, computed }) => `Generation depth ${declared} is declared, but its ancestors give ${computed}.`,
  fixes: ({ data: { computed } }) => [
    {
      title: `Set the generation depth to ${computed}`,
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { generation_depth: computed } },
    },
  ],
});
