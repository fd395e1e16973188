import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeError } from '../workspace/describeError';
import type { Project } from '../workspace/project';
import { pacedFile } from './datasetFile';
import { EXIT, type ExitCode } from './exit';
import { type Inspection, inspectFile } from './inspection';
import { printable, printableJson } from './printable';
import { openProject, reportDamage } from './surroundings';
import type { Terminal } from './terminal';
import { oneOf, pathsOr, readArguments, UsageError } from './usage';

const OPTIONS = { format: { type: 'string' }, config: { type: 'string' } } as const;

/** `dataset-hygiene inspect`. */
export async function inspectCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals.length === 0) throw new UsageError('inspect needs a file.');
  const project = openProject(values.config, { baseline: false });
  for (const given of pathsOr(positionals, [])) {
    try {
      const result = await inspect(given, project, terminal);
      if (!result) continue;
      if (format === 'json') terminal.out.line(printableJson({ file: given, ...result }));
      else terminal.out.write(describe(given, result));
    } catch (error) {
      terminal.fail(`${given}: cannot be read: ${describeError(error)}`);
    }
    await terminal.out.drained();
  }
  return EXIT.clean;
}

async function inspect(given: string, project: Project, terminal: Terminal): Promise<Inspection | undefined> {
  const path = resolve(given);
  const stats = statSync(path);
  if (!stats.isFile()) {
    terminal.fail(`${given}: cannot be read: it is ${stats.isDirectory() ? 'a folder' : 'no file'}`);
    return undefined;
  }
  reportDamage([{ kind: 'file', shown: given, path, bytes: stats.size, named: true }], project, terminal);
  terminal.progress.expect(stats.size);
  terminal.progress.startFile(given, stats.size);
  return inspectFile(path, pacedFile(path, stats.size, project, terminal), project);
}

function describe(file: string, result: Inspection): string {
  const { dialect, shape, declared, selected } = result;
  const unreadable = result.unreadable > 0 ? ` (and ${result.unreadable} that cannot be read)` : '';
  const rows: [string, string][] = [
    ['format', result.format + (result.wrapper ? `, ${result.wrapper}` : '')],
    ['encoding', `${result.encoding}${result.bom ? ' with byte order mark' : ''}`],
    ...(dialect ? ([['dialect', sayDialect(dialect)]] satisfies [string, string][]) : []),
    ['records', `${result.records}${unreadable}`],
    ['shape', `${shape.id}: ${shape.title} (${shape.role})`],
    ['evidence', shape.evidence],
    ['text', result.text.join(', ') || 'none'],
    ...listed(
      'provenance',
      result.provenance.map(
        ({ path, field, records }) => `${path} → ${field} (${records === 1 ? '1 record' : `${records} records`})`,
      ),
    ),
    ['placement', sayPlacement(result)],
    ...listed('declared', declared),
    ['checked', selected.checked ? `yes: ${selected.why}` : `only when named: ${selected.why}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${printable(file)}\n${rows.map(([name, text]) => `  ${name.padEnd(width)}  ${printable(text)}\n`).join('')}`;
}

/** One row an item, the name on the first one only. */
function listed(name: string, items: readonly string[]): [string, string][] {
  if (items.length === 0) return [[name, 'none']];
  return items.map((item, index) => [index === 0 ? name : '', item]);
}

function sayPlacement({ placement, format }: Inspection): string {
  if (placement === 'none') return 'beside the file: the records have no room';
  return format === 'csv' ? 'columns that the table has; beside the file where it lacks one' : placement;
}

function sayDialect({ delimiter, header }: NonNullable<Inspection['dialect']>): string {
  const columns = header ? `header ${header.map((name) => JSON.stringify(name)).join(', ')}` : 'no header';
  return `delimiter ${JSON.stringify(delimiter)}, ${columns}`;
}
