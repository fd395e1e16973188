import type { Format } from '../records/format';
import { isFilled, select } from '../records/path';
import { member, type Value } from '../records/value';
import { BAGS, findNativeFields } from './nativeKeys';
import type { Placement, Shape } from './shape';
import { findText } from './textPaths';

/** A shape made up from the sample, for records of no known convention. */
export function genericShape(roots: readonly Value[], format: Format): Shape {
  const provenance = findNativeFields(roots);
  const base = { signatures: [], provenance, placement: placementFor(roots) };
  if (format.kind === 'text') {
    // The reader keeps the page under `text`; whatever else there is stands in the front matter.
    const role = hasText(roots, ['text']) ? 'dataset' : 'other';
    return {
      ...base,
      id: 'document',
      title: 'Text document',
      role,
      text: ['text'],
      source: 'Front matter of a text file',
    };
  }
  const lone = format.kind === 'json' && format.wrapper.kind === 'single';
  const text = findText(roots, '', lone);
  const role = text.length > 0 ? 'dataset' : 'other';
  return { ...base, id: 'generic', title: 'No known convention', role, text, source: 'Names and values of the fields' };
}

/** Records that are nothing but a string each. */
export const bareStrings: Shape = {
  id: 'bare-strings',
  title: 'Bare strings',
  role: 'dataset',
  signatures: [],
  text: [''],
  provenance: [],
  placement: 'none',
  source: 'A JSON array of strings',
};

/** Whether a record of these has text at one of the paths. */
export function hasText(roots: readonly Value[], paths: readonly string[]): boolean {
  return roots.some((root) =>
    paths.some((path) => select(root, path).some(({ value }) => value.type === 'string' && isFilled(value))),
  );
}

function placementFor(roots: readonly Value[]): Placement {
  for (const bag of BAGS) {
    const objects = roots.filter((root) => root.type === 'object' && member(root, bag)?.value.type === 'object').length;
    if (objects > roots.length / 2) return `${bag}.provenance`;
  }
  return 'provenance';
}
