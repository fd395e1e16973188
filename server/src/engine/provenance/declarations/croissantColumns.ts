import type { ObjectValue } from '../../records/value';
import type { ProvenanceField } from '../fields';
import type { CroissantDocument } from './croissantDocument';
import type { CroissantField } from './croissantFields';
import { spanOf } from './documents';
import type { ColumnMapping } from './reading';

/**
 * Properties that say of a column which provenance field its values are (`equivalentProperty`), the one we write first.
 * PROV has no word for when a text was collected, nor for a depth.
 */
export const COLUMN_PROPERTIES: readonly (readonly [property: string, field: ProvenanceField])[] = [
  ['prov:wasAttributedTo', 'generator'],
  ['sc:digitalSourceType', 'digital_source_type'],
  ['prov:hadPrimarySource', 'source'],
  ['dct:source', 'source'],
  ['prov:wasDerivedFrom', 'derived_from'],
  ['sc:isBasedOn', 'derived_from'],
  ['sc:license', 'license'],
  ['dct:license', 'license'],
  ['prov:generatedAtTime', 'created'],
  ['sc:dateCreated', 'created'],
  ['dct:created', 'created'],
];

const fieldOfProperty = new Map(COLUMN_PROPERTIES);

/** Properties of the part of a structured annotation that identifies the thing it is about. */
const IDENTIFYING = new Set([
  '@id',
  'sc:id',
  'sc:identifier',
  'sc:url',
  'sc:name',
  'prov:label',
  'rdfs:label',
  'foaf:name',
]);

/**
 * Columns that a description declares to be provenance of their rows (Croissant 1.1, data-level provenance). A structured
 * annotation is read by the part that identifies what it is about; the location of what a record is derived from is its
 * source. Who a person is that something is attributed to is no field of ours.
 */
export function columnMappings(document: CroissantDocument, fields: readonly CroissantField[]): ColumnMapping[] {
  const mapped = new Map<ObjectValue, ProvenanceField>();
  const columns: ColumnMapping[] = [];
  for (const field of fields) {
    const { node, parent, path, files } = field;
    const outer = parent && mapped.get(parent.node);
    const means = outer ? partOf(document, node, outer) : fieldMeant(document, node);
    if (!means) continue;
    if (!outer) mapped.set(node, means);
    if (path !== undefined) columns.push({ field: means, path, ...(files && { files }), ...spanOf(node) });
  }
  return columns;
}

function equivalents(document: CroissantDocument, node: ObjectValue): string[] {
  return document
    .values(node, 'cr:equivalentProperty')
    .flatMap((value) => {
      if (value.type === 'string') return [value.text];
      return value.type === 'object' ? (document.id(value) ?? []) : [];
    })
    .map((text) => document.meaning(text));
}

function fieldMeant(document: CroissantDocument, node: ObjectValue): ProvenanceField | undefined {
  const field = equivalents(document, node).flatMap((property) => fieldOfProperty.get(property) ?? [])[0];
  return field === 'generator' && isOfPeople(document, node) ? undefined : field;
}

function partOf(document: CroissantDocument, node: ObjectValue, of: ProvenanceField): ProvenanceField | undefined {
  const properties = equivalents(document, node);
  if (properties.includes('prov:atLocation') && of === 'derived_from') return 'source';
  if (properties.some((property) => IDENTIFYING.has(property))) return of;
  const isNamedId = /\/(?:id|name|label)$/.test(document.id(node) ?? '');
  return properties.length === 0 && isNamedId ? of : undefined;
}

const PEOPLE = ['prov:Person', 'prov:Organization', 'foaf:Person', 'foaf:Organization', 'sc:Person', 'sc:Organization'];

function isOfPeople(document: CroissantDocument, node: ObjectValue): boolean {
  return document
    .values(node, 'cr:dataType', '@type')
    .some((type) => type.type === 'string' && PEOPLE.includes(document.context.name(type.text)));
}
