import { type CheckOptions, type CheckSummary, checkDataset, type DatasetFile } from '../../server/src/engine/check';
import { type FileContext, type FileInputs, noInputs } from '../../server/src/engine/context';
import { computeFacts } from '../../server/src/engine/facts';
import type { Finding } from '../../server/src/engine/finding';
import { Utf8Stream } from '../../server/src/engine/records/encoding';
import { readRecord } from '../../server/src/engine/records/reader';
import type { DatasetRecord } from '../../server/src/engine/records/record';
import { splitAll } from './chunks';

/** A day on which the tests take place. */
export const NOW = Date.UTC(2026, 10, 1);

export const inputsOf = (inputs: Partial<FileInputs> = {}): FileInputs => ({ ...noInputs, now: NOW, ...inputs });

export function fileOf(name: string, content: string | Uint8Array): DatasetFile {
  const bytes = Buffer.from(content);
  return { name, bytes: () => [bytes] };
}

/** The context of a file, and its records. */
export function openDataset(
  name: string,
  content: string,
  inputs: Partial<FileInputs> = {},
): { context: FileContext; records: DatasetRecord[] } {
  const bytes = Buffer.from(content);
  const facts = computeFacts(name, bytes, true);
  const context: FileContext = { file: name, facts, inputs: inputsOf(inputs), declared: true };
  const utf8 = new Utf8Stream(facts.encoding).push(bytes);
  return { context, records: splitAll(facts, [utf8]).map((raw) => readRecord(raw, facts)) };
}

export interface Checked {
  findings: Finding[];
  /** Rule of each finding, with the record it is about: `origin-missing@2`, or `@file`. */
  rules: string[];
  summary: CheckSummary;
  records: DatasetRecord[];
}

/** Checks a file in memory. */
export async function check(
  name: string,
  content: string | Uint8Array,
  inputs: Partial<FileInputs> = {},
  options: CheckOptions = {},
): Promise<Checked> {
  const findings: Finding[] = [];
  const records: DatasetRecord[] = [];
  const onRecord = (record: DatasetRecord) => records.push(record);
  const summary = await checkDataset(fileOf(name, content), inputsOf(inputs), (finding) => findings.push(finding), {
    onRecord,
    ...options,
  });
  return { findings, rules: findings.map(({ rule, row }) => `${rule}@${row ?? 'file'}`), summary, records };
}
