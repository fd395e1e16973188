import type { DocumentSelector } from 'vscode-languageclient/node';

/** Extensions of files that can be datasets; languages of CSV and TSV belong to other extensions, so patterns select. */
const EXTENSIONS = ['jsonl', 'ndjson', 'csv', 'tsv', 'tab', 'json', 'md', 'markdown', 'txt'];

/** Files that the editor does not hand over, or not as text. */
const UNREADABLE = ['parquet', 'pq', 'arrow', 'feather', 'gz', 'zst'];

/** Documents that go to the server, which decides whether they are datasets. Never `git:` or other copies. */
export const documentSelector: DocumentSelector = [
  { scheme: 'file', language: 'jsonl' },
  { scheme: 'untitled', language: 'jsonl' },
  ...EXTENSIONS.map((extension) => ({ scheme: 'file', pattern: `**/*.${extension}` })),
];

const DATA_FILE = new RegExp(
  `\\.(?:${[...EXTENSIONS.filter((name) => name !== 'md' && name !== 'txt'), ...UNREADABLE].join('|')})$`,
  'i',
);

/** Whether a path is that of a file with records in it, by its name. */
export function isDataFile(path: string): boolean {
  return DATA_FILE.test(path);
}
