import { applyEdits } from '../../fix';
import { member, type ObjectValue, type Value } from '../../records/value';
import { licenseExpression, objectAt, objectsAt, textAt, textsAt } from '../declarations/documents';
import { followsOasis } from '../declarations/dps';
import { readMethod } from '../declarations/dpsCodes';
import { type Description, newDocument, type Remark } from './description';
import type { Dates, Facts } from './facts';
import { ofRecords, plural } from './figures';
import { type Json, JsonEdits, printJson, UnreadableDocument } from './jsonEdits';
import { licensePage, licensesStated } from './sources';
import { type DatasetSummary, isComplete } from './summary';

const SCHEMA = 'https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json';

/** What the schema requires and no record can say. */
const REQUIRED: readonly (readonly [group: string, keys: readonly string[]])[] = [
  ['set', ['category', 'publisher', 'label', 'tracking']],
  ['source', ['about', 'issuer', 'location', 'name', 'data-version']],
  ['provenance', ['origin-geography', 'date']],
  ['use', ['intended-purpose']],
];

/** Generators named in a description of a method. */
const MOST_NAMED = 20;

/** Describes a dataset in OASIS Data Provenance Metadata 1.0, or completes a document of it. */
export function describeDps(before: string, summary: DatasetSummary): Description {
  if (before === '') {
    const skeleton = `${printJson({ $schema: SCHEMA, set: { 'schema-version': '1.0' } })}\n`;
    const { edits, missing } = describeDps(skeleton, summary);
    return newDocument(applyEdits(skeleton, edits), missing);
  }
  const writer = new DpsWriter(before, summary);
  writer.source();
  writer.provenance();
  writer.use();
  writer.required();
  return { before, edits: writer.edits.edits, conflicts: writer.conflicts, missing: writer.missing };
}

class DpsWriter {
  readonly edits: JsonEdits;
  readonly conflicts: Remark[] = [];
  readonly missing: string[] = [];
  private readonly complete: boolean;

  constructor(
    before: string,
    private readonly summary: DatasetSummary,
  ) {
    this.edits = new JsonEdits(before);
    if (!followsOasis(this.edits.root)) {
      throw new UnreadableDocument(
        'it follows version 1.0.0 of the Data & Trust Alliance, whose successor is OASIS 1.0',
      );
    }
    this.complete = isComplete(summary);
  }

