import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIGURATION_FILE } from '../engine/configuration';
import { parseJson } from '../engine/records/jsonParser';
import { defaultLimits } from '../engine/records/limits';
import { advance } from '../engine/records/position';
import { baselinePath } from '../workspace/baselineFile';
import type { Target } from '../workspace/collect';
import { shippedJudge } from '../workspace/detector';
import { foldersUp } from '../workspace/folders';
import { Project, type ProjectOptions } from '../workspace/project';
import { readText } from '../workspace/readText';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** The project as the command line names it: a file named there must exist. */
export function openProject(configuration: string | undefined, options: ProjectOptions = {}): Project {
  if (configuration !== undefined && readText(resolve(configuration)) === undefined) {
    throw new UsageError(`The configuration ${configuration} cannot be read.`);
  }
  return new Project({
    judge: shippedJudge,
    ...options,
    ...(configuration !== undefined && { configuration: resolve(configuration) }),
  });
}

/** The baseline that holds for a file. */
export function baselineOf(path: string, project: Project): string {
  return project.options.baseline || baselinePath(project.rootOf(path));
}

/**
 * Reports every configuration and baseline of the files that cannot be followed. Nothing is done under one of those: a
 * check would say too little or too much, and a fix would reach files that were to be left alone.
 */
export function reportDamage(targets: readonly Target[], project: Project, terminal: Terminal): void {
  const seen = new Set<string>();
  const once = (path: string) => !seen.has(path) && seen.add(path);
  for (const { path, kind } of targets) {
    if (kind !== 'file' || !once(dirname(path))) continue;
    const unread = project.options.configuration ? undefined : unreadConfiguration(path, project);
    if (unread && once(unread)) terminal.fail(`${fromHere(unread)}:1:1 The configuration cannot be read.`);
    const loaded = project.configurationFor(path);
    if (loaded && once(loaded.path)) {
      for (const { position, message } of loaded.problems) {
        terminal.fail(`${fromHere(loaded.path)}:${position.line + 1}:${position.column + 1} ${message}`);
      }
    }
    const baseline = baselineOf(path, project);
    if (project.options.baseline !== false && once(baseline)) reportBaseline(baseline, path, project, terminal);
  }
}

/** A configuration that is there, nearer than the one that is followed: it can only be one that cannot be read. */
function unreadConfiguration(path: string, project: Project): string | undefined {
  const nearest = foldersUp(dirname(path))
    .map((folder) => join(folder, CONFIGURATION_FILE))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  return nearest === project.configurationFor(path)?.path ? undefined : nearest;
}

function reportBaseline(baseline: string, path: string, project: Project, terminal: Terminal): void {
  try {
    const read = project.baselineFor(path);
    if (!read && existsSync(baseline)) terminal.fail(`${fromHere(baseline)}:1:1 The baseline cannot be read.`);
  } catch (error) {
    const text = readText(baseline) ?? '';
    const [fault] = parseJson(text, defaultLimits.depth).faults;
    const { line, column } = advance({ line: 0, column: 0 }, text, fault?.start ?? 0);
    const what = fault?.what ?? (error as Error).message;
    terminal.fail(`${fromHere(baseline)}:${line + 1}:${column + 1} The baseline is damaged: ${what}.`);
  }
}

/** A path as it is short to show. */
export function fromHere(path: string): string {
  const local = relative(process.cwd(), path);
  return (local.startsWith('..') ? path : local).split(sep).join('/');
}
