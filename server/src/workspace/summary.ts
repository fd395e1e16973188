import { createHash, type Hash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { type DatasetFile, inspectHead, recordsOf } from '../engine/check';
import type { FileFacts } from '../engine/facts';
import { type DatasetSummary, Summariser } from '../engine/provenance/describe/summary';
import type { DatasetRecord } from '../engine/records/record';
import { subjectOf } from '../engine/subject';
import type { Target } from './collect';
import type { Project } from './project';

/** A file that is a part of the dataset. */
type File = Target & { kind: 'file' };

export interface SummaryOptions {
  /** The bytes of a file. */
  open: (file: File) => DatasetFile;
  /** Called before each file. */
  onFile?: (file: File) => void;
  /** Called for each record. */
  onRecord?: (record: DatasetRecord) => void;
  /** Called for a file that is no dataset, with the reason. */
  onLeftOut?: (file: File, reason: string) => void;
}

/**
 * Reads all dataset files of a folder once and gathers what their records say. Memory is that of one record, and of the
 * distinct values that are kept.
 *
 * @param folder absolute path; files are named from there
 * @throws Error when a file cannot be read: a description of a part would pass for one of the whole
 */
export async function summarise(
  folder: string,
  files: readonly File[],
  project: Project,
  options: SummaryOptions,
): Promise<DatasetSummary> {
  const summariser = new Summariser();
  for (const file of files) {
    options.onFile?.(file);
    await addFile(file, relative(folder, file.path).split(sep).join('/'), summariser, project, options);
  }
  return summariser.summary();
}

async function addFile(
  file: File,
  path: string,
  summariser: Summariser,
  project: Project,
  { open, onRecord, onLeftOut }: SummaryOptions,
): Promise<void> {
  const opened = open(file);
  const facts = await inspectHead(opened);
  const why = unreadFormat(facts);
  if (why === undefined && facts.shape.role !== 'dataset') {
    // A document about the data is none of it.
    if (facts.shape.role !== 'metadata') onLeftOut?.(file, `no text to describe (${facts.shape.title})`);
    return;
  }
  const context = { facts, inputs: project.inputsFor(file.path) };
  const of = summariser.file(context);
  const hash = createHash('sha256');
  const { hashed, size } = hashing(opened, hash);
  for await (const record of recordsOf(hashed, facts)) {
    if (record.root) of.add(subjectOf(record, context));
    else if (!record.stray) of.unreadable();
    onRecord?.(record);
  }
  // Columns of a table without a header have no names to be found by.
  const named = facts.format.kind !== 'csv' || facts.dialect?.header;
  summariser.add({
    path,
    bytes: size(),
    sha256: hash.digest('hex'),
    format: facts.format,
    ...(why !== undefined && { unread: why }),
    facts: of.facts,
    columns: named ? of.provenanceColumns : [],
    texts: named ? of.textColumns : [],
  });
}

/** Why no record of a file can be read. */
function unreadFormat({ format }: FileFacts): string | undefined {
  if (format.kind === 'unsupported') return `${format.what} is not read`;
  return format.kind === 'pointer' ? `it is a pointer of ${format.to} in the place of the data` : undefined;
}

/** A file whose bytes are hashed and counted as they are read. */
function hashing(file: DatasetFile, hash: Hash): { hashed: DatasetFile; size: () => number } {
  let size = 0;
  const hashed = {
    name: file.name,
    async *bytes() {
      for await (const chunk of file.bytes()) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
  };
  return { hashed, size: () => size };
}
