import type { Sidecar } from '../../context';
import { parseJson } from '../../records/jsonParser';
import { defaultLimits } from '../../records/limits';
import { member, type ObjectValue } from '../../records/value';
import { type Assertion, BARE_KEYS } from '../assertion';
import { type ProvenanceField, provenanceFields } from '../fields';
import { identity, type KeyedRow, rowAssertion, sidecarOf } from './sidecarRows';

/**
 * Reads a file of Dolma attributes: `{"id": …, "source": …, "attributes": {…}}` a line, for the documents of those ids.
 *
 * Attributes are what taggers found in a text (scores, spans); few are provenance, and no score is. Read as such are an
 * object `provenance` with our keys, and our keys that mean nothing else anywhere (`digital_source_type`, `derived_from`,
 * `annotations_creator`, `generation_depth`), both also with the prefix that Dolma gives the attributes of a tagger
 * (`mix_v1__origins__digital_source_type`).
 *
 * @param file name to show as the place of the assertions
 * @returns undefined where no attribute is provenance, as in nearly all such files
 */
export function parseDolmaAttributes(text: string, file: string): Sidecar | undefined {
  if (!NAMES.some((name) => text.includes(`${name}"`))) return undefined;
  const rows: KeyedRow[] = [];
  let line = -1;
  for (const source of text.split('\n')) {
    line++;
    const { root } = parseJson(source.replace(/\r$/, ''), defaultLimits.depth);
    const attributes = root?.type === 'object' ? member(root, 'attributes')?.value : undefined;
    const key = root?.type === 'object' ? identity(root) : undefined;
    if (!key || attributes?.type !== 'object') continue;
    const assertions = readAttributes(attributes, file, line);
    if (assertions.length > 0) rows.push({ key, assertions });
  }
  return rows.length > 0 ? sidecarOf(file, rows, 0) : undefined;
}

/**
 * Where the attributes of a tagger are kept for a file of documents: `documents/` becomes `attributes/<tagger>/`.
 *
 * @param documents path with slashes; undefined is returned where it is in no folder `documents`
 */
export function attributesPath(documents: string, tagger: string): string | undefined {
  const at = `/${documents}`.lastIndexOf('/documents/');
  return at < 0
    ? undefined
    : `${documents.slice(0, at)}attributes/${tagger}/${documents.slice(at + 'documents/'.length)}`;
}

const NAMES: readonly string[] = ['provenance', ...BARE_KEYS];

function readAttributes(attributes: ObjectValue, file: string, line: number): Assertion[] {
  return attributes.members.flatMap(({ key, value }) => {
    const name = key.slice(key.lastIndexOf('__') + (key.includes('__') ? 2 : 1));
    if (name !== 'provenance') {
      return BARE_KEYS.has(name) ? rowAssertion(name as ProvenanceField, value, file, line) : [];
    }
    if (value.type !== 'object') return [];
    return provenanceFields.flatMap(({ field }) => {
      const own = member(value, field)?.value;
      return own ? rowAssertion(field, own, file, line) : [];
    });
  });
}
