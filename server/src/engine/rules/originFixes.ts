import type { FileContext } from '../context';
import type { ProvenancePatch } from '../provenance/write';
import type { Fix, Question, Subject } from './rule';

const WITH_GENERATOR = 'synthetic, with its generator…';

/** The choices a person has for the origin of a record. None is preferred: the tool does not decide. */
export function originFixes(context: FileContext): Fix[] {
  return [
    mark('human', { digital_source_type: 'digitalCreation' }),
    mark(WITH_GENERATOR, { digital_source_type: 'trainedAlgorithmicMedia' }, generatorQuestion(context)),
    mark('mixed (human and machine)', { digital_source_type: 'compositeSynthetic' }),
    mark('unknown', { digital_source_type: 'noAssertion' }),
  ];
}

/**
 * The choices where the text or its source gave reason to ask. Whoever knows that a person wrote it accepts the finding.
 *
 * @param ask for the generator, where there is an idea of which it was
 */
export function markFixes(ask?: Question): Fix[] {
  return [
    mark(ask ? WITH_GENERATOR : 'synthetic', { digital_source_type: 'trainedAlgorithmicMedia' }, ask),
    mark('mixed (human and machine)', { digital_source_type: 'compositeSynthetic' }),
  ];
}

function mark(title: string, patch: ProvenancePatch, ask?: Question): Fix {
  return { title: `Mark as ${title}`, safety: 'unsafe', change: { kind: 'provenance', patch, ...(ask && { ask }) } };
}

/** @param likely models to suggest before those that the files around the dataset name */
export function generatorQuestion({ inputs }: FileContext, likely: readonly string[] = []): Question {
  const named = [...new Set([...likely, ...inputs.generators])];
  const suggestions = named.length > 0 ? named : ['organisation/model'];
  return { field: 'generator', prompt: 'Model that generated the text, as organisation/model@revision', suggestions };
}

/** Writes what the record inherits into it, when it inherits anything. */
export function inheritFix({ provenance }: Subject, _context: FileContext): Fix[] {
  const patch: ProvenancePatch = {};
  let from: string | undefined;
  for (const field of provenance.fields) {
    const assertion = provenance.get(field)!;
    if (assertion.scope === 'record' || assertion.scope === 'sidecar') continue;
    patch[field] = assertion.value;
    from ??= assertion.place?.file;
  }
  if (!from) return [];
  return [
    {
      title: `Write what it inherits from ${from} into the record`,
      safety: 'unsafe',
      change: { kind: 'provenance', patch },
    },
  ];
}
