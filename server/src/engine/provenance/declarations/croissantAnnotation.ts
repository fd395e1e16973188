import { matchesAny } from '../../glob';
import type { Path } from '../../records/path';
import type { ObjectValue } from '../../records/value';
import type { ProvenanceField } from '../fields';
import type { Edit } from '../write';
import { COLUMN_PROPERTIES } from './croissantColumns';
import { CroissantDocument } from './croissantDocument';
import { addValues, type CroissantText, declarePrefix, type Json } from './croissantEdits';
import { type CroissantField, fieldsOf } from './croissantFields';

/** A column of the data that holds a provenance field of its rows. */
export interface ProvenanceColumn {
  field: ProvenanceField;
  path: Path;
}

const DATA_TYPES: ReadonlyMap<ProvenanceField, Json> = new Map<ProvenanceField, Json>([
  ['generator', ['sc:Text', 'prov:SoftwareAgent']],
  ['derived_from', ['sc:Text', 'prov:Entity']],
  ['created', 'sc:DateTime'],
]);

/** Whether Croissant has a property by which a column can be declared to be this field. */
export const isDeclarable = (field: ProvenanceField): boolean => propertyOf(field) !== undefined;

const propertyOf = (field: ProvenanceField) => COLUMN_PROPERTIES.find(([, means]) => means === field)?.[0];

/**
 * Edits that declare columns of a file to be provenance, as annotations of the RecordSet that is read from it
 * (Croissant 1.1, data-level provenance).
 *
 * @param path of the file, from the folder of the description
 * @returns none where no RecordSet is read from the file, or Croissant has no property for any of the columns
 */
export function annotateColumns(text: CroissantText, columns: readonly ProvenanceColumn[], path: string): Edit[] {
  const document = CroissantDocument.of(text.root);
  const model = sourceFor(document, path);
  const declared = columns.filter(({ field }) => isDeclarable(field));
  if (!model || declared.length === 0) return [];
  const annotations = declared.map((column) => annotation(document, model, column));
  const { context } = document;
  const edits = addValues(text, model.recordSet, 'cr:annotation', annotations);
  return context.remote || context.declares('prov') ? edits : [...declarePrefix(text, 'prov'), ...edits];
}

/** Where the columns of a file are read from: by what, and how the other fields are picked. */
interface Model {
  recordSet: ObjectValue;
  kind: 'cr:fileObject' | 'cr:fileSet';
  id: string;
  byJsonPath: boolean;
}

function sourceFor(document: CroissantDocument, path: string): Model | undefined {
  const models = fieldsOf(document).flatMap((field) => modelOf(document, field, path));
  const counts = new Map<ObjectValue, number>();
  for (const { recordSet } of models) counts.set(recordSet, (counts.get(recordSet) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return models.find(({ recordSet }) => recordSet === most);
}

function modelOf(document: CroissantDocument, field: CroissantField, path: string): Model[] {
  if (!field.files || !matchesAny(path, field.files)) return [];
  for (const source of document.values(field.node, 'cr:source')) {
    if (source.type !== 'object') continue;
    for (const kind of ['cr:fileObject', 'cr:fileSet'] as const) {
      const [file] = document.related(source, kind);
      const id = file && document.id(file);
      if (id === undefined) continue;
      const byJsonPath = document
        .related(source, 'cr:extract')
        .some((one) => document.texts(one, 'cr:jsonPath').length > 0);
      return [{ recordSet: field.recordSet, kind, id, byJsonPath }];
    }
  }
  return [];
}

function annotation(document: CroissantDocument, model: Model, { field, path }: ProvenanceColumn): Json {
  const { context } = document;
  const column = /^[^.[]*/.exec(path)![0];
  const jsonPath = path.replaceAll('[]', '[*]');
  const rest = jsonPath.slice(column.length).replace(/^\./, '');
  const extract = model.byJsonPath
    ? { [context.write('cr:jsonPath')]: `$.${jsonPath}` }
    : { [context.write('cr:column')]: column };
  const inner = !model.byJsonPath &&
    rest !== '' && {
      [context.write('cr:transform')]: { [context.write('cr:jsonPath')]: rest },
    };
  return {
    '@type': 'cr:Field',
    '@id': `${document.id(model.recordSet) ?? 'records'}/provenance/${field}`,
    [context.write('cr:equivalentProperty')]: propertyOf(field)!,
    [context.write('cr:dataType')]: DATA_TYPES.get(field) ?? 'sc:Text',
    [context.write('cr:source')]: {
      [context.write(model.kind)]: { '@id': model.id },
      [context.write('cr:extract')]: extract,
      ...inner,
    },
  };
}
