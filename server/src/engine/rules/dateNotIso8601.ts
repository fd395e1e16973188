import { sayValue } from '../provenance/assertion';
import { type DateReading, readDate } from '../provenance/date';
import { replaceValue } from '../provenance/write';
import { type Fix, recordRule } from './rule';

interface Data {
  said: string;
  reading: DateReading;
}

export const dateNotIso8601 = recordRule<Data>({
  id: 'date-not-iso8601',
  title: 'Date is not ISO 8601',
  severity: 'error',
  safeFixes: true,
  what: 'A `created` or `added` that is no ISO 8601 date, in the canonical object or in a date field that the shape of the record defines.',
  why: "03/05/2021 is two different days. What was written before a model was released cannot be that model's; this only holds with dates that can be read.",
  fix: 'Rewrites a date that can mean only one day (safe). An ambiguous one is offered in each reading.',
  falsePositives: 'Columns that merely look like dates are not checked: only fields with a defined meaning are.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "a", "license": "MIT", "created": "5 March 2021"}}\n',
    valid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "a", "license": "MIT", "created": "2021-03-05"}}\n',
  },
  references: ['RFC 3339', 'ISO 8601-1:2019'],
  check: ({ own }, { facts }) =>
    own.flatMap(({ field, value, own: place }) => {
      if ((field !== 'created' && field !== 'added') || place?.value.type !== 'string') return [];
      if (place.by === 'native' && facts.shape.id === 'generic') return [];
      const said = sayValue(value);
      const reading = readDate(said);
      if (reading.kind === 'rfc3339' || reading.kind === 'iso8601') return [];
      return [{ start: place.value.start, end: place.value.end, data: { said, reading } }];
    }),
  message: ({ said, reading }) => {
    const quoted = JSON.stringify(said.slice(0, 60));
    if (reading.kind === 'fixable') return `${quoted} is not ISO 8601; it means ${reading.iso}.`;
    if (reading.kind === 'ambiguous')
      return `${quoted} can mean ${reading.candidates.join(' or ')}: write it in ISO 8601.`;
    return `${quoted} is not an ISO 8601 date.`;
  },
  fixes: ({ data: { reading }, start }, { record, own }, { facts }) => {
    const value = own.find((assertion) => assertion.own?.value.start === start)?.own?.value;
    if (!value) return [];
    const to = (iso: string, safe = false): Fix => ({
      title: `Replace by ${iso}`,
      safety: safe ? 'safe' : 'unsafe',
      ...(safe && { preferred: true }),
      change: { kind: 'edits', edits: [replaceValue(record, value, iso, facts)] },
    });
    if (reading.kind === 'fixable') return [to(reading.iso, true)];
    return reading.kind === 'ambiguous' ? reading.candidates.map((candidate) => to(candidate)) : [];
  },
});
