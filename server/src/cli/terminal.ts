import type { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { Output } from './output';
import { printable } from './printable';
import { Progress } from './progress';

/** Where the program writes: results on one stream, everything about the work itself on the other. */
export class Terminal {
  readonly progress: Progress;
  readonly out: Output;
  readonly colours: boolean;
  /** Something could not be done: the program ends with a failure, whatever else it found. */
  failed = false;

  constructor(
    out: Writable & { isTTY?: boolean },
    private readonly err: Writable & { isTTY?: boolean },
    environment: NodeJS.ProcessEnv,
  ) {
    this.progress = new Progress(err.isTTY && environment.TERM !== 'dumb' ? (err as WriteStream) : undefined);
    this.out = new Output(out, () => this.progress.clear());
    this.colours = out.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  }

  /** A line about the work, after the results written so far. */
  note(text: string): void {
    this.out.flush();
    this.progress.clear();
    this.err.write(`${printable(text)}\n`);
  }

  /** A line about something that could not be done. */
  fail(text: string): void {
    this.failed = true;
    this.note(text);
  }
}
