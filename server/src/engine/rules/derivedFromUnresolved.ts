import { namedParents } from './lineage';
import { recordStart } from './missing';
import { recordRule } from './rule';

/** Parents shown in a message. */
const SHOWN = 3;

export const derivedFromUnresolved = recordRule<{ missing: readonly string[]; total: number }>({
  id: 'derived-from-unresolved',
  title: 'A record it derives from is not there',
  severity: 'information',
  crossRecord: true,
  what: 'A `derived_from` that names a record which no data file of the dataset has. URLs, URNs and dataset ids (`org/name`) name something outside and are not looked up.',
  why: 'What a record was made from decides its licence and how many models it went through; without the parent neither can be told.',
  fix: 'None: somebody has to find the parent, or name where it is.',
  falsePositives:
    'A parent that was left out of the dataset on purpose. Name it by its URL or by dataset id and record id.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "MIT", "derived_from": ["b"]}}\n',
    valid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "MIT", "derived_from": ["https://example.org/b"]}}\n',
  },
  references: ['W3C PROV wasDerivedFrom'],
  check: (subject, { cross }) => {
    const lineage = cross?.lineage;
    if (!lineage) return [];
    const { ids, span } = namedParents(subject);
    const missing = ids.filter((id) => !isOutside(id) && lineage.rowOf(id) === undefined && !cross.isElsewhere(id));
    if (missing.length === 0) return [];
    return [{ ...(span ?? recordStart(subject)), data: { missing: missing.slice(0, SHOWN), total: missing.length } }];
  },
  message: ({ missing, total }) => {
    const more = total > missing.length ? ` and ${total - missing.length} more` : '';
    return `Derived from ${missing.map((id) => JSON.stringify(id.slice(0, 80))).join(', ')}${more}, which no record here is.`;
  },
});

/** A URL, a URN, or a dataset id with an owner. */
const isOutside = (id: string) => /^[a-z][a-z0-9+.-]*:|\//i.test(id);
