import { resolve } from 'node:path';
import { PLACEMENTS, type PlacementSetting } from '../engine/configuration';
import { ruleById } from '../engine/rules';
import { parseAssignments } from '../workspace/bulk/assignment';
import { type BulkResult, bulkFix, planBulkFix } from '../workspace/bulk/bulkFix';
import type { BulkChoice } from '../workspace/bulk/choice';
import { parseCondition } from '../workspace/bulk/condition';
import { collect } from '../workspace/collect';
import { BulkReport } from './bulkReport';
import { EXIT, type ExitCode } from './exit';
import { untilInterrupted } from './interruption';
import { openProject, reportDamage } from './surroundings';
import type { Terminal } from './terminal';
import { pathsOr, readArguments, UsageError } from './usage';

const OPTIONS = {
  rule: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  where: { type: 'string', multiple: true },
  placement: { type: 'string' },
  out: { type: 'string' },
  'dry-run': { type: 'boolean' },
  diff: { type: 'boolean' },
  config: { type: 'string' },
} as const;

/** `dataset-hygiene fix`. */
export async function fixCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const choice = choiceOf(values);
  // The baseline is no input here: accepted findings are fixed too.
  const project = openProject(values.config, { baseline: false });
  const targets = collect(pathsOr(positionals, ['.']), project);
  reportDamage(targets, project, terminal);
  if (terminal.failed) return EXIT.failure;
  const report = new BulkReport(targets, terminal, values.diff ?? false);
  if (terminal.failed) return report.nothingChanged();
  const isPreview = values['dry-run'] || values.diff;
  const result = await untilInterrupted(terminal, report, (run) =>
    isPreview ? planBulkFix(project, report.files, choice, run) : bulkFix(project, report.files, choice, run),
  );
  return result ? exitOf(result, report, isPreview ?? false) : EXIT.failure;
}

function choiceOf(values: {
  rule?: string[];
  set?: string[];
  where?: string[];
  placement?: string;
  out?: string;
}): BulkChoice {
  const { rule: rules, set, where, placement, out } = values;
  for (const id of rules ?? []) {
    const rule = ruleById(id);
    if (!rule) throw new UsageError(`There is no rule "${id}".`);
    if (rule.scope === 'file') throw new UsageError(`${id} is about whole files: choose records with --where.`);
  }
  if (placement !== undefined && !set) throw new UsageError('--placement is for values: it needs --set.');
  const known = PLACEMENTS.find((name) => name === placement);
  if (placement !== undefined && !known) {
    throw new UsageError(`--placement is one of ${PLACEMENTS.join(', ')}; "${placement}" is none of them.`);
  }
  if (out !== undefined && (known === 'sidecar' || known === 'declaration')) {
    throw new UsageError('--out is for changes in the records themselves.');
  }
  try {
    return {
      ...(set && { values: { kind: 'same' as const, patch: parseAssignments(set) } }),
      ...(rules && { rules: new Set(rules) }),
      ...(where && { where: where.map(parseCondition) }),
      ...(known && { placement: known satisfies PlacementSetting }),
      ...(out !== undefined && { out: resolve(out) }),
    };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function exitOf(result: BulkResult, report: BulkReport, isPreview: boolean): ExitCode {
  report.end(result, isPreview);
  if (result.files.some(({ failed }) => failed !== undefined)) return EXIT.failure;
  return result.refused > 0 ? EXIT.findings : EXIT.clean;
}
