import type { FileFacts } from '../engine/facts';
import { pointTo } from '../engine/records/pointer';
import type { DatasetRecord } from '../engine/records/record';
import { textsOf } from '../engine/texts';
import { UsageError } from './usage';

/** Texts of a record: those of its shape, or the one field that was asked for. */
export function recordTexts({ root }: DatasetRecord, facts: FileFacts, field: string | undefined): string[] {
  if (!root) return [];
  if (field === undefined) return textsOf(root, facts.shape.text).map(({ text }) => text);
  const value = pointTo(root, field);
  return value?.type === 'string' ? [value.text] : [];
}

/** The option that names a field. */
export function fieldOption(value: string | undefined): string | undefined {
  if (value !== undefined && value !== '' && !value.startsWith('/')) {
    throw new UsageError(`--field takes a JSON pointer such as /text; "${value}" is none.`);
  }
  return value;
}
