import { hash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvenancePatch } from '../../engine/provenance/write';
import { FileSink } from '../fileSink';
import { DigestIndex } from './digestIndex';

/**
 * The different provenances of a dataset, numbered. They stand in a temporary file, since every record may have its own;
 * in memory is what tells them apart.
 */
export class ProvenanceTable {
  private readonly folder = mkdtempSync(join(tmpdir(), 'dataset-hygiene-'));
  private readonly sink = new FileSink(join(this.folder, 'provenance'));
  private readonly numbers = new DigestIndex();
  private offsets = new Float64Array(1024);
  private count = 0;
  private file: number | undefined;
  private last: { number: number; patch: ProvenancePatch } | undefined;

  /** The number of a provenance; fields in the same order each time. */
  add(provenance: ProvenancePatch): number {
    const text = JSON.stringify(provenance);
    const digest = digestOf(text);
    const known = this.numbers.get(digest);
    if (known !== undefined) return known;
    const number = this.count++;
    this.numbers.set(digest, number);
    if (number + 1 >= this.offsets.length) {
      const longer = new Float64Array(this.offsets.length * 2);
      longer.set(this.offsets);
      this.offsets = longer;
    }
    this.sink.write(Buffer.from(text));
    this.offsets[number + 1] = this.sink.size;
    return number;
  }

  /** Nothing more is added; from now on provenances can be read. */
  complete(): void {
    this.sink.finish();
    this.file = openSync(this.sink.path, 'r');
  }

  read(number: number): ProvenancePatch {
    if (this.last?.number !== number) {
      const start = this.offsets[number]!;
      const bytes = Buffer.alloc(this.offsets[number + 1]! - start);
      readSync(this.file!, bytes, 0, bytes.length, start);
      this.last = { number, patch: JSON.parse(bytes.toString()) };
    }
    return this.last.patch;
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.sink.discard();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');
