import { faultRule } from './fault';

export const recordTooLarge = faultRule({
  id: 'record-too-large',
  title: 'Record is too large to be checked',
  severity: 'warning',
  what: 'A record over 16 MiB. It is not read; the records around it are.',
  why: 'A record of that size is usually a missing line end, and nothing in it has been checked.',
  fix: 'None: split the record, or repair the line ends.',
  falsePositives: 'Whole books with long metadata may be larger.',
  examples: {
    file: 'data.jsonl',
    invalid: '',
    valid: '{"text": "Short.", "source": "notes", "license": "CC0-1.0", "digital_source_type": "digitalCreation"}\n',
  },
  references: [],
});
