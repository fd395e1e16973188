import { sayValue } from '../provenance/assertion';
import { readDate } from '../provenance/date';
import { isFilled } from '../records/path';
import { member, type ObjectValue, type Value } from '../records/value';
import { BAGS } from '../shapes/nativeKeys';
import { type Problem, recordRule, type Subject } from './rule';

interface Data {
  /** Key that tells of the crawl. */
  key: string;
  date: string;
}

/** Fields that only crawls have, at the top of a record or in its metadata. */
const CRAWL_KEYS = new Set([
  'dump',
  'warc_id',
  'warc_record_id',
  'warc_filename',
  'warc_date',
  'warc-record-id',
  'WARC-Record-ID',
  'cc_segment',
  'cc_dump',
  'cc_source',
  'snapshot_id',
  'crawl_date',
  'crawl_id',
]);

/** ChatGPT was opened to the public on this day; pages of later days may hold text of models. */
const MODELS_IN_PUBLIC = Date.UTC(2022, 10, 30);

export const foundReadAsHuman = recordRule<Data>({
  id: 'found-read-as-human',
  title: 'Crawled text of recent years declared human',
  severity: 'hint',
  what: 'A record of a web crawl (`dump`, `warc_id` and the like) that is declared human at any level and dates from after November 2022.',
  why: '"Found on the web" tells how a text was obtained. Since then a good part of new pages is written by models, and nobody looked at this one.',
  fix: 'Marks the record as unknown. Never safe.',
  falsePositives: 'Pages whose author is known, and records that somebody read.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "id": "a", "dump": "CC-MAIN-2023-50", "url": "https://example.org/a", "provenance": {"digital_source_type": "digitalCreation", "source": "a", "license": "MIT"}}\n',
    valid:
      '{"text": "Hello.", "id": "a", "dump": "CC-MAIN-2019-50", "url": "https://example.org/a", "provenance": {"digital_source_type": "digitalCreation", "source": "a", "license": "MIT"}}\n',
  },
  references: ['Hugging Face dataset card: language_creators, found', 'Common Crawl: crawl identifiers'],
  check: (subject) => {
    const { provenance, record } = subject;
    if (provenance.originClass !== 'human' || record.root?.type !== 'object') return [];
    const crawl = crawlKey(record.root);
    const date = crawl && dateOf(subject, crawl.value);
    if (!date || date.earliest <= MODELS_IN_PUBLIC) return [];
    const origin = provenance.get('digital_source_type')!;
    const value = origin.own?.value ?? crawl.value;
    const problem: Problem<Data> = { start: value.start, end: value.end, data: { key: crawl.key, date: date.said } };
    if (!origin.own && origin.place) problem.related = [{ message: 'It is declared human here', place: origin.place }];
    return [problem];
  },
  message: ({ key, date }) =>
    `Declared human, but ${JSON.stringify(key)} says that it was found by a crawl, and it dates from ${date}: nobody knows who wrote it.`,
  fixes: () => [
    {
      title: 'Mark as unknown',
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { digital_source_type: 'noAssertion' } },
    },
  ],
});

function crawlKey(record: ObjectValue): { key: string; value: Value } | undefined {
  const bags = BAGS.flatMap((bag) => {
    const value = member(record, bag)?.value;
    return value?.type === 'object' ? [value] : [];
  });
  for (const { members } of [record, ...bags]) {
    const found = members.find(({ key, value }) => CRAWL_KEYS.has(key) && isFilled(value));
    if (found) return found;
  }
  return undefined;
}

/** When the text is from: its creation, else its crawl, which may be in the name of the dump. */
function dateOf({ provenance }: Subject, crawl: Value): { said: string; earliest: number } | undefined {
  for (const field of ['created', 'added'] as const) {
    const assertion = provenance.get(field);
    const said = assertion && sayValue(assertion.value).trim();
    const reading = said ? readDate(said) : undefined;
    if (said && reading && 'earliest' in reading)
      return { said: said.replace(/\s+/g, ' '), earliest: reading.earliest };
  }
  const week = crawl.type === 'string' ? /\bCC-MAIN-(\d{4})-(\d{2})\b/.exec(crawl.text) : null;
  if (!week) return undefined;
  return { said: week[0], earliest: Date.UTC(Number(week[1]), 0, 1 + 7 * (Number(week[2]) - 1)) };
}
