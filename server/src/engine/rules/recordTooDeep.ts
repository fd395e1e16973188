import { faultRule } from './fault';

const depth = 300;

export const recordTooDeep = faultRule({
  id: 'record-too-deep',
  title: 'Record nests too deep to be checked',
  severity: 'error',
  what: 'A record with more than 256 objects or arrays inside one another.',
  why: 'Many readers overflow their stack on such a record; nothing in it has been checked.',
  fix: 'None.',
  falsePositives: 'None known in datasets.',
  examples: {
    file: 'data.jsonl',
    invalid: `{"text": ${'['.repeat(depth)}${']'.repeat(depth)}}\n`,
    valid: '{"text": "Flat.", "source": "notes", "license": "CC0-1.0", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['RFC 8259, section 9'],
});
