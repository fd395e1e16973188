import { faultRule } from './fault';

export const invalidEncoding = faultRule({
  id: 'invalid-encoding',
  title: 'Not valid UTF-8',
  severity: 'error',
  what: 'Bytes that are not UTF-8 in a file that is not marked as UTF-16 by a byte order mark.',
  why: 'Loaders fail, or replace the bytes: the text that is trained on is not the text that was written.',
  fix: 'None: convert the file from the encoding it was written in.',
  falsePositives: 'None: a file in another encoding is always reported, since nothing says which it is.',
  examples: {
    file: 'data.csv',
    invalid: '',
    valid: 'text,source,license,digital_source_type\nCafé,notes,CC0-1.0,digitalCreation\n',
  },
  references: ['RFC 8259, section 8.1', 'The Unicode Standard, section 3.9'],
});
