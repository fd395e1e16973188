import { extensionOf } from '../../records/format';
import type { FileSummary } from './summary';

/** Media types as Croissant files and data packages name them, by extension. */
const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['parquet', 'application/x-parquet'],
  ['pq', 'application/x-parquet'],
  ['arrow', 'application/vnd.apache.arrow.file'],
  ['gz', 'application/gzip'],
  ['zip', 'application/zip'],
  ['zst', 'application/zstd'],
]);

/** Media type of a file: by what it holds, where it was read. */
export function mediaType({ path, format }: FileSummary): string {
  const extension = extensionOf(path);
  if (format.kind === 'jsonl') return 'application/jsonlines';
  if (format.kind === 'json') return 'application/json';
  if (format.kind === 'csv')
    return extension === 'tsv' || extension === 'tab' ? 'text/tab-separated-values' : 'text/csv';
  return BY_EXTENSION.get(extension) ?? (format.kind === 'text' ? 'text/plain' : 'application/octet-stream');
}
