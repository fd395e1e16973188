import { sayValue } from '../provenance/assertion';
import { DAY_MS } from '../provenance/calendar';
import { readDate } from '../provenance/date';
import { type Release, releaseOf } from '../provenance/modelReleases';
import { recordStart } from './missing';
import { type Related, recordRule } from './rule';

interface Data {
  created: string;
  generator: string;
  release: Release;
}

export const createdBeforeGeneratorRelease = recordRule<Data>({
  id: 'created-before-generator-release',
  title: 'Created before its generator was released',
  severity: 'warning',
  what: 'A `created` that lies before the day, or the month where the day is not known, on which the model named as `generator` was released or announced, according to a [dated, cited table](../model-releases.md). A day is allowed for time zones.',
  why: 'No model writes before it exists. Either the date is that of the text the model started from, or the model is the wrong one.',
  fix: 'Clears the date in the record. Which of the two is wrong only a person knows; nothing is guessed.',
  falsePositives:
    'Text of people who had access before the release. Where sources differ on a release, the table has the earliest date.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "openai/gpt-4-0613", "source": "a", "license": "MIT", "created": "2023-04-01"}}\n',
    valid:
      '{"text": "Hello.", "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "openai/gpt-4-0613", "source": "a", "license": "MIT", "created": "2023-07-01"}}\n',
  },
  references: ['W3C PROV constraints: an entity is not generated before the activity that generates it'],
  check: (subject) => {
    const { provenance } = subject;
    const created = provenance.get('created');
    const generator = provenance.get('generator');
    if (!created || !generator || typeof created.value === 'object') return [];
    const release = releaseOf(sayValue(generator.value));
    if (!release) return [];
    const reading = readDate(String(created.value));
    if (!('latest' in reading) || reading.latest + DAY_MS >= release.earliest) return [];
    const [at, other] = created.own ? [created, generator] : [generator, created];
    const message = other === generator ? 'The generator is named here' : 'The date is given here';
    const related: Related[] = other.own
      ? [{ message, span: { start: other.own.value.start, end: other.own.value.end } }]
      : other.place
        ? [{ message, place: other.place }]
        : [];
    if (!at.own && at.place) related.push({ message: 'The generator is named here', place: at.place });
    const span = at.own ? { start: at.own.value.start, end: at.own.value.end } : recordStart(subject);
    const data = { created: oneLine(sayValue(created.value)), generator: sayValue(generator.value), release };
    return [{ ...span, data, related }];
  },
  message: ({ created, generator, release: { model, vendor, date, citation } }) =>
    `Created on ${created}, before its generator ${JSON.stringify(generator.slice(0, 60))} was released: ${model} by ${vendor} is of ${date} (${citation}).`,
  fixes: (_, { provenance }, { facts }) => {
    const chain = provenance.chain('created');
    const isOwn = chain.every(({ own }) => own?.by === 'canonical') || facts.format.kind === 'csv';
    if (!isOwn || chain.length !== 1 || !chain[0]!.own) return [];
    return [{ title: 'Clear the date', safety: 'unsafe', change: { kind: 'provenance', patch: { created: null } } }];
  },
});

/** Dates are read with any white space in and around them; a message has one line. */
const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 40);
