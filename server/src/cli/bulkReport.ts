import type { BulkResult } from '../workspace/bulk/bulkFix';
import { type Change, hunksOf } from '../workspace/bulk/hunk';
import type { BulkTarget } from '../workspace/bulk/openFile';
import type { FileOutcome } from '../workspace/bulk/outcome';
import type { Target } from '../workspace/collect';
import { DiffPrinter } from './diffPrinter';
import { EXIT, type ExitCode } from './exit';
import { printable } from './printable';
import { Skipped } from './skipped';
import { fromHere } from './surroundings';
import type { Terminal } from './terminal';

/** Says what a bulk change does, or would do. */
export class BulkReport {
  readonly files: (BulkTarget & { shown: string; bytes: number })[] = [];
  private readonly skipped = new Skipped('changed');
  private readonly diff: DiffPrinter;
  private started: string | undefined;

  /** @param whole show every change; otherwise samples, in a preview */
  constructor(
    targets: readonly Target[],
    private readonly terminal: Terminal,
    private readonly whole: boolean,
  ) {
    for (const target of targets) {
      if (target.kind === 'failed') terminal.fail(`${target.shown}: cannot be changed: ${target.reason}`);
      else if (target.kind === 'skipped') this.skipped.add(target.reason);
      else this.files.push(target);
    }
    terminal.progress.expect(this.files.reduce((sum, { bytes }) => sum + bytes, 0));
    this.diff = new DiffPrinter(terminal.out);
  }

  progress(path: string, bytes: number): void {
    const { progress } = this.terminal;
    if (path !== this.started) {
      this.started = path;
      const file = this.files.find((target) => target.path === path);
      progress.startFile(file?.shown ?? path, file?.bytes ?? 0);
    }
    progress.at(bytes);
    progress.show();
  }

  change(change: Change): void {
    if (this.whole) for (const hunk of hunksOf(change)) this.diff.print(fromHere(change.path), hunk);
  }

  nothingChanged(): ExitCode {
    this.terminal.note('Nothing was changed.');
    return EXIT.failure;
  }

  end(result: BulkResult, isPreview: boolean): void {
    const { terminal } = this;
    const { files, samples, changed, applied } = result;
    const shown = (index: number) => this.files[index]!.shown;
    if (isPreview) for (const [index, outcome] of files.entries()) this.propose(outcome, shown(index));
    if (isPreview && !this.whole) for (const sample of samples) this.diff.print(fromHere(sample.path), sample);
    const failed = files.some((file) => file.failed !== undefined);
    for (const [index, outcome] of files.entries()) {
      if (outcome.failed !== undefined) terminal.fail(`${shown(index)}: cannot be changed: ${outcome.failed}`);
      else if (isPreview || !failed) this.sayFile(outcome, shown(index), isPreview);
    }
    const touched = files.filter((file) => file.changed > 0);
    const what = `${count(changed, 'record')} in ${count(touched.length, 'file')}`;
    if (isPreview) terminal.out.line(`Would change ${what}.`);
    else if (failed) terminal.note('Nothing was changed.');
    else terminal.out.line(`Changed ${what}.${applied ? ' "dataset-hygiene undo" takes it back.' : ''}`);
    for (const line of this.skipped.lines()) terminal.note(line);
  }

  private propose({ declarable, records }: FileOutcome, shown: string): void {
    if (!declarable) return;
    const all = `${printable(shown)}: all ${records} records would say the same.`;
    this.terminal.out.line(`${all} One declaration for the file says it too: --placement declaration.`);
  }

  private sayFile(outcome: FileOutcome, shown: string, isPreview: boolean): void {
    const { terminal } = this;
    const { changed, already, unknown, refused, refusals, leftAlone } = outcome;
    if (leftAlone !== undefined) this.skipped.add(leftAlone);
    const name = printable(shown);
    const counts = [
      ...[...outcome.replaced].map(([field, n]) => `${n} said another ${field}`),
      ...(already > 0 ? [`${already} say it already`] : []),
      ...(unknown > 0 ? [`${unknown} left as they are`] : []),
    ];
    if (changed > 0 || counts.length > 0) {
      const where = [...outcome.written].map(fromHere).filter((path) => path !== fromHere(outcome.path));
      const into = where.length > 0 ? `, in ${where.map(printable).join(', ')}` : '';
      const said = isPreview ? 'would change' : 'changed';
      terminal.out.line(
        `${name}: ${count(changed, 'record')} ${said}${into}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`,
      );
    }
    for (const { line, why } of refusals) terminal.note(`${shown}:${line + 1}: left as it is: ${why}`);
    if (refused > refusals.length) terminal.note(`${shown}: ${refused - refusals.length} more are left as they are`);
  }
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
