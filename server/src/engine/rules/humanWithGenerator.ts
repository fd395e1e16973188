import { type Assertion, sayValue } from '../provenance/assertion';
import { type Fix, type Related, recordRule } from './rule';

export const humanWithGenerator = recordRule<string>({
  id: 'human-with-generator',
  title: 'Declared human, yet a generator is named',
  severity: 'error',
  what: 'A record whose origin is of the human class while a `generator`, `model` or the like is filled, at any level.',
  why: 'One of the two is wrong, and a machine text that is labelled human is the worst case: it ends up in the data that is kept as human.',
  fix: 'Marks the record as synthetic or mixed, or clears the generator in the record. A person chooses.',
  falsePositives:
    'A `model` field may name a subject (a car, a phone) or the judge of a comparison rather than the author.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "generator": "org/model", "source": "a", "license": "MIT"}}\n',
    valid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "generator": null, "source": "a", "license": "MIT"}}\n',
  },
  references: ['W3C PROV wasAttributedTo', 'Open Assistant export: synthetic and model_name'],
  check: ({ provenance, record }) => {
    const generator = provenance.get('generator');
    if (!generator || provenance.originClass !== 'human') return [];
    const origin = provenance.get('digital_source_type')!;
    const at = origin.own?.value ?? generator.own?.value;
    const span = at ? { start: at.start, end: at.end } : { start: 0, end: Math.min(1, record.source.length) };
    const related: Related[] = [];
    if (generator.own) {
      const { start, end } = generator.own.value;
      related.push({ message: 'The generator is named here', span: { start, end } });
    } else if (generator.place) related.push({ message: 'The generator is named here', place: generator.place });
    if (!origin.own && origin.place) related.push({ message: 'The origin is declared here', place: origin.place });
    return [{ ...span, data: sayValue(generator.value), related }];
  },
  message: (generator) => `Declared human, yet ${JSON.stringify(generator.slice(0, 60))} is named as its generator.`,
  fixes: (_, { provenance }, { facts }) => [
    {
      title: 'Mark as synthetic',
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { digital_source_type: 'trainedAlgorithmicMedia' } },
    },
    {
      title: 'Mark as mixed (human and machine)',
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { digital_source_type: 'compositeSynthetic' } },
    },
    ...(isClearable(provenance.chain('generator'), facts.format.kind) ? [CLEAR] : []),
  ],
});

const CLEAR: Fix = {
  title: 'Clear the generator',
  safety: 'unsafe',
  change: { kind: 'provenance', patch: { generator: null } },
};

/** Whether writing null leaves no generator: a field of the shape, or a level above the record, would still name it. */
function isClearable(chain: readonly Assertion[], format: string): boolean {
  if (format === 'csv') return chain.length === 1 && chain[0]!.own !== undefined;
  return chain.every(({ own }) => own?.by === 'canonical');
}
