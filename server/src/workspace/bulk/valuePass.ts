import { batchesOf, checkDataset } from '../../engine/check';
import type { PlacementSetting } from '../../engine/configuration';
import type { ProvenanceField } from '../../engine/provenance/fields';
import { SIDECAR_ENDING } from '../../engine/provenance/sidecar';
import type { ProvenancePatch } from '../../engine/provenance/write';
import { readRecord } from '../../engine/records/reader';
import type { DatasetRecord } from '../../engine/records/record';
import { ruleById } from '../../engine/rules';
import type { RecordRule, Subject } from '../../engine/rules/rule';
import { subjectOf } from '../../engine/subject';
import type { Transaction } from '../undo/transaction';
import { type BulkChoice, type BulkValues, isOwn, pendingPatch, type SaidAt } from './choice';
import { headerRow, InColumns, missingColumns } from './columns';
import { holds } from './condition';
import { Declared } from './declared';
import { InPlace } from './inPlace';
import { type OpenFile, withRules } from './openFile';
import type { Tally } from './outcome';
import { hasRoom, InRecord, InSidecar, type Place, type Written } from './places';
import { RowSet } from './rowSet';
import { SidecarWriter } from './sidecarWriter';
import { verify } from './verify';

/** A choice of values. */
type ValueChoice = BulkChoice & { values: BulkValues };

/**
 * Writes values into the records of a file that are meant.
 *
 * @param configured where the configuration says that they are written
 * @returns where they were written; undefined where the file was left alone
 */
export async function valuePass(
  file: OpenFile,
  choice: ValueChoice,
  configured: PlacementSetting | undefined,
  tally: Tally,
  transaction: Transaction | undefined,
): Promise<Place | undefined> {
  const { context } = file;
  if (context.facts.shape.role !== 'dataset') {
    tally.leftAlone = `no records of a dataset (${context.facts.shape.title})`;
    return undefined;
  }
  const pass = new ValuePass(file, choice, tally, transaction);
  const place = await pass.begin(configured);
  if (choice.rules) await pass.overFlagged(choice.rules);
  else await pass.overAll(() => true);
  await pass.end();
  return place;
}

class ValuePass {
  private readonly inPlace: InPlace;
  private readonly rows: RowSet = new RowSet();
  private sidecar: SidecarWriter | undefined;
  private place!: Place;

  constructor(
    private readonly file: OpenFile,
    private readonly choice: ValueChoice,
    private readonly tally: Tally,
    private readonly transaction: Transaction | undefined,
  ) {
    this.inPlace = new InPlace(file, transaction, choice.out);
  }

  async begin(configured: PlacementSetting | undefined): Promise<Place> {
    this.place = await this.choosePlace(configured);
    return this.place;
  }

  /** Goes over the records. */
  async overAll(isMeant: (row: number) => boolean): Promise<void> {
    const { data, context } = this.file;
    for await (const batch of batchesOf(data, context.facts)) {
      for (const raw of batch) this.visit(readRecord(raw, context.facts), isMeant(raw.row));
    }
  }

  /** Goes over the records; those in which one of these rules finds something are meant. */
  async overFlagged(ids: ReadonlySet<string>): Promise<void> {
    const { data, context } = this.file;
    const isLate = [...ids].some((id) => (ruleById(id) as RecordRule | undefined)?.crossRecord);
    let flagged = false;
    const rows = new RowSet();
    const visit = (record: DatasetRecord) => {
      this.visit(record, flagged);
      flagged = false;
    };
    await checkDataset(
      data,
      // Whoever asks for what is missing wants it, whether or not the dataset declares anything.
      { ...withRules(context.inputs, ({ id }) => ids.has(id), ids), optedIn: true },
      ({ row }) => {
        flagged = true;
        if (row !== null) rows.add(row);
      },
      { named: this.file.named, ...(!isLate && { onRecord: visit }) },
    );
    // What holds between records is found when all were read: they are read again to be changed.
    if (isLate) await this.overAll((row) => rows.has(row));
  }

  visit(record: DatasetRecord, meant: boolean): void {
    if (record.stray) return;
    const { tally, place, file, choice } = this;
    tally.records++;
    const subject = subjectOf(record, file.context);
    const isMeant = meant && holds(choice.where ?? [], subject, file.context.facts);
    const written = isMeant ? this.write(subject) : 'passed';
    if (written === 'passed') place.pass?.(subject);
    else if (typeof written === 'object') {
      tally.change(written.change);
      if (written.change?.path === this.inPlace.target) this.rows.add(record.row);
    }
  }

