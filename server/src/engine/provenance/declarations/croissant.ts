import type { ObjectValue, TextValue, Value } from '../../records/value';
import type { AssertedValue } from '../assertion';
import { readDate } from '../date';
import { columnMappings } from './croissantColumns';
import { CroissantDocument } from './croissantDocument';
import { type CroissantField, fieldsOf, filesByRecordSet } from './croissantFields';
import { dataFilesOf, globsOf } from './croissantFiles';
import { asSaid, licenseExpression, originCode, type Reach, type Said, Statements, spanOf } from './documents';
import { isPlaceholder } from './placeholder';
import { attributionsOf } from './provAgents';
import type { DeclarationReading } from './reading';

/**
 * Reads a Croissant description, 1.0 or 1.1, with its RAI and PROV properties, on every level: dataset, files, record
 * sets, fields. What it says of a dataset with a date, or of who was associated with an activity (a filter, a
 * moderation service), is true of no single record and inherited by none.
 */
export function readCroissant(root: ObjectValue): DeclarationReading {
  const document = CroissantDocument.of(root);
  const reader = new CroissantReader(document);
  return reader.read();
}

class CroissantReader {
  private readonly statements = new Statements();
  private readonly fields: CroissantField[];

  constructor(private readonly document: CroissantDocument) {
    this.fields = fieldsOf(document);
  }

  read(): DeclarationReading {
    const { document } = this;
    const { dataset } = document;
    for (const { node, path, files } of this.fields) {
      if (path !== undefined) this.field(node, { scope: 'column', column: path, ...(files && { files }) });
    }
    for (const node of document.related(dataset, 'sc:distribution')) {
      const files = globsOf(document, node);
      if (files.length > 0) this.node(node, { scope: 'file', files });
    }
    const filesOf = filesByRecordSet(this.fields);
    for (const node of document.related(dataset, 'cr:recordSet')) {
      const files = filesOf.get(node);
      const reach: Reach = { scope: 'split', ...(files && { files }) };
      this.node(node, reach);
      this.people(node, reach);
    }
    this.node(dataset, { scope: 'dataset' });
    this.published(dataset);
    return {
      statements: this.statements.list,
      columns: columnMappings(document, this.fields),
      dataFiles: dataFilesOf(document),
      tags: document.texts(dataset, 'sc:keywords').flatMap(({ text }) => text.split(',').map((word) => word.trim())),
    };
  }

  private field(node: ObjectValue, reach: Reach): void {
    if (!this.document.values(node, 'cr:dataType').some((type) => this.isTerm(type, 'cr:Label'))) {
      this.node(node, reach);
      this.people(node, reach);
      return;
    }
    // Who made a label is told apart from who wrote the text.
    const { software, others } = attributionsOf(this.document, node);
    const { column: _, ...rows } = reach;
    for (const agent of software) {
      const said = { ...spanOf(agent.value), value: 'machine-generated' };
      const only = software.length === 1 && others === 0;
      this.statements.say(
        'annotations_creator',
        said,
        { ...rows, scope: rows.files ? 'file' : 'dataset' },
        only ? 'every' : 'some',
      );
    }
  }

  /** What any node can say of the records it covers. */
  private node(node: ObjectValue, reach: Reach): void {
    const { document, statements } = this;
    const origins = document.values(node, 'sc:digitalSourceType').flatMap((value) => this.said(value));
    statements.sayEach(
      'digital_source_type',
      origins.map((one) => ({ ...one, value: originCode(one.value) })),
      reach,
    );
    const { software, people, others } = attributionsOf(document, node);
    const only = software.length === 1 && people.length + others === 0 ? 'every' : 'some';
    for (const { value, name } of software) {
      statements.say('digital_source_type', { ...spanOf(value), value: 'trainedAlgorithmicMedia' }, reach, only);
      if (name) statements.say('generator', { ...spanOf(value), value: name }, reach, only);
    }
    this.synthetic(node, reach);
    this.derivation(node, reach);
    const licenses = document.values(node, 'sc:license', 'dct:license');
    statements.sayEach(
      'license',
      licenses.flatMap((license) => this.license(license)),
      reach,
      licenses.length,
    );
    const dates = document.values(node, 'prov:generatedAtTime').flatMap((value) => this.said(value));
    statements.sayEach('created', dates, reach);
  }

