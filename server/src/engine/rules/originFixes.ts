import type { FileContext } from '../context';
import type { ProvenancePatch } from '../provenance/write';
import type { Fix, Question, Subject } from './rule';

/** The choices a person has for the origin of a record. None is preferred: the tool does not decide. */
export function originFixes(context: FileContext): Fix[] {
  return [
    mark('human', { digital_source_type: 'digitalCreation' }),
    mark(
      'synthetic, with its generator…',
      { digital_source_type: 'trainedAlgorithmicMedia' },
      generatorQuestion(context),
    ),
    mark('mixed (human and machine)', { digital_source_type: 'compositeSynthetic' }),
    mark('unknown', { digital_source_type: 'noAssertion' }),
  ];
}

/** The choices where the text itself gave reason to ask. Whoever knows that a person wrote it accepts the finding. */
export function markFixes(): Fix[] {
  return [
    mark('synthetic', { digital_source_type: 'trainedAlgorithmicMedia' }),
    mark('mixed (human and machine)', { digital_source_type: 'compositeSynthetic' }),
  ];
}

function mark(title: string, patch: ProvenancePatch, ask?: Question): Fix {
  return { title: `Mark as ${title}`, safety: 'unsafe', change: { kind: 'provenance', patch, ...(ask && { ask }) } };
}

export function generatorQuestion({ inputs }: FileContext): Question {
  const suggestions = inputs.generators.length > 0 ? inputs.generators : ['organisation/model'];
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
