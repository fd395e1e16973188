import { recordHash } from '../records/hash';
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
  what: 'Rows of `<file>.provenance.jsonl` whose record hash matches no record at that row: the dataset changed after the sidecar was written.',
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
    let used = 0;
    return {
      add: ({ record }) => {
        // A row that asserts nothing is in its place all the same.
        if (sidecar?.find(record.row, () => recordHash(record))) used++;
      },
      finish: () =>
        sidecar && used < sidecar.size ? [{ data: { file: sidecar.file, entries: sidecar.size, used } }] : [],
    };
  },
  message: ({ file, entries, used }) =>
    `${entries - used} of ${entries} rows of ${file} belong to no record here and were not applied: the data changed after they were written.`,
});
