import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { FileInputs } from '../../server/src/engine/context';
import { type Description, textAfter } from '../../server/src/engine/provenance/describe/description';
import { DOCUMENT_KINDS, type DocumentWord } from '../../server/src/engine/provenance/describe/documents';
import { type DatasetSummary, Summariser } from '../../server/src/engine/provenance/describe/summary';
import { subjectOf } from '../../server/src/engine/subject';
import { openDataset } from './datasets';

/** A record of JSON Lines with this provenance. */
export const stating = (provenance: Record<string, unknown>, text = 'A river runs past the mill.'): string =>
  `${JSON.stringify({ text, provenance })}\n`;

/** A record that says nothing of itself. */
export const SILENT = `${JSON.stringify({ text: 'A river runs past the mill.' })}\n`;

/** A machine's record, and a person's. */
export const MACHINE = { digital_source_type: 'trainedAlgorithmicMedia', generator: 'org/model@v1' };
export const HUMAN = { digital_source_type: 'digitalCreation' };

/** The summary of files in memory. */
export function summaryOf(files: Record<string, string>, inputs: Partial<FileInputs> = {}): DatasetSummary {
  const summariser = new Summariser();
  for (const [path, content] of Object.entries(files)) {
    const { context, records } = openDataset(path, content, inputs);
    const of = summariser.file(context);
    for (const record of records) {
      if (record.root) of.add(subjectOf(record, context));
      else of.unreadable();
    }
    summariser.add({
      path,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
      format: context.facts.format,
      ...(context.facts.format.kind === 'unsupported' && { unread: 'it is not read' }),
      facts: of.facts,
      columns: of.provenanceColumns,
      texts: of.textColumns,
    });
  }
  return summariser.summary();
}

export interface Described extends Description {
  after: string;
}

/** Describes a dataset, and checks that describing it again changes nothing. */
export function describeAs(kind: DocumentWord, before: string, summary: DatasetSummary): Described {
  const description = DOCUMENT_KINDS[kind].describe(before, summary);
  const after = textAfter(description);
  const again = DOCUMENT_KINDS[kind].describe(after, summary);
  assert.equal(textAfter(again), after, 'a second run changes something');
  return { ...description, after };
}

/** What is left of the text after edits when all that they added is taken out again. */
export function withoutAdditions({ before, edits }: Description): string {
  const sorted = [...edits].sort((a, b) => b.end - a.end || b.start - a.start);
  return sorted.reduce(
    (text, { start, end }) => text.slice(0, start) + before.slice(start, end) + text.slice(end),
    before,
  );
}
