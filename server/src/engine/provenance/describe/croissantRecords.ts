import { matchesAny } from '../../glob';
import type { Path } from '../../records/path';
import type { ObjectValue } from '../../records/value';
import { COLUMN_PROPERTIES, columnMappings } from '../declarations/croissantColumns';
import { type CroissantField, fieldsOf } from '../declarations/croissantFields';
import type { CroissantWriter } from './croissant';
import { distribution, idOf } from './croissantFiles';
import type { Json } from './jsonEdits';
import { mediaType } from './mediaTypes';
import type { Column, DatasetSummary, FileSummary } from './summary';

/** Text columns of a new RecordSet; a wider table is left to a person. */
const MOST_FIELDS = 50;

/**
 * Declares the columns that hold provenance row by row: annotations whose `equivalentProperty` is a term of PROV or
 * schema.org (Croissant 1.1, "Data-level Provenance"). They go to the RecordSet that reads the file; files that none
 * reads get one for all that look alike.
 */
export function describeRecordSets(writer: CroissantWriter, { files }: DatasetSummary): void {
  const { document } = writer;
  const fields = fieldsOf(document);
  const mappings = columnMappings(document, fields);
  const annotated = new Map<ObjectValue, Set<string>>();
  const groups = new Map<string, FileSummary[]>();
  for (const file of files) {
    const covers = (one: { files?: readonly string[] | undefined }) => !one.files || matchesAny(file.path, one.files);
    const declared = new Set(mappings.filter(covers).map(({ path }) => plain(path)));
    const columns = declarable(file).filter(({ path }) => !declared.has(plain(path)));
    if (columns.length === 0) continue;
    const recordSet = readingOf(fields, file);
    if (recordSet) annotate(writer, recordSet, file, columns, annotated);
    else {
      const alike = JSON.stringify([mediaType(file), file.format, columns, textColumns(file)]);
      const group = groups.get(alike);
      if (group) group.push(file);
      else groups.set(alike, [file]);
    }
  }
  for (const group of groups.values()) addRecordSet(writer, group);
}

/** A path without what says that it leads through lists: a declared column need not say so. */
const plain = (path: Path) => path.replaceAll('[]', '');

const propertyOf = ({ field }: Column) => COLUMN_PROPERTIES.find(([, of]) => of === field)?.[0];

/** Columns that a term exists for, in files whose columns Croissant can name. */
function declarable(file: FileSummary): Column[] {
  const { kind } = file.format;
  const wrapper = file.format.kind === 'json' ? file.format.wrapper.kind : undefined;
  const hasColumns = kind === 'jsonl' || kind === 'csv' || wrapper === 'array' || wrapper === 'key';
  return hasColumns ? file.columns.filter((column) => propertyOf(column) !== undefined) : [];
}

const textColumns = (file: FileSummary) => file.texts.slice(0, MOST_FIELDS);

/** The RecordSet that has a field read from a file. */
function readingOf(fields: readonly CroissantField[], file: FileSummary): ObjectValue | undefined {
  return fields.find(({ files, path }) => path !== undefined && files && matchesAny(file.path, files))?.recordSet;
}

function annotate(
  writer: CroissantWriter,
  recordSet: ObjectValue,
  file: FileSummary,
  columns: readonly Column[],
  annotated: Map<ObjectValue, Set<string>>,
): void {
  const done = annotated.get(recordSet) ?? new Set();
  annotated.set(recordSet, done);
  const added = columns.filter(({ path }) => !done.has(path));
  for (const { path } of added) done.add(path);
  const of = new Fields(writer, writer.document.id(recordSet) ?? 'records', referenceTo(writer, file), file);
  writer.add(
    recordSet,
    'cr:annotation',
    added.map((column) => of.annotation(column)),
  );
}

