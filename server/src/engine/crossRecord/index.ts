import type { Subject } from '../rules/rule';
import { DuplicateCollector, type Duplicates } from './duplicates';
import { type Lineage, LineageCollector } from './lineage';

/** What holds between the records of a file: an input of the rules about it, which run in a second reading. */
export interface CrossRecord {
  lineage?: Lineage;
  duplicates: Duplicates;
  /** Whether another file of the dataset has a record with this id. */
  isElsewhere(id: string): boolean;
}

/** Gathers compact facts of each record in the first reading of a file. */
export class CrossRecordPass {
  private readonly lineage = new LineageCollector();
  private readonly duplicates = new DuplicateCollector();
  private suspects: ReadonlySet<number> = new Set();

  add(subject: Subject): void {
    this.lineage.add(subject);
    this.duplicates.add(subject);
  }

  /**
   * What was gathered; undefined when nothing is between the records of this file, so that it need not be read again.
   *
   * @param ids gives the ids of records in the other files of the dataset; asked only where there is lineage
   */
  async complete(ids: () => Promise<(id: string) => boolean>): Promise<CrossRecord | undefined> {
    const lineage = this.lineage.complete();
    this.suspects = this.duplicates.suspects();
    if (!lineage && this.suspects.size === 0) return undefined;
    return {
      ...(lineage && { lineage }),
      duplicates: this.duplicates,
      isElsewhere: lineage ? await ids() : () => false,
    };
  }

  /** A record of the second reading, before the rules see it. */
  again(subject: Subject): void {
    if (this.suspects.has(subject.record.row)) this.duplicates.compare(subject);
  }
}
