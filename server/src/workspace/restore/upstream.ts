import { recordsOf } from '../../engine/check';
import type { FileFacts } from '../../engine/facts';
import type { ProvenanceField } from '../../engine/provenance/fields';
import { canonicalKeys, type ProvenancePatch } from '../../engine/provenance/write';
import { textHash } from '../../engine/records/hash';
import type { DatasetRecord } from '../../engine/records/record';
import { subjectOf } from '../../engine/subject';
import { textsOf } from '../../engine/texts';
import { isOwn } from '../bulk/choice';
import { textAt } from '../bulk/condition';
import type { OpenFile } from '../bulk/openFile';
import { DigestIndex } from './digestIndex';
import { digestOf, ProvenanceTable } from './provenanceTable';

/** How records of two datasets are known to be the same: by the value at a JSON pointer, or by the hash of their texts. */
export type RecordKey = { kind: 'pointer'; pointer: string } | { kind: 'text' };

/** Stands for records of one key and different provenance. */
const AMBIGUOUS = 2 ** 32 - 2;

/** What a dataset says of each of its records, to be found by key. */
export class Upstream {
  records = 0;
  private readonly fieldsSeen = new Set<ProvenanceField>();
  private readonly index = new DigestIndex();
  private readonly table = new ProvenanceTable();

  constructor(private readonly key: RecordKey) {}

  /** Fields that any record of it says something of. */
  get fields(): ProvenanceField[] {
    return canonicalKeys.filter((field) => this.fieldsSeen.has(field));
  }

  /**
   * Reads the dataset.
   *
   * @param alike facts of the dataset whose records will be looked up: texts are those that it has
   */
  async read({ data, context }: OpenFile, alike: FileFacts): Promise<void> {
    const { facts } = context;
    if (facts.shape.role !== 'dataset') throw new Error(`it has no records of a dataset (${facts.shape.title})`);
    const readings = facts.shape.text.join() === alike.shape.text.join() ? [facts] : [facts, alike];
    for await (const record of recordsOf(data, facts)) {
      if (!record.root || record.stray) continue;
      this.records++;
      const { provenance } = subjectOf(record, context);
      const said: ProvenancePatch = {};
      for (const field of canonicalKeys) {
        const assertion = provenance.get(field);
        if (!assertion || !isOwn(assertion)) continue;
        said[field] = assertion.value;
        this.fieldsSeen.add(field);
      }
      const number = this.table.add(said);
      for (const reading of readings) this.add(record, reading, number);
    }
    this.table.complete();
  }

  /** What it says of a record; undefined where it does not have it. */
  find(record: DatasetRecord, facts: FileFacts): ProvenancePatch | 'ambiguous' | undefined {
    const digest = this.digest(record, facts);
    const number = digest && this.index.get(digest);
    if (number === undefined) return undefined;
    return number === AMBIGUOUS ? 'ambiguous' : this.table.read(number);
  }

  close(): void {
    this.table.close();
  }

  private add(record: DatasetRecord, facts: FileFacts, number: number): void {
    const digest = this.digest(record, facts);
    if (!digest) return;
    const before = this.index.get(digest);
    this.index.set(digest, before === undefined || before === number ? number : AMBIGUOUS);
  }

  private digest(record: DatasetRecord, { shape }: FileFacts): Buffer | undefined {
    if (this.key.kind === 'pointer') {
      const text = textAt(record, this.key.pointer);
      return text === undefined || text === '' ? undefined : digestOf(text);
    }
    const texts = record.root ? textsOf(record.root, shape.text).map(({ text }) => text) : [];
    return texts.some((text) => text !== '') ? digestOf(textHash(texts)) : undefined;
  }
}
