import { createHash, hash } from 'node:crypto';
import type { Path } from './path';
import { isFilled, select } from './path';
import type { DatasetRecord, RawRecord } from './record';
import type { ObjectValue, Value } from './value';

/**
 * SHA-256 of a record's bytes as they stand, without terminator and byte order mark; of a UTF-16 file, of its UTF-8
 * form, so that editor and command line agree. Version 1.
 */
export function recordHash(record: RawRecord): string {
  return `sha256:${hash('sha256', record.bytes as unknown as string, 'hex')}`;
}

/**
 * SHA-256 over the decoded texts of a record's text fields, in order, each with its length before it. Writing
 * provenance, reordering keys or reformatting leaves it as it is; a changed text does not. Version 1.
 */
export function textHash(texts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const text of texts) digest.update(`${text.length}:`).update(text);
  return `text1:${digest.digest('hex')}`;
}

/**
 * What the baseline knows a finding by: the rule and the record without its provenance fields, so that neither moving
 * a record nor fixing its provenance shakes off what was accepted. Version 1.
 */
export function baselineKey(rule: string, record: DatasetRecord, provenancePaths: readonly Path[]): string {
  const digest = createHash('sha256').update(`${rule}\0`);
  if (record.root) contentOf(record.root, record.source, provenancePaths, digest);
  else digest.update(record.bytes);
  return digest.digest('hex').slice(0, 32);
}

/** Key of a finding about a whole file, by its path from the state folder's parent. */
export function fileBaselineKey(rule: string, file: string): string {
  return createHash('sha256').update(`${rule}\0file\0${file}`).digest('hex').slice(0, 32);
}

/** Feeds every member that is not provenance, by path and source text; a bag left empty counts as absent. */
function contentOf(
  root: Value,
  source: string,
  provenancePaths: readonly Path[],
  digest: { update(text: string): unknown },
) {
  if (root.type !== 'object') return void digest.update(source.slice(root.start, root.end));
  const skip = new Set<Value>();
  for (const path of provenancePaths) for (const { value } of select(root, path)) skip.add(value);
  const bags: { value: ObjectValue; prefix: string }[] = [{ value: root, prefix: '' }];
  for (let bag = bags.pop(); bag; bag = bags.pop()) {
    for (const { key, value } of bag.value.members) {
      if (skip.has(value)) continue;
      const path = `${bag.prefix}${key}`;
      if (value.type === 'object' && provenancePaths.some((other) => other.startsWith(`${path}.`))) {
        bags.push({ value, prefix: `${path}.` });
      } else if (isFilled(value)) digest.update(`${path}\0${source.slice(value.start, value.end)}\0`);
    }
  }
}
