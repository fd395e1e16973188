import type { Edit } from '../../engine/provenance/write';
import type { DatasetRecord, RawRecord } from '../../engine/records/record';
import { RawRecords } from '../rawRecords';
import type { Rewrite } from '../rewrite';
import type { Transaction } from '../undo/transaction';
import type { OpenFile } from './openFile';

/** Edits of records in the bytes of their file, in file order; the new version is begun with the first. */
export class InPlace {
  /** Path of the new version, once there is one. */
  temporary: string | undefined;
  private rewrite: Rewrite | undefined;
  private end: (() => void) | undefined;
  private readonly raw: RawRecords;

  /** @param transaction takes the new version; without one it is only found out what could be done */
  constructor(
    private readonly file: OpenFile,
    private readonly transaction: Transaction | undefined,
    private readonly out: string | undefined,
  ) {
    this.raw = new RawRecords(file.descriptor, file.context.facts.encoding);
    // A new file is asked for, whether or not anything differs in it.
    if (transaction && out !== undefined) this.begin();
  }

  /** Where the new version will be. */
  get target(): string {
    return this.out ?? this.file.path;
  }

  /** Why a record must not be edited. */
  obstacle({ faults }: DatasetRecord): string | undefined {
    const [fault] = faults;
    if (!fault) return undefined;
    if (fault.rule === 'invalid-encoding') return `it holds bytes that are not valid: ${fault.what}`;
    return `it cannot be read in full: ${fault.what}`;
  }

  /** Edits a record without faults; says why not where its bytes would not stay the same. */
  edit(record: RawRecord, edits: readonly Edit[]): string | undefined {
    const inOrder = edits.length > 1 ? [...edits].sort((a, b) => a.start - b.start || a.end - b.end) : edits;
    const place = this.raw.place(record);
    const texts = place && inOrder.map(({ newText }) => this.raw.encode(newText));
    if (!texts || texts.includes(undefined)) return 'its bytes would not stay the same when written anew';
    if (!this.transaction) return undefined;
    const rewrite = this.begin();
    for (const [index, edit] of inOrder.entries()) {
      const start = place.offset(edit.start);
      rewrite.replace({ start, end: edit.end === edit.start ? start : place.offset(edit.end) }, texts[index]!);
    }
    return undefined;
  }

  /** Adds text right after a record, whatever its bytes are. */
  addAfter(record: RawRecord, text: string): void {
    const { end } = this.raw.find(record);
    if (this.transaction) this.begin().replace({ start: end, end }, this.raw.encode(text)!);
  }

  /** The new version is complete. */
  finish(): void {
    this.end?.();
  }

  private begin(): Rewrite {
    if (!this.rewrite) {
      const { path, descriptor, state } = this.file;
      const begun = this.transaction!.rewrite(path, descriptor, state, this.out);
      this.rewrite = begun.rewrite;
      this.temporary = begun.temporary;
      this.end = begun.finish;
    }
    return this.rewrite;
  }
}
