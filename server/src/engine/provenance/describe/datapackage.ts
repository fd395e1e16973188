import { applyEdits } from '../../fix';
import { matchesAny } from '../../glob';
import { member, type ObjectValue, type Value } from '../../records/value';
import { declares, filesOf } from '../declarations/datapackage';
import { itemsAt, licenseExpression, objectsAt } from '../declarations/documents';
import { type Description, newDocument, type Remark } from './description';
import { type Json, JsonEdits, printJson } from './jsonEdits';
import { mediaType } from './mediaTypes';
import { licenseOfAll, licensePage, licensesStated, namesToAdd, otherLicenses, sourcesOf } from './sources';
import { type DatasetSummary, type FileSummary, isCompleteFile } from './summary';

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

/**
 * Describes a dataset as a Frictionless data package, version 2, or completes one: a resource for each file with its size,
 * hash, licence and sources. The standard has no property for who or what made a text.
 */
export function describeDatapackage(before: string, summary: DatasetSummary): Description {
  if (before === '') {
    const skeleton = `${printJson({ $schema: PROFILE })}\n`;
    const { edits, missing } = describeDatapackage(skeleton, summary);
    return newDocument(applyEdits(skeleton, edits), missing);
  }
  const writer = new PackageWriter(before);
  for (const file of summary.files) writer.file(file);
  writer.finish(summary);
  return { before, edits: writer.edits.edits, conflicts: writer.conflicts, missing: writer.missing };
}

class PackageWriter {
  readonly edits: JsonEdits;
  readonly conflicts: Remark[] = [];
  readonly missing: string[] = [];
  private readonly resources: { node: ObjectValue; globs: string[] }[];
  private readonly names: Set<string>;

  constructor(source: string) {
    this.edits = new JsonEdits(source);
    const nodes = objectsAt(this.edits.root, 'resources');
    this.resources = nodes.map((node) => ({ node, globs: filesOf(node) }));
    this.names = new Set(nodes.flatMap((node) => texts(member(node, 'name')?.value)));
  }

  file(file: FileSummary): void {
    const resource = this.resources.find(({ globs }) => matchesAny(file.path, globs))?.node;
    if (resource) this.complete(resource, file);
    else this.edits.addTo(this.edits.root, 'resources', [this.resource(file)]);
  }

  /** A resource of several files has a size and hash of none of them. */
  private complete(resource: ObjectValue, file: FileSummary): void {
    const single =
      itemsAt(resource, 'path').length === 1 && !/[*?]/.test(texts(member(resource, 'path')?.value)[0] ?? '');
    if (single) {
      this.compare(resource, 'bytes', file.bytes, file);
      this.compare(resource, 'hash', `sha256:${file.sha256}`, file);
    }
    const { licenses, sources } = this.stated(file, resource);
    if (licenses) this.edits.addMember(resource, 'licenses', licenses);
    if (sources) this.edits.addTo(resource, 'sources', sources);
  }

  private compare(resource: ObjectValue, key: 'bytes' | 'hash', value: Json, { path }: FileSummary): void {
    const said = member(resource, key)?.value;
    if (!said) {
      this.edits.addMember(resource, key, value);
      return;
    }
    const written =
      said.type === 'string' ? said.text.trim().toLowerCase() : said.type === 'number' ? said.value : undefined;
    // A hash of another algorithm cannot be compared.
    const comparable = key === 'bytes' ? typeof written === 'number' : /^sha256:/.test(String(written));
    if (comparable && written !== value) this.conflict(`${key} is not that of ${path} as it is here: ${value}.`, said);
  }

  /**
   * Licences and sources to write for a file. A property of the package holds for its resources that have none of their
   * own; where the package has one, writing it for a resource would end that.
   *
   * @param resource that of the file, if it has one already
   */
  private stated(file: FileSummary, resource?: ObjectValue): { licenses?: Json[]; sources?: Json[] } {
    const licenses = this.licenses(file, resource);
    const sources = this.sources(file, resource);
    return { ...(licenses && { licenses }), ...(sources.length > 0 && { sources }) };
  }

  private licenses(file: FileSummary, resource?: ObjectValue): Json[] | undefined {
    const holder = this.holderOf('licenses', resource);
    if (!holder) {
      const license = licenseOfAll(file.facts, isCompleteFile(file));
      if (!license) this.missing.push(`licenses of ${file.path}: ${licensesStated(file.facts)}`);
      return license === undefined ? undefined : [licenseEntry(license)];
    }
    const entries = [...itemsAt(holder, 'licenses'), ...itemsAt(holder, 'license')];
    const known = new Set(entries.flatMap(expressionsOf));
    const other = otherLicenses(file.facts, (license) => known.has(license));
    if (known.size > 0 && other) {
      this.conflict(`licenses say ${[...known].join(', ')}, but records of ${file.path} state ${other}.`, entries[0]!);
    }
    return undefined;
  }

  private sources(file: FileSummary, resource?: ObjectValue): Json[] {
    const holder = this.holderOf('sources', resource);
    const entries = holder ? itemsAt(holder, 'sources') : [];
    const known = new Set(entries.flatMap(stringsOf));
    const listable = sourcesOf(file.facts, isCompleteFile(file));
    const { names, refused } = namesToAdd(listable, (name) => known.has(name), entries.length);
    const inherited = holder !== undefined && holder !== resource && names.length > 0;
    const why = inherited ? `the package names others than ${names.slice(0, 5).join(', ')}` : refused;
    if (why) this.missing.push(`sources of ${file.path}: ${why}`);
    return inherited ? [] : names.map(sourceEntry);
  }

  /** The resource, or the package that it inherits from, that has a property. */
  private holderOf(property: 'licenses' | 'sources', resource?: ObjectValue): ObjectValue | undefined {
    return [resource, this.edits.root].find((node) => node && declares(node, property));
  }

  private resource(file: FileSummary): Json {
    return {
      name: this.nameOf(file),
      path: file.path,
      mediatype: mediaType(file),
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      ...this.stated(file),
    };
  }

  /** A name that no other resource has: lower case, with `.`, `-` and `_` (Data Package, resource name). */
  private nameOf({ path }: FileSummary): string {
    const plain =
      path
        .replace(/\.[^./]+$/, '')
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^-|-$/g, '') || 'data';
    for (let n = 1; ; n++) {
      const name = n === 1 ? plain : `${plain}-${n}`;
      if (this.names.has(name)) continue;
      this.names.add(name);
      return name;
    }
  }

  finish({ total }: DatasetSummary): void {
    const { root } = this.edits;
    if (!member(root, 'name')) this.missing.push('name');
    if (total.withMachineText > 0 || total.generators.distinct > 0) {
      this.missing.push('who or what made the text: a data package has no property for that; a card or Croissant has');
    }
  }

  private conflict(message: string, value: Value): void {
    this.conflicts.push({ message, line: this.edits.lineOf(value) });
  }
}

const texts = (value: Value | undefined): string[] => (value?.type === 'string' ? [value.text] : []);

const stringsOf = (entry: Value): string[] =>
  entry.type === 'object' ? entry.members.flatMap(({ value }) => texts(value)) : texts(entry);

const expressionsOf = (entry: Value): string[] => stringsOf(entry).flatMap((text) => licenseExpression(text) ?? []);

function licenseEntry(expression: string): Json {
  return { name: expression, path: licensePage(expression) };
}

const sourceEntry = (name: string): Json => (/^https?:/i.test(name) ? { title: name, path: name } : { title: name });
