import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkDataset } from '../engine/check';
import type { FileInputs } from '../engine/context';
import type { Finding } from '../engine/finding';
import { collect, type Target } from '../workspace/collect';
import { describeError } from '../workspace/describeError';
import type { Project } from '../workspace/project';
import { Acceptance } from './acceptance';
import { pacedFile } from './datasetFile';
import { EXIT, type ExitCode } from './exit';
import { CHECK_FORMATS, reporterFor } from './formats';
import type { Reporter } from './formats/reporter';
import { Skipped } from './skipped';
import { openProject, reportDamage } from './surroundings';
import type { Terminal } from './terminal';
import { Totals } from './totals';
import { oneOf, pathsOr, readArguments, UsageError, wholeNumber } from './usage';

const OPTIONS = {
  format: { type: 'string' },
  config: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  'prune-baseline': { type: 'boolean' },
  'max-warnings': { type: 'string' },
} as const;

/** `dataset-hygiene check`. */
export async function checkCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const format = oneOf('--format', values.format, CHECK_FORMATS);
  const tolerated = wholeNumber('--max-warnings', values['max-warnings']) ?? 0;
  const { 'write-baseline': write, 'prune-baseline': prune } = values;
  if (write && prune) throw new UsageError('--write-baseline and --prune-baseline exclude each other.');
  const baseline = values.baseline === undefined ? undefined : resolve(values.baseline);
  if (baseline !== undefined && !write && !existsSync(baseline)) {
    throw new UsageError(`There is no baseline ${values.baseline}.`);
  }
  const project = openProject(values.config, baseline === undefined ? {} : { baseline });
  const targets = collect(pathsOr(positionals, ['.']), project);
  reportDamage(targets, project, terminal);
  if (terminal.failed) return EXIT.failure;
  const acceptance = write || prune ? new Acceptance(write ? 'write' : 'prune', project) : undefined;
  const run = new CheckRun(project, reporterFor(format, terminal), terminal, acceptance);
  await run.checkAll(targets);
  if (format !== 'json') for (const line of run.skipped.lines()) terminal.note(line);
  if (acceptance) saveBaselines(acceptance, terminal);
  return run.totals.fails(tolerated) ? EXIT.findings : EXIT.clean;
}

/** After an incomplete check nobody knows what still occurs: the baselines stay as they are. */
function saveBaselines(acceptance: Acceptance, terminal: Terminal): void {
  if (terminal.failed) {
    terminal.note('Not everything could be read: the baseline is left as it is.');
    return;
  }
  try {
    for (const line of acceptance.save()) terminal.note(line);
  } catch (error) {
    terminal.fail(`The baseline cannot be written: ${describeError(error)}.`);
  }
}

class CheckRun {
  readonly totals = new Totals();
  readonly skipped = new Skipped();

  constructor(
    private readonly project: Project,
    private readonly reporter: Reporter,
    private readonly terminal: Terminal,
    private readonly acceptance: Acceptance | undefined,
  ) {}

  async checkAll(targets: readonly Target[]): Promise<void> {
    const { progress, out } = this.terminal;
    progress.expect(targets.reduce((sum, target) => sum + (target.kind === 'file' ? target.bytes : 0), 0));
    for (const target of targets) {
      if (target.kind === 'failed') this.fail(target.shown, target.reason);
      else if (target.kind === 'skipped') this.skip(target.shown, target.reason);
      else {
        progress.startFile(target.shown, target.bytes);
        await this.check(target);
      }
      await out.drained();
    }
    this.reporter.end(this.totals);
  }

  private async check({ path, shown, bytes: size, named }: Target & { kind: 'file' }): Promise<void> {
    const { totals, reporter, acceptance } = this;
    let reported = 0;
    let accepted = 0;
    const report = (finding: Finding) => {
      if (acceptance?.accepts(path, finding)) {
        accepted++;
        return;
      }
      reported++;
      totals.findings[finding.severity]++;
      reporter.finding(shown, finding);
    };
    try {
      acceptance?.startFile(path);
      const { facts, records, unreadable, suppressed, leftAlone } = await checkDataset(
        pacedFile(path, size, this.project, this.terminal),
        this.inputsFor(path),
        report,
        {
          named,
          keys: reporter.wantsKeys || acceptance !== undefined,
          onRecord: ({ byteOffset, bytes }) => this.terminal.progress.at(byteOffset + bytes.length),
        },
      );
      if (leftAlone) {
        this.skip(shown, `no text to check (${facts.shape.title})`);
        return;
      }
      totals.files++;
      totals.records += records;
      totals.suppressed += suppressed + accepted;
      const { format, shape } = facts;
      reporter.checked({
        file: shown,
        records,
        unreadable,
        findings: reported,
        suppressed: suppressed + accepted,
        format: format.kind,
        shape: shape.id,
      });
    } catch (error) {
      this.fail(shown, describeError(error));
    } finally {
      if (reported > 0) totals.filesWithFindings++;
    }
  }

  private inputsFor(path: string): FileInputs {
    const inputs = this.project.inputsFor(path);
    if (!this.acceptance) return inputs;
    // The findings that are accepted must come up to be counted.
    const { baseline: _, ...others } = inputs;
    return others;
  }

  private skip(file: string, reason: string): void {
    this.skipped.add(reason);
    this.reporter.notChecked(file, reason);
  }

  private fail(file: string, reason: string): void {
    this.totals.failures++;
    this.reporter.notChecked(file, reason);
    this.terminal.fail(`${file}: cannot be checked: ${reason}`);
  }
}
