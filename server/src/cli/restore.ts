import { resolve } from 'node:path';
import { pointerOf } from '../workspace/bulk/condition';
import { collect } from '../workspace/collect';
import { describeError } from '../workspace/describeError';
import { type Matches, type Rows, restoreProvenance } from '../workspace/restore/restore';
import type { RecordKey } from '../workspace/restore/upstream';
import { BulkReport } from './bulkReport';
import { EXIT, type ExitCode } from './exit';
import { untilInterrupted } from './interruption';
import { openProject, reportDamage } from './surroundings';
import type { Terminal } from './terminal';
import { readArguments, UsageError } from './usage';

const OPTIONS = {
  from: { type: 'string' },
  key: { type: 'string' },
  'dry-run': { type: 'boolean' },
  config: { type: 'string' },
} as const;

/** `dataset-hygiene restore`: puts provenance back that a file lost on its way from another. */
export async function restoreCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [given, ...more] = positionals;
  const { from } = values;
  if (!given || more.length > 0 || !from) throw new UsageError('restore needs one file and --from.');
  const preview = values['dry-run'] ?? false;
  const key = keyOf(values.key);
  const project = openProject(values.config, { baseline: false });
  const targets = collect([given], project);
  reportDamage(targets, project, terminal);
  if (terminal.failed) return EXIT.failure;
  const report = new BulkReport(targets, terminal, false);
  const [target] = report.files;
  if (terminal.failed || !target) return report.nothingChanged();
  try {
    const restoration = await untilInterrupted(terminal, report, (run) =>
      restoreProvenance(project, target, resolve(from), key, { ...run, preview }),
    );
    if (!restoration) return EXIT.failure;
    const { result, matches } = restoration;
    report.end(result, preview);
    sayMatches(matches, terminal);
    if (result.files.some(({ failed }) => failed !== undefined)) return EXIT.failure;
    const { unmatched, ambiguous } = matches;
    return unmatched.count + ambiguous.count + result.refused > 0 ? EXIT.findings : EXIT.clean;
  } catch (error) {
    terminal.fail(`${given}: nothing was restored from ${from}: ${describeError(error)}`);
    return EXIT.failure;
  }
}

function keyOf(key: string | undefined): RecordKey {
  if (key === undefined) return { kind: 'text' };
  if (key === '' || key === '/') throw new UsageError('--key takes a key, as id, or a JSON pointer, as /meta/id.');
  return { kind: 'pointer', pointer: pointerOf(key) };
}

function sayMatches({ upstream, matched, unmatched, ambiguous, differing }: Matches, { out }: Terminal): void {
  out.line(`Found ${matched} of ${matched + unmatched.count + ambiguous.count} records among ${upstream} upstream.`);
  if (unmatched.count > 0) out.line(`Not found: ${sayRows(unmatched)}`);
  if (ambiguous.count > 0) out.line(`Ambiguous, with different provenance upstream: ${sayRows(ambiguous)}`);
  if (differing.count > 0) out.line(`Saying something else themselves, left as they are: ${sayRows(differing)}`);
}

function sayRows({ count, first }: Rows): string {
  const more = count > first.length ? ', …' : '';
  return `${count} (${first.length === 1 ? 'row' : 'rows'} ${first.join(', ')}${more})`;
}
