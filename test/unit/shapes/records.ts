import type { FileFacts } from '../../../server/src/engine/facts';
import type { Format } from '../../../server/src/engine/records/format';
import { readRecord, splitterFor } from '../../../server/src/engine/records/reader';
import type { DatasetRecord } from '../../../server/src/engine/records/record';

export const JSONL: Format = { kind: 'jsonl' };

/** JSON values as the records of a JSON Lines file. */
export function records(...values: unknown[]): DatasetRecord[] {
  return lines(values.map((value) => JSON.stringify(value)).join('\n'));
}

/** The records of a JSON Lines file with this text. */
export function lines(text: string): DatasetRecord[] {
  const splitter = splitterFor({ format: JSONL });
  const raw = [...splitter.push(Buffer.from(text)), ...splitter.end()];
  return raw.map((record) => readRecord(record, { format: JSONL }));
}

/** The records of a whole file, read as its facts say. */
export function readAll(facts: FileFacts, bytes: Uint8Array): DatasetRecord[] {
  const splitter = splitterFor(facts);
  return [...splitter.push(bytes), ...splitter.end()].map((record) => readRecord(record, facts));
}