  /** A person who is credited with a column or record set wrote it; with a dataset or file, may have collected it. */
  private people(node: ObjectValue, reach: Reach): void {
    const { software, people, others } = attributionsOf(this.document, node);
    const every = people.length > 0 && software.length + others === 0;
    for (const { value } of people) {
      const said = { ...spanOf(value), value: 'digitalCreation' };
      this.statements.say('digital_source_type', said, reach, every ? 'every' : 'some');
    }
  }

  private synthetic(node: ObjectValue, reach: Reach): void {
    for (const value of this.document.values(node, 'rai:hasSyntheticData')) {
      const answer =
        value.type === 'boolean'
          ? value.value
          : value.type === 'string' && YES_OR_NO.get(value.text.trim().toLowerCase());
      if (typeof answer !== 'boolean') continue;
      const said = { ...spanOf(value), value: 'trainedAlgorithmicMedia' };
      this.statements.say('digital_source_type', said, reach, answer ? 'some' : 'none');
    }
  }

  private derivation(node: ObjectValue, reach: Reach): void {
    const { document, statements } = this;
    const parents = document.values(node, 'prov:wasDerivedFrom', 'prov:hadPrimarySource', 'sc:isBasedOn');
    const named = parents.flatMap((parent) => {
      const name = this.entityName(parent);
      return name === undefined ? [] : [{ ...spanOf(parent), value: name }];
    });
    statements.sayEach('source', named, reach, parents.length);
    const listed = named.map((one): Said<AssertedValue> => ({ ...one, value: [one.value] }));
    statements.sayEach('derived_from', listed, reach, parents.length);
  }

  /** Where the thing is, else what it is called. */
  private entityName(value: Value): string | undefined {
    const node = this.document.resolve(value);
    if (!node) return this.said(value)[0]?.value;
    for (const name of [
      'prov:atLocation',
      'prov:locatedAt',
      'sc:url',
      '@id',
      'sc:identifier',
      'prov:label',
      'sc:name',
      'rdfs:label',
    ]) {
      const [text] = this.document.texts(node, name);
      if (text) return text.text.trim();
    }
    return undefined;
  }

  private license(value: Value): Said[] {
    const { document } = this;
    const node = value.type === 'object' ? document.resolve(value) : undefined;
    const texts = node
      ? ['sc:url', '@id', 'sc:identifier', 'sc:name'].flatMap((name) => document.texts(node, name))
      : [value];
    for (const one of texts.flatMap((text) => this.said(text))) {
      const expression = licenseExpression(one.value);
      if (expression !== undefined) return [{ ...spanOf(value), value: expression }];
    }
    return [];
  }

  /** Where the dataset was published is where its records are from, unless it says what they are derived from. */
  private published(dataset: ObjectValue): void {
    const { document, statements } = this;
    const hasParents = statements.list.some(({ field, scope }) => field === 'source' && scope === 'dataset');
    const [url] = document.texts(dataset, 'sc:url');
    if (url && /^[a-z][a-z0-9+.-]*:/i.test(url.text) && !hasParents)
      statements.say('source', asSaid(url), { scope: 'dataset' }, 'every');
    this.dated('created', document.values(dataset, 'sc:dateCreated', 'sc:datePublished'));
    this.dated('added', document.values(dataset, 'rai:dataCollectionTimeframe'));
  }

  private dated(field: 'created' | 'added', values: readonly Value[]): void {
    for (const said of values.flatMap((value) => this.said(value))) {
      if (readDate(said.value).kind !== 'unreadable') this.statements.say(field, said, { scope: 'dataset' }, 'some');
    }
  }

  private said(value: Value): Said[] {
    if (value.type === 'string') return this.isSaid(value) ? [asSaid(value)] : [];
    const id = value.type === 'object' ? this.document.id(value) : undefined;
    return id === undefined ? [] : [{ ...spanOf(value), value: id }];
  }

  private isSaid(value: TextValue): boolean {
    return !isPlaceholder(value.text);
  }

  private isTerm(value: Value, name: string): boolean {
    return value.type === 'string' && this.document.context.name(value.text) === name;
  }
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);