  /** Writes what a record lacks, and counts what becomes of it. */
  private write(subject: Subject): Written | 'refused' | 'passed' {
    const { tally, place } = this;
    const { record, provenance } = subject;
    tally.chosen++;
    const patch = this.patchOf(subject);
    const pending = patch && pendingPatch(patch, subject, place.saidAt);
    if (!pending) {
      if (patch) tally.already++;
      else tally.unknown++;
      return 'passed';
    }
    const written = place.write(subject, pending);
    if (typeof written === 'string') {
      tally.refuse(record, written);
      return 'refused';
    }
    for (const field of Object.keys(pending) as ProvenanceField[]) {
      const said = provenance.get(field);
      if (said && isOwn(said)) tally.replaced.set(field, (tally.replaced.get(field) ?? 0) + 1);
    }
    return written;
  }

  async end(): Promise<void> {
    const { tally, choice, inPlace, file } = this;
    this.place.finish?.();
    inPlace.finish();
    this.sidecar?.finish();
    tally.declarable =
      choice.values.kind === 'same' &&
      tally.changed > 1 &&
      tally.chosen === tally.records &&
      tally.refused === 0 &&
      tally.replaced.size === 0 &&
      Object.values(choice.values.patch).every((value) => value !== null);
    if (inPlace.temporary === undefined) return;
    const isDone = (subject: Subject) => {
      const patch = this.patchOf(subject);
      return patch === undefined || pendingPatch(patch, subject, this.place.saidAt) === undefined;
    };
    const plainly = choice.values.kind === 'same' ? choice.values.patch : undefined;
    await verify(inPlace.temporary, file, this.rows, tally.records, isDone, plainly);
  }

  private patchOf(subject: Subject): ProvenancePatch | undefined {
    const { values } = this.choice;
    return values.kind === 'same' ? values.patch : values.of(subject, this.file.context.facts);
  }

  /** The place that was asked for, else the one that is configured, else the one that the records' shape has. */
  private async choosePlace(configured: PlacementSetting | undefined): Promise<Place> {
    const { file, inPlace, choice } = this;
    const { placement, values, out } = choice;
    const isTable = file.context.facts.format.kind === 'csv';
    if (placement === 'columns' && !isTable) throw new Error('it is no table: only CSV has columns');
    // What was asked for is done or refused; what is configured is followed where it can be.
    const saidAt: SaidAt = placement === undefined ? 'anywhere' : placement === 'sidecar' ? 'sidecar' : 'record';
    const inSidecar = new InSidecar(file, () => this.writer(), saidAt);
    const otherwise = placement === undefined && out === undefined ? inSidecar : undefined;
    switch (placement ?? (configured && fits(configured, isTable, values) ? configured : defaultPlacement(file))) {
      case 'sidecar':
        if (out !== undefined) throw new Error('its records have no room: a new file would be the same as the old one');
        return inSidecar;
      case 'declaration':
        return new Declared(values);
      case 'columns':
        return this.columns(saidAt, otherwise);
      default:
        return new InRecord(file, inPlace, saidAt, otherwise);
    }
  }

  /** @param otherwise where to write instead of adding columns to a table whose rows a sidecar is about */
  private async columns(saidAt: SaidAt, otherwise: Place | undefined): Promise<Place> {
    const { file, inPlace, choice } = this;
    const { values } = choice;
    const fields = values.kind === 'same' ? (Object.keys(values.patch) as ProvenanceField[]) : values.fields;
    const header = file.context.facts.dialect?.header ? await headerRow(file) : undefined;
    if (!header) throw new Error('it has no header row to which columns could be added');
    const missing = missingColumns(fields, file);
    if (missing.length > 0 && otherwise && file.context.inputs.sidecar) return otherwise;
    return new InColumns(file, inPlace, saidAt, header, missing);
  }

  private writer(): SidecarWriter {
    this.sidecar ??= new SidecarWriter(this.file.path + SIDECAR_ENDING, this.transaction);
    return this.sidecar;
  }
}

/** Whether a configured placement can be followed for a file. */
function fits(configured: PlacementSetting, isTable: boolean, values: BulkValues): boolean {
  if (configured === 'columns') return isTable;
  return configured !== 'declaration' || (values.kind === 'same' && !Object.values(values.patch).includes(null));
}

function defaultPlacement(file: OpenFile): PlacementSetting {
  if (!hasRoom(file)) return 'sidecar';
  return file.context.facts.format.kind === 'csv' ? 'columns' : 'inline';
}