function addRecordSet(writer: CroissantWriter, group: readonly FileSummary[]): void {
  const [file] = group as [FileSummary];
  const id = freeId(writer, 'records');
  const reference = group.length === 1 ? referenceTo(writer, file) : addFileSet(writer, `${id}-files`, group);
  const fields = new Fields(writer, id, reference, file);
  const texts = textColumns(file).map((column) => fields.field(column));
  writer.add(writer.dataset, 'cr:recordSet', [
    {
      '@type': writer.curie('cr:RecordSet'),
      '@id': id,
      ...(texts.length > 0 && { [writer.term('cr:field')]: texts }),
      [writer.term('cr:annotation')]: declarable(file).map((column) => fields.annotation(column)),
    },
  ]);
}

type Reference = { [key: string]: Json };

/** A reference to the node that a file is, in the document or among what is added to it. */
function referenceTo(writer: CroissantWriter, file: FileSummary): Reference {
  const { document } = writer;
  const node = distribution(writer).find(({ globs }) => matchesAny(file.path, globs))?.node;
  const isSet = node !== undefined && document.isA(node, 'cr:FileSet');
  const id = (node && document.id(node)) ?? idOf(file);
  return { [writer.term(isSet ? 'cr:fileSet' : 'cr:fileObject')]: { '@id': id } };
}

function addFileSet(writer: CroissantWriter, id: string, group: readonly FileSummary[]): Reference {
  writer.add(writer.dataset, 'sc:distribution', [
    {
      '@type': writer.curie('cr:FileSet'),
      '@id': id,
      [writer.term('sc:encodingFormat')]: mediaType(group[0]!),
      [writer.term('cr:includes')]: group.map(({ path }) => path),
    },
  ]);
  return { [writer.term('cr:fileSet')]: { '@id': id } };
}

/** An identifier that nothing in the document has. */
function freeId(writer: CroissantWriter, name: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? name : `${name}-${n}`;
    if (writer.document.defines(id) || writer.taken.has(id)) continue;
    writer.taken.add(id);
    return id;
  }
}

/** Writes the fields of one RecordSet. */
class Fields {
  constructor(
    private readonly writer: CroissantWriter,
    private readonly recordSet: string,
    private readonly reference: Reference,
    private readonly file: FileSummary,
  ) {}

  annotation(column: Column): Json {
    const { writer } = this;
    const types = column.field === 'generator' ? [writer.curie('prov:SoftwareAgent')] : [];
    const property = writer.curie(propertyOf(column)!);
    return { ...this.field(column, types), [writer.term('cr:equivalentProperty')]: property };
  }

  field({ path, column, keys, isList }: Column, types: readonly string[] = []): { [key: string]: Json } {
    const { writer } = this;
    const text = writer.curie('sc:Text');
    return {
      '@type': writer.curie('cr:Field'),
      '@id': `${this.recordSet}/${path.replace(/\s/g, '%20')}`,
      [writer.term('cr:dataType')]: types.length > 0 ? [text, ...types] : text,
      ...(isList && { [writer.term('cr:isArray')]: true, [writer.term('cr:arrayShape')]: '-1' }),
      [writer.term('cr:source')]: { ...this.reference, ...this.extraction(column, keys, isList) },
    };
  }

  /** The way to a value: a column and a path into it, or in a JSON document a path from its start. */
  private extraction(column: string, keys: readonly string[], isList: boolean): { [key: string]: Json } {
    const { writer } = this;
    const { format } = this.file;
    const [extract, path, inner] = [writer.term('cr:extract'), writer.term('cr:jsonPath'), keys.join('.')];
    if (format.kind === 'json') {
      const records = format.wrapper.kind === 'key' ? `$.${format.wrapper.key}[*]` : '$[*]';
      return { [extract]: { [path]: [`${records}.${column}${isList ? '[*]' : ''}`, ...keys].join('.') } };
    }
    const found = { [extract]: { [writer.term('cr:column')]: column } };
    return inner === '' ? found : { ...found, [writer.term('cr:transform')]: { [path]: inner } };
  }
}
