import { inspectHead, recordsOf } from '../../server/src/engine/check';
import type { FileContext } from '../../server/src/engine/context';
import { withColumns } from '../../server/src/engine/facts';
import { Utf8Stream } from '../../server/src/engine/records/encoding';
import type { DatasetRecord } from '../../server/src/engine/records/record';
import type { Subject } from '../../server/src/engine/rules/rule';
import { subjectOf } from '../../server/src/engine/subject';
import { dataFile } from '../../server/src/workspace/dataFile';
import { Project } from '../../server/src/workspace/project';

/** Encodings a dataset may be written in. */
export const ENCODINGS = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Stands in a text for a byte, or a code unit, that is not valid in the encoding of its file. */
export const INVALID = '\ue000';

/** Text as the bytes of a file; {@link INVALID} becomes what is not valid. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8' || encoding === 'utf-8 with mark') {
    const bytes = Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
    // U+E000 takes three bytes: EE 80 80. One that never occurs in UTF-8 takes their place.
    return Buffer.from(bytes.toString('latin1').replaceAll('\xee\x80\x80', '\xff'), 'latin1');
  }
  // A surrogate on its own.
  const bytes = Buffer.from(`\ufeff${text}`.replaceAll(INVALID, '\ud800'), 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** A dataset on disk as a check sees it now. */
export interface OnDisk {
  context: FileContext;
  records: DatasetRecord[];
  subjects: Subject[];
  /** Its bytes as UTF-8, in which records know their places. */
  utf8: Buffer;
}

export async function readDataset(path: string, name: string): Promise<OnDisk> {
  const inputs = new Project({ baseline: false }).inputsFor(path);
  const file = dataFile(path, name);
  const facts = withColumns(await inspectHead(file), inputs.columnMappings);
  const context: FileContext = { file: name, facts, inputs, declared: true };
  const records: DatasetRecord[] = [];
  for await (const record of recordsOf(file, facts)) if (!record.stray) records.push(record);
  const stream = new Utf8Stream({
    ...facts.encoding,
    bom: facts.encoding.encoding === 'utf-8' ? 0 : facts.encoding.bom,
  });
  const pieces: Uint8Array[] = [];
  for await (const chunk of file.bytes()) pieces.push(Uint8Array.from(stream.push(chunk)));
  const utf8 = Buffer.concat([...pieces, stream.end()]);
  return { context, records, subjects: records.map((record) => subjectOf(record, context)), utf8 };
}

/** The bytes between the records of a dataset, joined. */
export function between({ records, utf8 }: OnDisk): string[] {
  const gaps: string[] = [];
  let at = 0;
  for (const { byteOffset, bytes } of records) {
    gaps.push(utf8.toString('latin1', at, byteOffset));
    at = byteOffset + bytes.length;
  }
  return [...gaps, utf8.toString('latin1', at)];
}
