import { huggingFaceLicenses } from '../huggingFaceLicenses';
import { readLicense } from '../license';

/**
 * What the `license` of a card means to the Hub, which knows its own ids only.
 * - `listed`: an id of the Hub
 * - `spelling`: exactly the licence of this id, written otherwise
 * - `choices`: may be meant as one of these ids
 * - `unlisted`: a licence for which the Hub has no id
 */
export type CardLicense =
  | { kind: 'listed' }
  | { kind: 'spelling'; id: string }
  | { kind: 'choices'; ids: readonly string[] }
  | { kind: 'unlisted'; expression: string }
  | { kind: 'unknown' };

const idOf = new Map<string, string>();
for (const [id, expression] of huggingFaceLicenses) {
  if (expression !== null && !idOf.has(expression)) idOf.set(expression, id);
}

export function readCardLicense(said: string): CardLicense {
  if (huggingFaceLicenses.has(said)) return { kind: 'listed' };
  const lower = said.toLowerCase();
  if (huggingFaceLicenses.has(lower)) return { kind: 'spelling', id: lower };
  if (said === 'NOASSERTION') return { kind: 'spelling', id: 'unknown' };
  const reading = readLicense(said);
  switch (reading.kind) {
    case 'spdx':
    case 'alias':
      return ofExpression(reading.expression);
    case 'family':
      return choices(reading.candidates);
    case 'not-stated':
      return { kind: 'choices', ids: ['unknown'] };
    case 'unrecognised':
      return choices(reading.suggestion === null ? [] : [reading.suggestion]);
  }
}

function ofExpression(expression: string): CardLicense {
  const id = idOf.get(expression);
  if (id !== undefined) return { kind: 'spelling', id };
  // The Hub's GNU ids do not say whether later versions may be used.
  const gnu = idOf.get(expression.replace(/-(?:only|or-later)$/, ''));
  return gnu === undefined ? { kind: 'unlisted', expression } : { kind: 'choices', ids: [gnu] };
}

function choices(candidates: readonly string[]): CardLicense {
  const ids = candidates.flatMap((candidate) => idOf.get(candidate) ?? []);
  return ids.length > 0 ? { kind: 'choices', ids } : { kind: 'unknown' };
}
