import { faultRule } from './fault';

export const recordUnparseable = faultRule({
  id: 'record-unparseable',
  title: 'Record cannot be read',
  severity: 'error',
  what: 'A record that is not valid in the format of its file: a truncated line, a trailing comma, an unclosed quote, a row with more or fewer fields than the header.',
  why: 'Loaders stop at such a record, or drop it in silence, and its provenance is lost with it.',
  fix: 'None: what was meant is not to be guessed.',
  falsePositives:
    '`NaN` and `Infinity` are written by Python and read back by it; strict JSON readers reject them. A CSV file without a header, or with a preamble, is read by its first row.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "A river runs past the mill.", "license": "CC0-1.0"\n',
    valid:
      '{"text": "A river runs past the mill.", "license": "CC0-1.0", "source": "mill", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['RFC 8259 (JSON)', 'RFC 4180 (CSV)'],
});
