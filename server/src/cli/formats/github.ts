import type { Finding } from '../../engine/finding';
import { makeVisible } from '../../engine/hiddenCharacters';
import type { Severity } from '../../engine/rules/rule';
import type { Output } from '../output';
import type { Reporter } from './reporter';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands of GitHub Actions, which show findings at the changed lines. */
export class GithubReporter implements Reporter {
  readonly wantsKeys = false;

  constructor(private readonly out: Output) {}

  finding(file: string, { rule, severity, message, range: { start, end } }: Finding): void {
    const properties = {
      file,
      line: start.line + 1,
      endLine: end.line + 1,
      col: start.column + 1,
      endColumn: end.column + 1,
      title: rule,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
    this.out.line(`::${COMMAND[severity]} ${written.join(',')}::${data(message)}`);
  }

  checked(): void {}

  notChecked(): void {}

  end(): void {}
}

/** The message of a command: only what would end it is escaped. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Line ends are escaped the way of the workflow commands, everything else that does not show the usual way. */
function visible(text: string): string {
  return text.split('\r').map(makeVisible).join('\r');
}
