import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeVisible } from '../engine/hiddenCharacters';
import { type Description, textAfter } from '../engine/provenance/describe/description';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentWord } from '../engine/provenance/describe/documents';
import { plural } from '../engine/provenance/describe/figures';
import { UnreadableDocument } from '../engine/provenance/describe/jsonEdits';
import type { DatasetSummary } from '../engine/provenance/describe/summary';
import { unifiedDiff } from '../engine/provenance/describe/unifiedDiff';
import { collect, type Target } from '../workspace/collect';
import { describeError } from '../workspace/describeError';
import type { Project } from '../workspace/project';
import { summarise } from '../workspace/summary';
import { writeAtomic } from '../workspace/writeAtomic';
import { pacedFile } from './datasetFile';
import { EXIT, type ExitCode } from './exit';
import { printable } from './printable';
import { Skipped } from './skipped';
import { fromHere, openProject, reportDamage } from './surroundings';
import type { Terminal } from './terminal';
import { oneOf, readArguments, UsageError } from './usage';

const OPTIONS = { as: { type: 'string' }, write: { type: 'boolean' }, config: { type: 'string' } } as const;
const WORDS = Object.keys(DOCUMENT_KINDS) as [DocumentWord, ...DocumentWord[]];

/** `dataset-hygiene describe`: what the records say, as a declaration for the whole dataset. */
export async function describeCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UsageError('describe needs one folder.');
  if (values.as === undefined) throw new UsageError(`describe needs --as, which is one of ${WORDS.join(', ')}.`);
  const kind: DocumentKind = DOCUMENT_KINDS[oneOf('--as', values.as, WORDS)];
  const folder = resolve(given);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${given} is no folder.`);
  // Nothing is judged: what is described is what is stated.
  const project = openProject(values.config, { baseline: false, judge: undefined });
  const document = findDocument(folder, kind);
  const targets = collect([given], project).filter(({ path }) => !isDescription(folder, path));
  reportDamage(targets, project, terminal);
  if (terminal.failed) return EXIT.failure;
  const summary = await readDatasets(folder, targets, project, terminal);
  if (!summary) return EXIT.failure;
  let description: Description;
  try {
    description = kind.describe(document.text, summary);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    terminal.fail(`${fromHere(document.path)}: left as it is: ${error.message}`);
    return EXIT.failure;
  }
  await report(description, document, values.write ?? false, terminal);
  remark(description, document, summary, terminal);
  return description.conflicts.length > 0 ? EXIT.findings : EXIT.clean;
}

/** Whether a file is one of the documents that are written here: it is no part of what it describes. */
const isDescription = (folder: string, path: string) =>
  Object.values(DOCUMENT_KINDS).some(({ names }) => path === join(folder, names[0]));

/** A document in the folder of a dataset. */
interface Document {
  path: string;
  /** Whole text without byte order mark; empty where there is no document. */
  text: string;
  bom: string;
}

/** The document of a kind in a folder: the first there is, or the one to write. */
function findDocument(folder: string, { names, isOne }: DocumentKind): Document {
  for (const name of names) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) continue;
    if (!stats.isFile()) throw new UsageError(`${fromHere(path)} is no file.`);
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text).equals(bytes)) throw new UsageError(`${fromHere(path)} is not UTF-8, and is left as it is.`);
    const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
    const document = { path, text: text.slice(bom.length), bom };
    if (name === names[0] || !isOne || isOne(document.text)) return document;
  }
  return { path: join(folder, names[0]!), text: '', bom: '' };
}

/** All that the records of a folder say; undefined, and said why, where they cannot all be read or there are none. */
async function readDatasets(
  folder: string,
  targets: readonly Target[],
  project: Project,
  terminal: Terminal,
): Promise<DatasetSummary | undefined> {
  const { progress } = terminal;
  const skipped = new Skipped('described');
  for (const target of targets) {
    if (target.kind === 'failed') terminal.fail(`${target.shown}: cannot be described: ${target.reason}`);
    else if (target.kind === 'skipped') skipped.add(target.reason);
  }
  if (terminal.failed) return undefined;
  const files = targets.filter((target) => target.kind === 'file');
  progress.expect(files.reduce((sum, { bytes }) => sum + bytes, 0));
  let current = '';
  try {
    const summary = await summarise(folder, files, project, {
      open: ({ path, bytes }) => pacedFile(path, bytes, project, terminal),
      onFile: ({ shown, bytes }) => {
        current = shown;
        progress.startFile(shown, bytes);
      },
      onRecord: ({ byteOffset, bytes }) => progress.at(byteOffset + bytes.length),
      onLeftOut: (_, reason) => skipped.add(reason),
    });
    for (const line of skipped.lines()) terminal.note(line);
    for (const { path, unread } of summary.files)
      if (unread !== undefined) terminal.note(`${path}: not counted: ${unread}`);
    if (summary.total.records > 0) return summary;
    terminal.fail(`${fromHere(folder) || '.'}: there are no records of a dataset to describe.`);
  } catch (error) {
    terminal.fail(`${current}: cannot be described: ${describeError(error)}`);
  }
  return undefined;
}

async function report(description: Description, document: Document, write: boolean, terminal: Terminal): Promise<void> {
  const { out } = terminal;
  const shown = fromHere(document.path);
  const after = textAfter(description);
  if (after === document.text) {
    terminal.note(`${shown} says all of this already.`);
    return;
  }
  if (write) {
    // A link stays a link: what it leads to is rewritten.
    const isThere = statSync(document.path, { throwIfNoEntry: false }) !== undefined;
    try {
      writeAtomic(isThere ? realpathSync(document.path) : document.path, document.bom + after);
      out.line(`${printable(shown)}: written`);
    } catch (error) {
      terminal.fail(`${shown}: cannot be written: ${describeError(error)}`);
    }
  } else if (document.text === '') out.write(after);
  else for (const line of unifiedDiff(shown, document.text, description.edits)) out.line(makeVisible(line));
  await out.drained();
}

/** What a person has to see to, and what the figures do not rest on. */
function remark(
  { conflicts, missing }: Description,
  document: Document,
  summary: DatasetSummary,
  terminal: Terminal,
): void {
  const shown = fromHere(document.path);
  for (const { line, message } of conflicts) {
    terminal.note(`${shown}${line === undefined ? '' : `:${line + 1}`}: left as it is: ${message}`);
  }
  if (missing.length > 0) terminal.note('Not written, for a person to see to:');
  for (const line of missing) terminal.note(`  ${line}`);
  if (summary.claims.length > 0) terminal.note('Not counted, since no record says it itself:');
  for (const { field, value, place, records } of summary.claims) {
    terminal.note(`  ${field} of ${plural(records, 'record')}: ${place} says ${value}`);
  }
}
