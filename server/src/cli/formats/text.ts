import { styleText } from 'node:util';
import type { Finding } from '../../engine/finding';
import type { Severity } from '../../engine/rules/rule';
import type { Output } from '../output';
import { printable } from '../printable';
import type { Totals } from '../totals';
import type { FileResult, Reporter } from './reporter';

/** A rule with more findings than this in a file is shown by its first few. */
const MANY = 10;
const FEW = 5;

const COLOUR = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

type Style = Parameters<typeof styleText>[0];

/** Text for people, grouped by file. Only what is shown is kept until the file is done. */
export class TextReporter implements Reporter {
  readonly wantsKeys = false;
  private shown: Finding[] = [];
  private counts = new Map<string, number>();

  constructor(
    private readonly out: Output,
    private readonly colours: boolean,
  ) {}

  finding(_file: string, finding: Finding): void {
    const count = (this.counts.get(finding.rule) ?? 0) + 1;
    this.counts.set(finding.rule, count);
    if (count <= MANY) this.shown.push(finding);
    else if (count === MANY + 1) this.keepFew(finding.rule);
  }

  checked({ file }: FileResult): void {
    this.finishFile(file);
  }

  notChecked(file: string): void {
    this.finishFile(file);
  }

  end(totals: Totals): void {
    if (totals.files === 0) {
      this.out.line('Nothing was checked.');
      return;
    }
    const { error, warning, information, hint } = totals.findings;
    const parts = [count(error, 'error'), count(warning, 'warning'), `${information} information`, count(hint, 'hint')];
    const filled = parts.filter((part) => !part.startsWith('0 '));
    const found = filled.length > 0 ? filled.join(', ') : 'No findings';
    const where =
      totals.filesWithFindings > 0
        ? `${totals.filesWithFindings} of ${count(totals.files, 'file')}`
        : count(totals.files, 'file');
    const hidden = totals.suppressed > 0 ? `; ${totals.suppressed} suppressed by the baseline` : '';
    this.out.line(`${found} in ${where}, ${count(totals.records, 'record')} checked${hidden}.`);
  }

  private keepFew(rule: string): void {
    let kept = 0;
    this.shown = this.shown.filter((finding) => finding.rule !== rule || ++kept <= FEW);
  }

  private finishFile(file: string): void {
    const { shown, counts } = this;
    this.shown = [];
    this.counts = new Map();
    if (shown.length === 0) return;
    const places = shown.map(({ range: { start } }) => `${start.line + 1}:${start.column + 1}`);
    const placeWidth = Math.max(...places.map(({ length }) => length));
    const severityWidth = Math.max(...shown.map(({ severity }) => severity.length));
    this.out.line(this.style('underline', printable(file)));
    shown.forEach(({ severity, message, rule }, index) => {
      const place = places[index]!.padStart(placeWidth);
      const level = this.style(colourOf(severity), severity.padEnd(severityWidth));
      this.out.line(`  ${place}  ${level}  ${printable(message)}  ${this.style('dim', rule)}`);
    });
    for (const [rule, total] of counts) {
      if (total > MANY)
        this.out.line(`  ${' '.repeat(placeWidth)}  … and ${total - FEW} more  ${this.style('dim', rule)}`);
    }
    this.out.line('');
  }

  private style(style: Style, text: string): string {
    // The decision was made for the stream that is written to; asking again would look at another one.
    return this.colours ? styleText(style, text, { validateStream: false }) : text;
  }
}

const colourOf = (severity: Severity): Style => COLOUR[severity];

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
