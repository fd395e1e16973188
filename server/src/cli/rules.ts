import { rules } from '../engine/rules';
import { rulePage } from '../engine/rules/page';
import { EXIT, type ExitCode } from './exit';
import { printableJson } from './printable';
import type { Terminal } from './terminal';
import { oneOf, readArguments, UsageError } from './usage';

/** `dataset-hygiene rules`. */
export async function rulesCommand(args: readonly string[], { out }: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } });
  if (positionals.length > 0) throw new UsageError('rules takes no paths.');
  const format = oneOf('--format', values.format, ['text', 'json']);
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const severityWidth = Math.max(...rules.map(({ severity }) => severity.length));
  for (const { id, severity, title } of rules) {
    const page = rulePage(id);
    if (format === 'json') out.line(printableJson({ rule: id, severity, title, page }));
    else out.line(`${id.padEnd(idWidth)}  ${severity.padEnd(severityWidth)}  ${title}\n  ${page}`);
  }
  return EXIT.clean;
}
