import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Characters gathered before they are written: one system call for many lines. */
const BATCH = 1 << 16;

/** Standard output: what is written is batched, and whoever writes a lot waits for the reader with `drained`. */
export class Output {
  private pending = '';

  constructor(
    private readonly stream: Writable,
    /** Called before anything appears, to clear a progress bar. */
    private readonly before: () => void,
  ) {}

  write(text: string): void {
    this.pending += text;
    if (this.pending.length >= BATCH) this.flush();
  }

  line(text: string): void {
    this.write(`${text}\n`);
  }

  flush(): void {
    if (this.pending === '') return;
    this.before();
    this.stream.write(this.pending);
    this.pending = '';
  }

  /** Resolves when the reader has taken enough to go on. */
  async drained(): Promise<void> {
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }

  /** Everything written so far is with the reader. */
  async finished(): Promise<void> {
    this.flush();
    await this.drained();
  }
}
