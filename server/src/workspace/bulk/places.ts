import { applyEdits, placePatch, sidecarRow } from '../../engine/fix';
import type { Edit, ProvenancePatch } from '../../engine/provenance/write';
import { extensionOf } from '../../engine/records/format';
import { readRecord } from '../../engine/records/reader';
import type { DatasetRecord } from '../../engine/records/record';
import type { Subject } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import { pendingPatch, type SaidAt } from './choice';
import type { Change } from './hunk';
import type { InPlace } from './inPlace';
import type { OpenFile } from './openFile';
import type { SidecarWriter } from './sidecarWriter';

/** Where the values of a file's records are written. */
export interface Place {
  /** Where a value must stand to need no writing. */
  readonly saidAt: SaidAt;
  /** Writes what a record does not say yet; says why where it cannot. Records come in file order, each once. */
  write(subject: Subject, pending: ProvenancePatch): Written | string;
  /** A record that is left as it is. */
  pass?(subject: Subject): void;
  /**
   * Every record was written or passed.
   *
   * @throws Error when that cannot stand
   */
  finish?(): void;
}

/** What a record gave rise to: a change, unless it is one for the whole file. */
export interface Written {
  change?: Change;
}

/** In the records themselves. */
export class InRecord implements Place {
  /** @param otherwise for records without room; they are refused where there is none */
  constructor(
    private readonly file: OpenFile,
    private readonly inPlace: InPlace,
    readonly saidAt: SaidAt,
    private readonly otherwise: Place | undefined,
  ) {}

  write(subject: Subject, pending: ProvenancePatch): Written | string {
    const { record } = subject;
    const { context } = this.file;
    const fault = this.inPlace.obstacle(record);
    if (fault !== undefined) return fault;
    const bound = boundSidecar(record, this.file);
    if (bound !== undefined) return this.elsewhere(subject, pending, bound);
    const placement = placePatch(record, pending, context, subject.carried);
    if (placement.kind === 'beside') return this.elsewhere(subject, pending, 'it has no room for provenance');
    const { edits } = placement;
    const why = notCleared(record, edits, pending, this.file) ?? this.inPlace.edit(record, edits);
    return why ?? { change: changeOf(this.inPlace, record, edits) };
  }

  private elsewhere(subject: Subject, pending: ProvenancePatch, why: string): Written | string {
    return this.otherwise ? this.otherwise.write(subject, pending) : why;
  }
}

/** In rows of the sidecar. */
export class InSidecar implements Place {
  constructor(
    private readonly file: OpenFile,
    private readonly rows: () => SidecarWriter,
    readonly saidAt: SaidAt,
  ) {}

  write({ record, provenance }: Subject, pending: ProvenancePatch): Written | string {
    // Of some only the head was kept, which is not what a row would be bound to.
    if (!record.root) return 'it cannot be read';
    const fields = Object.keys(pending) as (keyof ProvenancePatch)[];
    // The record is nearer than its sidecar: what it says itself would still be in force.
    const nearer = fields.find((field) => provenance.get(field)?.scope === 'record');
    if (nearer !== undefined) return `it says another ${nearer} itself, which a sidecar does not change`;
    return { change: this.rows().write(sidecarRow(record, pending, this.file.context)) };
  }
}

/** Fields of the record's own shape are not cleared: says why where one would still be in force. */
export function notCleared(
  record: DatasetRecord,
  edits: readonly Edit[],
  pending: ProvenancePatch,
  { context }: OpenFile,
): string | undefined {
  if (!Object.values(pending).includes(null)) return undefined;
  const source = applyEdits(record.source, edits);
  const after = readRecord({ ...record, source, bytes: Buffer.from(source) }, context.facts);
  const [left] = Object.keys(pendingPatch(pending, subjectOf(after, context), 'record') ?? {});
  return left === undefined ? undefined : `a field of its own says ${left}, and is not cleared`;
}

/** Why a record's bytes must stay: a row of the sidecar is bound to them. */
export function boundSidecar(record: DatasetRecord, { context }: OpenFile): string | undefined {
  const { sidecar } = context.inputs;
  if (!sidecar?.find(record).some(({ key }) => 'hash' in key)) return undefined;
  return `${sidecar.file} is about its bytes as they are, and would no longer hold`;
}

/** A change of a record in its file. */
export function changeOf({ target }: InPlace, record: DatasetRecord, edits: readonly Edit[]): Change {
  return { path: target, row: record.row, line: record.start.line, source: record.source, edits };
}

/** Whether records of the file have room for provenance, where nobody said where to write it. */
export function hasRoom({ path, context }: OpenFile): boolean {
  const { format, shape, dialect } = context.facts;
  if (shape.placement === 'none') return false;
  if (format.kind === 'csv') return dialect?.header !== null;
  // Front matter in a plain text file would be read as its text.
  return format.kind !== 'text' || /^(?:md|mdx|markdown)$/.test(extensionOf(path));
}
