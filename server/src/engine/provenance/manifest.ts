import { parseJson } from '../records/jsonParser';
import { defaultLimits } from '../records/limits';
import { select } from '../records/path';

/** File names of documents that describe the data files beside them. */
export const MANIFEST_NAMES: readonly string[] = [
  'croissant.json',
  'metadata.json',
  'croissant.jsonld',
  'datapackage.json',
];

/**
 * Data files that a Croissant or Frictionless description names, relative to it. URLs elsewhere are left out.
 */
export function filesNamedBy(text: string): string[] {
  const { root } = parseJson(text, defaultLimits.depth);
  if (root?.type !== 'object') return [];
  const described = ['distribution[].contentUrl', 'distribution[].includes', 'resources[].path', 'resources[].path[]'];
  return described
    .flatMap((path) => select(root, path))
    .flatMap(({ value }) => (value.type === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(value.text) ? [value.text] : []));
}
