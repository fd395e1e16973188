import { accessSync, closeSync, constants, openSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type DatasetFile, inspectHead } from '../../engine/check';
import type { FileContext, FileInputs } from '../../engine/context';
import { withColumns } from '../../engine/facts';
import { rules } from '../../engine/rules';
import type { Rule } from '../../engine/rules/rule';
import { dataFile } from '../dataFile';
import type { Project } from '../project';
import { fileState } from '../rewrite';

/** A file that is to be changed. */
export interface BulkTarget {
  path: string;
  /** A person named it: it is looked at even if it looks like no dataset. */
  named: boolean;
}

/** How far a bulk change is. Thrown errors end it; nothing is changed then. */
export type Turn = (path: string, bytes: number) => void | Promise<void>;

/** Wraps what a turn threw: it is about the whole change, not about a file. */
export class Interrupted extends Error {
  constructor(override readonly cause: unknown) {
    super('interrupted');
  }
}

/** A file as it is gone through: open, with everything that is known of it. */
export interface OpenFile {
  /** The file itself, no link to it. */
  path: string;
  named: boolean;
  /** Open for reading. */
  descriptor: number;
  /** From {@link fileState}, when it was opened. */
  state: string;
  data: DatasetFile;
  /** A version of it at another path, read under the same name. */
  version(path: string): DatasetFile;
  context: FileContext;
}

/**
 * Opens a file for a change and hands it to `work`; it is closed afterwards.
 *
 * The baseline is no input: findings that it accepts are fixed like others, since accepting says that nobody has to do it
 * by hand. The detector is one only where its verdict is asked for.
 *
 * @throws Error when it cannot be read, or not written where `writable` asks for that, or holds no records that are read
 */
export async function withFile<Result>(
  { path, named }: BulkTarget,
  project: Project,
  { judged, writable, turn }: { judged: boolean; writable: boolean; turn: Turn | undefined },
  work: (file: OpenFile) => Promise<Result>,
): Promise<Result> {
  // A link stays a link: what it leads to is rewritten.
  const real = realpathSync(path);
  if (writable) accessSync(real, constants.W_OK);
  const state = fileState(real);
  const { baseline: _, judge, ...others } = project.inputsFor(path);
  const inputs: FileInputs = { ...others, ...(judged && judge && { judge }) };
  const name = relative(project.rootOf(path), path).split(sep).join('/');
  const version = (at: string) => inTurns(dataFile(at, name), path, turn);
  const data = version(real);
  const facts = withColumns(await inspectHead(data), inputs.columnMappings);
  const { format } = facts;
  if (format.kind === 'unsupported') throw new Error(`unsupported: ${format.what} is not read yet`);
  if (format.kind === 'pointer') throw new Error(`it is a ${format.to} pointer, not the data`);
  const descriptor = openSync(real, 'r');
  try {
    return await work({
      path: real,
      named,
      descriptor,
      state,
      data,
      version,
      context: { file: name, facts, inputs, declared: true },
    });
  } finally {
    closeSync(descriptor);
  }
}

function inTurns(file: DatasetFile, path: string, turn: Turn | undefined): DatasetFile {
  if (!turn) return file;
  return {
    name: file.name,
    async *bytes() {
      let bytes = 0;
      for await (const chunk of file.bytes()) {
        try {
          await turn(path, bytes);
        } catch (error) {
          throw new Interrupted(error);
        }
        yield chunk;
        bytes += chunk.length;
      }
    },
  };
}

/**
 * Inputs under which only some rules run.
 *
 * @param asked rules that a person named: they run whatever the configuration says of them
 */
export function withRules(inputs: FileInputs, wanted: (rule: Rule) => boolean, asked: ReadonlySet<string>): FileInputs {
  const severities = new Map(inputs.severities);
  for (const rule of rules) {
    if (!wanted(rule)) severities.set(rule.id, 'off');
    else if (asked.has(rule.id)) severities.set(rule.id, rule.severity);
  }
  return { ...inputs, severities };
}
