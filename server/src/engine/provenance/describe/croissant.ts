import { applyEdits } from '../../fix';
import { parseJson } from '../../records/jsonParser';
import { defaultLimits } from '../../records/limits';
import type { ObjectValue, Value } from '../../records/value';
import { namespaceOf } from '../declarations/croissantContext';
import { CroissantDocument } from '../declarations/croissantDocument';
import { licenseExpression } from '../declarations/documents';
import { describeFiles } from './croissantFiles';
import { describeRecordSets } from './croissantRecords';
import { CROISSANT_CONTEXT } from './croissantSkeleton';
import { type Description, newDocument, type Remark } from './description';
import { ofRecords, plural } from './figures';
import { type Json, JsonEdits, printJson, UnreadableDocument } from './jsonEdits';
import {
  licenseOfAll,
  licensePage,
  licensesStated,
  MOST_LISTED,
  namesToAdd,
  otherLicenses,
  sourcesOf,
} from './sources';
import { type DatasetSummary, isComplete } from './summary';

/** Properties that Croissant 1.1 requires of a dataset and no record can say. */
const REQUIRED = ['name', 'description', 'url', 'creator', 'datePublished'];

/** Names that are written with their prefix. */
const OURS = ['prov:wasDerivedFrom', 'rai:hasSyntheticData'];

/** How our activity is known again. */
const ACTIVITY = 'Generation of text by models';

/**
 * Describes a dataset in Croissant 1.1, or completes a description: lineage, models, licence, files with their hashes, and
 * the columns that hold provenance row by row. What a person has to know is left out and named.
 */
export function describeCroissant(before: string, summary: DatasetSummary): Description {
  if (before === '') {
    const skeleton = printJson({
      '@context': CROISSANT_CONTEXT,
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.1',
    });
    const { edits, missing } = describeCroissant(`${skeleton}\n`, summary);
    return newDocument(applyEdits(`${skeleton}\n`, edits), missing);
  }
  const writer = new CroissantWriter(before, summary);
  writer.license();
  writer.derivation();
  writer.generation();
  writer.synthetic();
  describeFiles(writer, summary);
  describeRecordSets(writer, summary);
  writer.required();
  return { before, edits: writer.edits.edits, conflicts: writer.conflicts, missing: writer.missing };
}

/** A description that is being completed. */
export class CroissantWriter {
  readonly edits: JsonEdits;
  readonly document: CroissantDocument;
  readonly conflicts: Remark[] = [];
  readonly missing: string[] = [];
  /** Identifiers of what is added. */
  readonly taken = new Set<string>();
  private readonly complete: boolean;
  private readonly prefixes = new Set<string>();

  constructor(
    source: string,
    private readonly summary: DatasetSummary,
  ) {
    this.edits = new JsonEdits(source);
    this.document = CroissantDocument.of(this.edits.root);
    if (!this.document.isA(this.dataset, 'sc:Dataset')) throw new UnreadableDocument('it describes no dataset');
    const { context } = this.document;
    if (OURS.some((name) => context.declares(name.slice(0, name.indexOf(':'))) && context.name(name) !== name)) {
      throw new UnreadableDocument('its context gives the prefix prov or rai a meaning of its own');
    }
    this.complete = isComplete(summary);
  }

  get dataset(): ObjectValue {
    return this.document.dataset;
  }

  conflict(message: string, value: Value): void {
    this.conflicts.push({ message, line: this.edits.lineOf(value) });
  }

  /** The key under which a property stands in a node, or is to be written. */
  key(node: ObjectValue, name: string): string {
    return this.document.members(node, name)[0]?.key ?? this.term(name);
  }

  /** The key by which the document writes a name such as `cr:field`. */
  term(name: string): string {
    const term = this.document.context.write(name);
    return term.includes(':') ? this.curie(term) : term;
  }

  /** A name with its prefix, as types and references to terms are written; the prefix is declared if it is not yet. */
  curie(name: string): string {
    const prefix = name.slice(0, name.indexOf(':'));
    if (!this.document.context.declares(prefix) && !this.prefixes.has(prefix)) {
      this.prefixes.add(prefix);
      this.declare(prefix);
    }
    return name;
  }

  add(node: ObjectValue, name: string, values: readonly Json[]): void {
    if (values.length > 0) this.edits.addTo(node, this.key(node, name), values);
  }

  set(node: ObjectValue, name: string, value: Json): void {
    this.edits.addMember(node, this.key(node, name), value);
  }

  private declare(prefix: string): void {
    const { root } = this.edits;
    const context = this.document.context.value;
    const iri = namespaceOf(prefix);
    if (context?.type === 'object') this.edits.addMember(context, prefix, iri);
    else this.edits.addTo(root, '@context', [{ [prefix]: iri }]);
  }