  /** The files by their hashes. */
  source(): void {
    const { root } = this.edits;
    const source = objectAt(root, 'source');
    const id = source && objectAt(source, 'id');
    const listed = id ? objectsAt(id, 'hashes') : [];
    const absent: Json[] = [];
    for (const file of this.summary.files) {
      const entry = listed.find((one) => textAt(one, 'path')?.text.replace(/^\.\//, '') === file.path);
      if (!entry) {
        absent.push({ 'tree-hashes': [{ algorithm: 'sha256', value: file.sha256 }], path: file.path });
        continue;
      }
      const hash = objectsAt(entry, 'tree-hashes').find((one) =>
        /^sha-?256$/i.test(textAt(one, 'algorithm')?.text ?? ''),
      );
      const value = hash && textAt(hash, 'value');
      if (value && value.text.toLowerCase() !== file.sha256) {
        this.conflict(`The hash is not that of ${file.path} as it is here: ${file.sha256}.`, value);
      }
    }
    if (absent.length === 0) return;
    if (id) this.edits.addTo(id, 'hashes', absent);
    else this.within('source', 'id', { hashes: absent });
  }

  provenance(): void {
    const own = objectAt(this.edits.root, 'provenance');
    const entries = own ? objectsAt(own, 'generation-method') : [];
    const written: Json[] = [];
    for (const { code, begin, rest, alone } of this.methods()) {
      const text = begin + rest;
      const ours = entries
        .flatMap((entry) => textAt(entry, 'long-description') ?? [])
        .find((one) => one.text.startsWith(begin));
      const listed = entries.some((entry) => readMethod(textAt(entry, 'code')?.text.trim() ?? '')?.code === code);
      if (ours) this.edits.replace(ours, text);
      else if (alone ? entries.length === 0 && written.length === 1 : code === 'other' || !listed) {
        written.push({ code, 'long-description': text });
      }
    }
    if (written.length > 0) {
      if (own) this.edits.addTo(own, 'generation-method', written);
      else this.within('provenance', 'generation-method', written);
    } else if (entries.length === 0) {
      this.missing.push(
        'provenance.generation-method: how the text was collected or who wrote it, which the records do not say',
      );
    }
    this.period(own);
  }

  /** Methods that follow from what the records state, and how their descriptions begin, by which they are known again. */
  private methods(): { code: string; begin: string; rest: string; alone?: true }[] {
    const { total } = this.summary;
    const { withModelText, withMachineText, records } = total;
    const methods = [];
    if (withModelText > 0) {
      const rest = `${ofRecords(withModelText, total)}.${named(total)}`;
      methods.push({ code: 'machine-generated-ml-ops', begin: 'Text of models: ', rest });
    }
    if (withMachineText > withModelText) {
      const rest = `${ofRecords(withMachineText - withModelText, total)}.`;
      methods.push({ code: 'other', begin: 'Text of programs that are no trained models: ', rest });
    }
    if (withMachineText > 0 && !(this.complete && total.count('machine') === records)) {
      // A lone method is read as that of every record; how people's text was collected does not follow.
      const beside = ofRecords(total.count('mixed'), total);
      const rest = `${ofRecords(records - withMachineText, total)}; beside text of a machine in ${beside}.`;
      methods.push({ code: 'other', begin: 'Text of other or no stated origin: ', rest, alone: true as const });
    }
    return methods;
  }

  private period(own: ObjectValue | undefined): void {
    const { total } = this.summary;
    const dates = [total.created, total.added].find(({ records }) => records === total.records);
    const said = own && objectAt(own, 'generation-period');
    if (said) this.comparePeriod(said, dates);
    else if (dates && this.complete) {
      const value = { start: new Date(dates.earliest).toISOString(), end: new Date(dates.latest).toISOString() };
      if (own) this.edits.addMember(own, 'generation-period', value);
      else this.within('provenance', 'generation-period', value);
    } else {
      const dated = Math.max(total.created.records, total.added.records);
      this.missing.push(`provenance.generation-period: ${ofRecords(dated, total)} have a date`);
    }
  }

  private comparePeriod(said: ObjectValue, dates: Dates | undefined): void {
    const [start, end] = [textAt(said, 'start'), textAt(said, 'end')].map((text) => Date.parse(text?.text ?? ''));
    if (!dates || Number.isNaN(start) || Number.isNaN(end)) return;
    // A second more or less is a matter of precision.
    if (dates.earliest >= start! - 1000 && dates.latest <= end! + 1000) return;
    const range = `${new Date(dates.earliest).toISOString()} to ${new Date(dates.latest).toISOString()}`;
    this.conflict(`generation-period does not hold all dates of the records: ${range}.`, said);
  }

  use(): void {
    const { total } = this.summary;
    const { licenses, licensed, records, unreadLicenses } = total;
    const use = objectAt(this.edits.root, 'use');
    const listed = use ? textsAt(use, 'license') : [];
    const known = new Set(listed.flatMap(({ text }) => licenseExpression(text) ?? []));
    const absent = licenses
      .top()
      .map(([license]) => license)
      .filter((license) => !known.has(license));
    const everyRecord = this.complete && licensed === records && unreadLicenses.distinct === 0;
    if (absent.length === 0) return;
    if (!everyRecord && listed.length === 0) this.missing.push(`use.license: ${licensesStated(total)}`);
    else if (licenses.beyond > 0) this.missing.push('use.license: the records state too many licences to list');
    else {
      const values = absent.map((license) => licensePage(license) ?? license);
      if (use) this.edits.addTo(use, 'license', values);
      else this.within('use', 'license', values);
    }
  }

  required(): void {
    for (const [group, keys] of REQUIRED) {
      const object = objectAt(this.edits.root, group);
      for (const key of keys) if (!object || !member(object, key)) this.missing.push(`${group}.${key}`);
    }
  }

  private readonly pending = new Map<string, { [key: string]: Json }>();

  /** Adds a member to a group, which is written if it is not there. */
  private within(group: string, key: string, value: Json): void {
    const object = objectAt(this.edits.root, group);
    if (object) {
      this.edits.addMember(object, key, value);
      return;
    }
    const known = this.pending.get(group);
    if (known) known[key] = value;
    else {
      const added = { [key]: value };
      this.pending.set(group, added);
      this.edits.addMember(this.edits.root, group, added);
    }
  }

  private conflict(message: string, value: Value): void {
    this.conflicts.push({ message, line: this.edits.lineOf(value) });
  }
}

function named(total: Facts): string {
  const all = total.generators.top();
  if (all.length === 0) return ' No record names a generator.';
  const listed = all.slice(0, MOST_NAMED).map(([name, records]) => `${name} in ${ofRecords(records, total)}`);
  const more = all.length > MOST_NAMED || total.generators.beyond > 0 ? ', and others' : '';
  const without = total.withUnnamedModel > 0 ? ` ${plural(total.withUnnamedModel, 'record')} name none.` : '';
  return ` Generators: ${listed.join(', ')}${more}.${without}`;
}
