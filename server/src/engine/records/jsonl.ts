import type { Limits } from './limits';
import type { RawRecord } from './record';
import { fileStart, isBlank, PendingBytes, RecordCursor, type Splitter } from './splitter';

const LF = 10;
const CR = 13;

/** JSON Lines: a record a line. LF, CRLF and lone CR end a line; blank lines are no records. */
export class JsonlSplitter implements Splitter {
  private readonly cursor: RecordCursor;
  private readonly pending: PendingBytes;
  /** The last byte seen was a CR: an LF that follows belongs to it. */
  private afterCr = false;

  constructor(
    private readonly limits: Limits,
    start = fileStart(),
  ) {
    this.cursor = new RecordCursor(start);
    this.pending = new PendingBytes(limits.recordBytes);
  }

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = [];
    let from = 0;
    if (this.afterCr && chunk.length > 0) {
      this.afterCr = false;
      if (chunk[0] === LF) {
        this.cursor.skip(chunk.subarray(0, 1));
        from = 1;
      }
    }
    let lf = chunk.indexOf(LF, from);
    let cr = chunk.indexOf(CR, from);
    while (lf >= 0 || cr >= 0) {
      const at = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
      let next = at + 1;
      if (at === cr) {
        if (next === lf) next++;
        else if (next === chunk.length) this.afterCr = true;
      }
      this.pending.add(chunk.subarray(from, at));
      this.finishLine(records, chunk.subarray(at, next));
      from = next;
      if (lf >= 0 && lf < from) lf = chunk.indexOf(LF, from);
      if (cr >= 0 && cr < from) cr = chunk.indexOf(CR, from);
    }
    if (from < chunk.length) this.pending.add(chunk.subarray(from));
    return records;
  }

  end(): RawRecord[] {
    const records: RawRecord[] = [];
    this.finishLine(records, new Uint8Array());
    return records;
  }

  private finishLine(records: RawRecord[], terminator: Uint8Array): void {
    const gathered = this.pending.take();
    if (gathered.extent) records.push(this.cursor.cutRecord(gathered, this.limits.recordBytes));
    else if (isBlank(gathered.bytes)) this.cursor.skip(gathered.bytes);
    else records.push(this.cursor.record(gathered.bytes, [], true));
    this.cursor.skip(terminator);
  }
}
