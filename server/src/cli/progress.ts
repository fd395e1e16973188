import type { WriteStream } from 'node:tty';
import { printable } from './printable';

/** Shorter work needs no bar. */
const DELAY = 1000;
const INTERVAL = 100;

/** A line on standard error that says how far the work is; only on a terminal, and only when it takes a while. */
export class Progress {
  private readonly started = Date.now();
  private drawn = 0;
  private visible = false;
  private total = 0;
  private done = 0;
  private file = { name: '', bytes: 0, done: 0 };

  constructor(private readonly stream: WriteStream | undefined) {}

  expect(bytes: number): void {
    this.total = bytes;
  }

  startFile(name: string, bytes: number): void {
    this.done += this.file.bytes;
    this.file = { name, bytes, done: 0 };
    this.show();
  }

  /** @param bytes how much of the file is done; an estimate will do */
  at(bytes: number): void {
    this.file.done = Math.min(bytes, this.file.bytes);
  }

  /** Draws the bar, if it is time for that. */
  show(): void {
    if (!this.stream) return;
    const now = Date.now();
    if (now - this.started < DELAY || now - this.drawn < INTERVAL) return;
    this.drawn = now;
    const done = this.done + this.file.done;
    const share = this.total > 0 ? done / this.total : 0;
    const filled = Math.round(share * 20);
    const bar = `[${'#'.repeat(filled)}${' '.repeat(20 - filled)}] ${mib(done)} of ${mib(this.total)} `;
    const room = (this.stream.columns || 80) - bar.length - 1;
    const name = [...printable(this.file.name)];
    const shown = name.length <= room ? name.join('') : `…${name.slice(Math.max(name.length - room + 1, 0)).join('')}`;
    this.stream.write(`\r\x1b[K${bar}${room > 1 ? shown : ''}`);
    this.visible = true;
  }

  clear(): void {
    if (!this.visible) return;
    this.stream?.write('\r\x1b[K');
    this.visible = false;
  }
}

const mib = (bytes: number) => `${(bytes / 1048576).toFixed(1)} MiB`;
