import { type Assertion, sayValue } from '../provenance/assertion';
import { readDate } from '../provenance/date';
import { type Fix, recordRule } from './rule';

type Data = { kind: 'future'; created: string } | { kind: 'after-added'; created: string; added: string };

/** Clocks and time zones differ by up to a day. */
const DAY_MS = 86_400_000;

export const createdOutOfOrder = recordRule<Data>({
  id: 'created-out-of-order',
  title: 'Created in the future, or after it was added',
  severity: 'warning',
  what: 'A `created` later than today, or later than `added`, by more than a day.',
  why: 'One of the two dates is wrong, and a date is the cheapest proof that a text is older than the model it might come from.',
  fix: 'Swaps the two dates when the record has both. Never safe.',
  falsePositives: 'Fields that hold the date of an event told about rather than the date of writing.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "a", "license": "MIT", "created": "2024-05-01", "added": "2023-01-01"}}\n',
    valid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "a", "license": "MIT", "created": "2023-01-01", "added": "2024-05-01"}}\n',
  },
  references: ['W3C PROV constraints: generation precedes use', 'Dolma data format: created, added'],
  check: ({ provenance, record }, { inputs }) => {
    const created = provenance.get('created');
    const from = range(created);
    if (!created || !from) return [];
    const at = created.own?.value;
    const span = at ? { start: at.start, end: at.end } : { start: 0, end: Math.min(1, record.source.length) };
    const said = oneLine(sayValue(created.value));
    if (from.earliest > inputs.now + DAY_MS) return [{ ...span, data: { kind: 'future', created: said } }];
    const added = provenance.get('added');
    const until = range(added);
    if (!added || !until || from.earliest <= until.latest + DAY_MS) return [];
    const related = added.own
      ? [{ message: 'It was added on this date', span: { start: added.own.value.start, end: added.own.value.end } }]
      : added.place
        ? [{ message: 'It was added on this date', place: added.place }]
        : [];
    return [{ ...span, data: { kind: 'after-added', created: said, added: oneLine(sayValue(added.value)) }, related }];
  },
  message: (data) =>
    data.kind === 'future'
      ? `Created on ${data.created}, which is in the future.`
      : `Created on ${data.created}, after it was added on ${data.added}.`,
  fixes: ({ data }, { provenance, record }): Fix[] => {
    const created = provenance.get('created')?.own?.value;
    const added = provenance.get('added')?.own?.value;
    if (data.kind === 'future' || !created || !added) return [];
    const text = (value: typeof created) => record.source.slice(value.start, value.end);
    const edits = [
      { start: created.start, end: created.end, newText: text(added) },
      { start: added.start, end: added.end, newText: text(created) },
    ];
    return [{ title: 'Swap the two dates', safety: 'unsafe', change: { kind: 'edits', edits } }];
  },
});

/** Dates are read with any white space in and around them; a message has one line. */
const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

function range(assertion: Assertion | undefined): { earliest: number; latest: number } | undefined {
  if (!assertion || typeof assertion.value === 'object') return undefined;
  const reading = readDate(String(assertion.value));
  return 'earliest' in reading ? reading : undefined;
}
