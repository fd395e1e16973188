import { fileRule } from './rule';

export const unsupportedFormat = fileRule<string>({
  id: 'unsupported-format',
  title: 'Format cannot be checked',
  severity: 'warning',
  what: 'A file in a format that is not read: compressed, Parquet, Arrow and other binary files.',
  why: 'A file that was not read must not pass for a clean one.',
  fix: 'None: check the file it was made from, or leave it out with `exclude`.',
  falsePositives: 'A file that is no dataset: leave it out with `exclude`.',
  examples: { file: 'data.parquet', invalid: 'PAR1', valid: '' },
  references: [],
  pass: ({ facts: { format } }) => ({
    add: () => {},
    finish: () => (format.kind === 'unsupported' ? [{ data: format.what }] : []),
  }),
  message: (what) => `${what[0]!.toUpperCase()}${what.slice(1)} is not read: nothing in this file was checked.`,
});
