import { insertKeys, replaceEntry } from '../provenance/declarations/cardEdits';
import { type CardEntry, entriesOf } from '../provenance/declarations/cardEntries';
import { type CardLicense, readCardLicense } from '../provenance/declarations/cardLicense';
import { member } from '../records/value';
import { cardOf, choice, formOnly } from './document';
import { type Fix, type Problem, recordRule } from './rule';

interface Data {
  entry: CardEntry;
  reading: CardLicense;
}

export const cardLicenseInvalid = recordRule<Data>({
  id: 'card-license-invalid',
  title: 'Licence of a dataset card is no id of the Hub',
  severity: 'error',
  documents: ['hf-dataset-card'],
  what: 'A `license` in a dataset card that is not on the list of licence ids of the Hugging Face Hub. Where it is not known at all it is a warning: the list grows.',
  why: 'The Hub refuses a card whose licence it does not know, and filters by its own ids: `Apache-2.0` and `apache_v2` are not `apache-2.0`.',
  fix: 'Another spelling of exactly one id is replaced by it (safe). Likely ids are offered, and `other` with the name of the licence.',
  falsePositives: 'An id that the Hub has added since this list was made.',
  examples: {
    file: 'README.md',
    invalid: '---\npretty_name: Ferries\nlicense: apache_v2\n---\n# Ferries\n',
    valid: '---\npretty_name: Ferries\nlicense: apache-2.0\n---\n# Ferries\n',
  },
  references: ['huggingface/hub-docs: repositories-licenses.md', 'SPDX License List'],
  check: (subject) =>
    entriesOf(cardOf(subject).root, 'license').flatMap((entry): Problem<Data>[] => {
      const reading = readCardLicense(entry.text);
      if (reading.kind === 'listed') return [];
      const { start, end } = entry.value;
      return [{ start, end, data: { entry, reading }, ...(reading.kind === 'unknown' && { severity: 'warning' }) }];
    }),
  message: ({ entry, reading }) => {
    const quoted = JSON.stringify(entry.text.slice(0, 80));
    if (reading.kind === 'spelling') return `${quoted} is no licence id of the Hub; it means ${reading.id}.`;
    if (reading.kind === 'choices')
      return `${quoted} is no licence id of the Hub, such as ${reading.ids.slice(0, 3).join(', ')}.`;
    if (reading.kind === 'unlisted')
      return `The Hub has no id for ${quoted}: a card says "other" with license_name and license_link.`;
    return `${quoted} is no licence id of the Hub.`;
  },
  fixes: ({ data: { entry, reading } }, subject) => {
    const card = cardOf(subject);
    const to = (id: string) => [replaceEntry(card.source, entry.value, id)];
    if (reading.kind === 'spelling') return [formOnly(`Replace by ${reading.id}`, to(reading.id))];
    const offered = reading.kind === 'choices' ? reading.ids : [];
    const fixes: Fix[] = offered.map((id) => choice(`Replace by ${id}`, to(id)));
    const stated = ['license_name', 'license_link'].some((key) => member(card.root, key));
    const added = stated ? [] : insertKeys(card, namedTerms(entry.text));
    if (stated || added.length > 0) fixes.push(choice('Replace by other, with its name', [...to('other'), ...added]));
    return fixes;
  },
});

/** The two keys that say which licence `other` is. */
function namedTerms(text: string): [string, string][] {
  const isLink = /^https?:\/\/\S+$/i.test(text);
  const name = text
    .toLowerCase()
    .replace(/^https?:\/\/|^licenseref-/, '')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return [
    ['license_name', name.slice(0, 60) || 'unnamed'],
    ['license_link', isLink ? text : 'LICENSE'],
  ];
}
