import { type Assertion, sayValue } from '../../engine/provenance/assertion';
import { type ProvenanceField, provenanceFields } from '../../engine/provenance/fields';
import { readOrigin } from '../../engine/provenance/vocabulary';
import type { Subject } from '../../engine/rules/rule';
import type { Markup } from './markdown';

/** The effective provenance of a record, a field a line: what holds, where it is said, and what it overrides. */
export function sayProvenance({ provenance }: Subject, markup: Markup): string {
  const stated = provenanceFields.filter(({ field }) => provenance.get(field));
  const lines = stated.flatMap(({ field }) => sayField(field, provenance.chain(field), markup));
  const missing = provenanceFields.filter(({ field }) => !provenance.get(field)).map(({ field }) => markup.code(field));
  if (missing.length > 0) lines.push('', `Not stated: ${missing.join(', ')}`);
  return [markup.strong('Provenance of this record'), '', ...lines].join('\n');
}

/** One field, with what its key is for. */
export function sayOneField({ provenance }: Subject, field: ProvenanceField, markup: Markup): string {
  const info = provenanceFields.find((candidate) => candidate.field === field)!;
  return [
    `${markup.strong(info.title)} (${markup.code(field)})`,
    '',
    info.description,
    '',
    ...sayField(field, provenance.chain(field), markup),
  ].join('\n');
}

function sayField(field: ProvenanceField, [inForce, ...overridden]: readonly Assertion[], markup: Markup): string[] {
  if (!inForce) return [];
  const { bullet, indent, code } = markup;
  const meaning = field === 'digital_source_type' ? meaningOf(inForce) : undefined;
  const line = `${bullet}${code(field)}: ${code(sayValue(inForce.value))} ${sourceOf(inForce, markup)}`;
  return [
    line,
    ...(meaning ? [`${indent}${bullet}${meaning}`] : []),
    ...overridden.map(
      (other) => `${indent}${bullet}overrides ${code(sayValue(other.value))} ${sourceOf(other, markup)}`,
    ),
  ];
}

function meaningOf({ value }: Assertion): string | undefined {
  const reading = readOrigin(sayValue(value));
  if (reading.kind === 'unknown') return undefined;
  const { code, meaning } = reading.type;
  return reading.kind === 'alias' ? `understood as ${code}: ${meaning}` : meaning;
}

function sourceOf({ scope, place, own, field }: Assertion, { code }: Markup): string {
  if (scope === 'record') {
    if (!own || own.by === 'canonical') return 'from this record';
    const path = code(own.path);
    return own.by === 'native' && own.path === field ? 'from this record' : `from this record, by its field ${path}`;
  }
  const at = place ? `${code(place.file)} line ${place.range.start.line + 1}` : scope;
  return scope === 'sidecar' ? `from the row sidecar ${at}` : `inherited from ${at}`;
}
