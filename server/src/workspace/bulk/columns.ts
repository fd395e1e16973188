import { placePatch } from '../../engine/fix';
import type { ProvenanceField } from '../../engine/provenance/fields';
import type { ProvenancePatch } from '../../engine/provenance/write';
import { CsvSplitter, csvCell, parseCsvRow } from '../../engine/records/csv';
import { Utf8Stream } from '../../engine/records/encoding';
import { defaultLimits } from '../../engine/records/limits';
import type { DatasetRecord, RawRecord } from '../../engine/records/record';
import { fileStart } from '../../engine/records/splitter';
import type { Subject } from '../../engine/rules/rule';
import type { SaidAt } from './choice';
import type { InPlace } from './inPlace';
import type { OpenFile } from './openFile';
import { boundSidecar, changeOf, notCleared, type Place, type Written } from './places';

/** In columns of a table; those it lacks are added at its end, to the header and to every row. */
export class InColumns implements Place {
  private readonly delimiter: string;

  /**
   * @param header the header row
   * @param added fields that get a column of their own
   */
  constructor(
    private readonly file: OpenFile,
    private readonly inPlace: InPlace,
    readonly saidAt: SaidAt,
    header: RawRecord,
    private readonly added: readonly ProvenanceField[],
  ) {
    this.delimiter = file.context.facts.dialect!.delimiter;
    const quoted = header.source.endsWith('"');
    const names = added.map((field) => csvCell(`provenance.${field}`, this.delimiter, quoted));
    if (added.length > 0) inPlace.addAfter(header, names.map((name) => this.delimiter + name).join(''));
  }

  write(subject: Subject, pending: ProvenancePatch): Written | string {
    const why = this.tryToWrite(subject, pending);
    if (typeof why === 'string') this.pass(subject);
    return why;
  }

  /**
   * A row without values gets empty cells, so that the table stays one.
   *
   * @throws Error when the row does not end where its last column does
   */
  pass({ record }: Subject): void {
    if (this.added.length === 0) return;
    this.assertExtensible(record);
    this.inPlace.addAfter(record, this.cells({}));
  }

  private tryToWrite(subject: Subject, pending: ProvenancePatch): Written | string {
    const { record } = subject;
    if (this.added.length > 0) this.assertExtensible(record);
    const why = this.inPlace.obstacle(record) ?? boundSidecar(record, this.file);
    if (why !== undefined) return why;
    const isAdded = (field: string) => this.added.includes(field as ProvenanceField);
    const pick = (wanted: boolean): ProvenancePatch =>
      Object.fromEntries(Object.entries(pending).filter(([field]) => isAdded(field) === wanted));
    const placement = placePatch(record, pick(false), this.file.context, subject.carried);
    if (placement.kind === 'beside') return 'it has no room for provenance';
    const { length } = record.source;
    const cells = this.cells(pick(true));
    const edits = cells === '' ? placement.edits : [...placement.edits, { start: length, end: length, newText: cells }];
    const failed = notCleared(record, placement.edits, pick(false), this.file) ?? this.inPlace.edit(record, edits);
    return failed ?? { change: changeOf(this.inPlace, record, edits) };
  }

  private assertExtensible(record: DatasetRecord): void {
    const fault = record.faults.find(({ rule }) => rule !== 'invalid-encoding');
    const why = fault?.what ?? boundSidecar(record, this.file);
    if (why !== undefined) throw new Error(`columns cannot be added, because of record ${record.row}: ${why}`);
  }

  private cells(patch: ProvenancePatch): string {
    return this.added
      .map((field) => {
        const value = patch[field] ?? '';
        const text = typeof value === 'object' ? value.join(' ') : String(value);
        return this.delimiter + csvCell(text, this.delimiter, false);
      })
      .join('');
  }
}

/** The header row of a table; undefined where the file has no row. */
export async function headerRow({ data, context }: OpenFile): Promise<RawRecord | undefined> {
  const { dialect, encoding } = context.facts;
  const bom = encoding.encoding === 'utf-8' ? encoding.bom : 0;
  const splitter = new CsvSplitter(dialect!, defaultLimits, fileStart(bom), false);
  const stream = new Utf8Stream(encoding);
  for await (const chunk of data.bytes()) {
    const [first] = splitter.push(stream.push(chunk));
    if (first) return first;
  }
  return splitter.end()[0];
}

/** Fields for which a table has no column. */
export function missingColumns(fields: readonly ProvenanceField[], { context }: OpenFile): ProvenanceField[] {
  const { delimiter, header } = context.facts.dialect!;
  const source = delimiter.repeat(header!.length - 1);
  const empty = { row: 0, start: { line: 0, column: 0 }, byteOffset: 0, bytes: Buffer.from(source), source };
  const record = parseCsvRow(empty, context.facts.dialect!);
  return fields.filter((field) => placePatch(record, { [field]: 'x' }, context).kind === 'beside');
}
