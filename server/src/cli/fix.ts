import { rules } from '../engine/rules';
import { collect, type Target } from '../workspace/collect';
import { describeError } from '../workspace/describeError';
import { type FixOptions, fixFile } from '../workspace/fixFile';
import type { Project } from '../workspace/project';
import { EXIT, type ExitCode } from './exit';
import { printable } from './printable';
import { Skipped } from './skipped';
import { openProject, reportDamage } from './surroundings';
import type { Terminal } from './terminal';
import { pathsOr, readArguments, UsageError } from './usage';

const OPTIONS = {
  rule: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  config: { type: 'string' },
} as const;

/** `dataset-hygiene fix`. */
export async function fixCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const unknown = values.rule?.find((name) => !rules.some(({ id }) => id === name));
  if (unknown !== undefined) throw new UsageError(`There is no rule "${unknown}".`);
  const dryRun = values['dry-run'] ?? false;
  // The baseline is no input here: accepted findings are fixed too.
  const project = openProject(values.config, { baseline: false });
  const targets = collect(pathsOr(positionals, ['.']), project);
  reportDamage(targets, project, terminal);
  if (terminal.failed) return EXIT.failure;
  const run = new FixRun(project, terminal, { dryRun, ...(values.rule && { rules: new Set(values.rule) }) });
  await run.fixAll(targets);
  return run.refused > 0 ? EXIT.findings : EXIT.clean;
}

class FixRun {
  refused = 0;
  private records = 0;
  private files = 0;
  private readonly skipped = new Skipped();

  constructor(
    private readonly project: Project,
    private readonly terminal: Terminal,
    private readonly options: FixOptions,
  ) {}

  async fixAll(targets: readonly Target[]): Promise<void> {
    const { terminal } = this;
    terminal.progress.expect(targets.reduce((sum, target) => sum + (target.kind === 'file' ? target.bytes : 0), 0));
    for (const target of targets) {
      if (target.kind === 'failed') terminal.fail(`${target.shown}: cannot be fixed: ${target.reason}`);
      else if (target.kind === 'skipped') this.skipped.add(target.reason);
      else {
        terminal.progress.startFile(target.shown, target.bytes);
        await this.fix(target);
      }
    }
    const what = `${count(this.records, 'record')} in ${count(this.files, 'file')}`;
    terminal.out.line(this.options.dryRun ? `Would change ${what}.` : `Changed ${what}.`);
    for (const line of this.skipped.lines()) terminal.note(line);
  }

  private async fix({ path, shown, named }: Target & { kind: 'file' }): Promise<void> {
    const { terminal } = this;
    try {
      const { progress } = terminal;
      const { changed, edits, refused } = await fixFile(path, this.project, {
        ...this.options,
        named,
        onRecord: ({ byteOffset, bytes }) => {
          progress.at(byteOffset + bytes.length);
          progress.show();
        },
      });
      const name = printable(shown);
      if (this.options.dryRun) {
        for (const { line, before, after } of edits) {
          terminal.out.line(`${name}:${line + 1}  ${printable(before)} → ${printable(after)}`);
          await terminal.out.drained();
        }
      } else if (changed > 0) terminal.out.line(`${name}: ${count(changed, 'record')} changed`);
      for (const { line, why } of refused) terminal.note(`${shown}:${line + 1}: left as it is: ${why}`);
      this.records += changed;
      this.files += changed > 0 ? 1 : 0;
      this.refused += refused.length;
    } catch (error) {
      terminal.fail(`${shown}: cannot be fixed: ${describeError(error)}`);
    }
  }
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
