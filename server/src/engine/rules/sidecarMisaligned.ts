import type { KeyedRow } from '../provenance/declarations/sidecarRows';
import { fileRule } from './rule';

interface Data {
  file: string;
  entries: number;
  used: number;
}

export const sidecarMisaligned = fileRule<Data>({
  id: 'sidecar-misaligned',
  title: 'Sidecar rows do not belong to these records',
  severity: 'error',
  what: 'Rows of `<file>.provenance.jsonl`, or of Dolma attributes, that belong to no record: none has their `source` and `id`, or the record at their row is not the one whose hash they have. The dataset changed after they were written.',
  why: 'Provenance that slips to another record is worse than none, so such rows are not applied.',
  fix: 'None: write the sidecar rows again.',
  falsePositives: 'None known.',
  examples: {
    file: 'data.jsonl',
    invalid: '',
    valid: '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['Dolma data format: attributes keep row count and order'],
  pass: ({ inputs }) => {
    const { sidecar } = inputs;
    const used = new Set<KeyedRow>();
    return {
      add: ({ record }) => {
        // A row that asserts nothing is in its place all the same.
        for (const row of sidecar?.find(record) ?? []) used.add(row);
      },
      finish: () =>
        sidecar && used.size < sidecar.size
          ? [{ data: { file: sidecar.file, entries: sidecar.size, used: used.size } }]
          : [],
    };
  },
  message: ({ file, entries, used }) =>
    `${entries - used} of ${entries} rows of ${file} belong to no record here and were not applied: the data changed after they were written.`,
});