  license(): void {
    const { document, dataset } = this;
    const { total } = this.summary;
    const stated = document.values(dataset, 'sc:license', 'dct:license');
    const only = licenseOfAll(total, this.complete);
    const [first] = stated;
    if (first) {
      const known = new Set(
        stated.flatMap((value) => this.stringsOf(value)).flatMap((text) => licenseExpression(text) ?? []),
      );
      const other = otherLicenses(total, (license) => known.has(license));
      if (known.size > 0 && other)
        this.conflict(`license says ${[...known].join(', ')}, but records state ${other}.`, first);
    } else if (only === undefined) this.missing.push(`license: ${licensesStated(total)}`);
    else this.set(dataset, 'sc:license', licensePage(only) ?? only);
  }

  derivation(): void {
    const said = this.document.values(this.dataset, 'prov:wasDerivedFrom');
    const known = new Set(said.flatMap((value) => this.stringsOf(value)));
    const isKnown = (name: string) => known.has(name) || known.has(`https://huggingface.co/datasets/${name}`);
    const { names, refused } = namesToAdd(sourcesOf(this.summary.total, this.complete), isKnown, said.length);
    if (refused) this.missing.push(`prov:wasDerivedFrom: ${refused}`);
    const entity = (name: string): Json =>
      /^https?:/i.test(name)
        ? { '@id': name }
        : { '@type': this.curie('prov:Entity'), [this.term('prov:label')]: name };
    this.add(this.dataset, 'prov:wasDerivedFrom', names.map(entity));
  }

  generation(): void {
    const { document, dataset } = this;
    const { generators, withUnnamedModel } = this.summary.total;
    const activities = document.related(dataset, 'prov:wasGeneratedBy');
    const agents = [dataset, ...activities].flatMap((node) =>
      document.values(node, 'prov:wasAssociatedWith', 'prov:wasAttributedTo'),
    );
    const known = new Set(agents.flatMap((agent) => this.stringsOf(agent)));
    const names = generators.top().map(([name]) => name);
    const absent = names.filter((name) => !known.has(name) && !known.has(name.replace(/@[^@]*$/, '')));
    if (withUnnamedModel > 0) {
      this.missing.push(
        `prov:wasGeneratedBy: ${plural(withUnnamedModel, 'record')} with text of a model name no generator`,
      );
    }
    if (names.length > MOST_LISTED || generators.beyond > 0) {
      this.missing.push(
        `prov:wasGeneratedBy: the records name ${plural(names.length, 'generator')} or more, too many to list`,
      );
      return;
    }
    if (absent.length === 0) return;
    const [label, agent] = [this.term('prov:label'), this.curie('prov:SoftwareAgent')];
    const written = absent.map((name): Json => ({ '@type': agent, [label]: name }));
    const own = activities.find((node) => document.texts(node, 'prov:label').some(({ text }) => text === ACTIVITY));
    if (own) this.add(own, 'prov:wasAssociatedWith', written);
    else {
      const association = this.term('prov:wasAssociatedWith');
      const activity = { '@type': this.curie('prov:Activity'), [label]: ACTIVITY, [association]: written };
      this.add(dataset, 'prov:wasGeneratedBy', [activity]);
    }
  }

  synthetic(): void {
    const { total } = this.summary;
    const [said] = this.document.values(this.dataset, 'rai:hasSyntheticData');
    const humans = total.count('human');
    const allHuman = this.complete && humans === total.records;
    const answer = total.withMachineText > 0 ? true : allHuman ? false : undefined;
    if (said) {
      const claim = answerOf(said);
      if (answer === undefined || claim === undefined || claim === answer) return;
      const machine = `${ofRecords(total.withMachineText, total)} state text of a machine`;
      const found = answer ? machine : 'every record states that a person wrote it';
      this.conflict(`rai:hasSyntheticData says ${claim}, but ${found}.`, said);
    } else if (answer !== undefined) this.set(this.dataset, 'rai:hasSyntheticData', answer);
    else {
      const some = `${ofRecords(humans, total)} state a person, and none a machine`;
      this.missing.push(`rai:hasSyntheticData: ${some}; that is not all of them`);
    }
  }

  required(): void {
    for (const name of REQUIRED) {
      if (this.document.members(this.dataset, `sc:${name}`).length === 0) this.missing.push(name);
    }
    if (this.document.members(this.dataset, 'dct:conformsTo', 'sc:conformsTo').length === 0)
      this.missing.push('conformsTo');
  }

  /** Every string that a value, or the node it refers to, holds. */
  private stringsOf(value: Value): string[] {
    if (value.type === 'string') return [value.text.trim()];
    const node = this.document.resolve(value);
    return (node?.members ?? []).flatMap(({ value: inner }) => (inner.type === 'string' ? [inner.text.trim()] : []));
  }
}

/** Yes or no, as a boolean or in words. */
function answerOf(value: Value): boolean | undefined {
  if (value.type === 'boolean') return value.value === true;
  const word = value.type === 'string' ? value.text.trim().toLowerCase() : '';
  if (word === 'true' || word === 'yes') return true;
  return word === 'false' || word === 'no' ? false : undefined;
}

/** A description of Croissant, by its content. */
export function isCroissant(text: string): boolean {
  const { root } = parseJson(text, defaultLimits.depth);
  return root?.type === 'object' && CroissantDocument.of(root).version !== undefined;
}
