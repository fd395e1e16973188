import { fileRule } from './rule';

export const pointerFile = fileRule<'Git LFS' | 'DVC'>({
  id: 'pointer-file',
  title: 'Data is not here, only a pointer to it',
  severity: 'error',
  what: 'A Git LFS or DVC pointer in the place of the data.',
  why: 'A pointer has no records, so a check of it would pass without having looked at anything.',
  fix: 'None: fetch the data (`git lfs pull`, `dvc pull`) and check again.',
  falsePositives: 'A pointer kept on purpose: leave it out with `exclude`.',
  examples: {
    file: 'data.jsonl',
    invalid: `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`,
    valid:
      '{"text": "Here it is.", "source": "notes", "license": "CC0-1.0", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['Git LFS specification', 'DVC file format'],
  pass: ({ facts: { format } }) => ({
    add: () => {},
    finish: () => (format.kind === 'pointer' ? [{ data: format.to }] : []),
  }),
  message: (to) =>
    `This is a ${to} pointer, not the data: nothing was checked. Fetch it with ${to === 'DVC' ? '"dvc pull"' : '"git lfs pull"'}.`,
});
