import { namedParents } from './lineage';
import { recordStart } from './missing';
import { recordRule } from './rule';

/** Records of a cycle named in a message. */
const SHOWN = 6;

export const derivedFromCycle = recordRule<readonly number[]>({
  id: 'derived-from-cycle',
  title: 'A record derives from itself',
  severity: 'error',
  crossRecord: true,
  what: 'Records whose `derived_from` leads back to themselves, at once or over others.',
  why: 'Nothing can be made from what was made from it: one of the edges is wrong, and with it every origin, licence and depth computed along it.',
  fix: 'Removes the edges of this record that lie on the cycle. A person decides which record of the cycle is the wrong one.',
  falsePositives: 'None known. Ids that are not unique in the file look like cycles; make them unique.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "MIT", "derived_from": ["a"]}}\n',
    valid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "MIT", "derived_from": null}}\n',
  },
  references: ['W3C PROV constraints: derivation is acyclic'],
  check: (subject, { cross }) => {
    const { ids, span } = namedParents(subject);
    const cycle = ids.length > 0 ? cross?.lineage?.cycleOf(subject.record.row) : undefined;
    return cycle ? [{ ...(span ?? recordStart(subject)), data: cycle }] : [];
  },
  message: (cycle) => {
    if (cycle.length === 1) return 'This record derives from itself.';
    const named = cycle.slice(0, SHOWN).map((row) => row + 1);
    const way = [...named, ...(cycle.length > SHOWN ? ['…'] : []), named[0]].join(' → ');
    return `This record derives from itself, over ${cycle.length} records: ${way} (numbers of records, from 1).`;
  },
  fixes: ({ data: cycle }, subject, { cross }) => {
    const next = cycle[1] ?? cycle[0];
    const { ids } = namedParents(subject);
    const left = ids.filter((id) => cross?.lineage?.rowOf(id) !== next);
    const patch = { derived_from: left.length > 0 ? left : null };
    return [{ title: 'Remove the edge of the cycle', safety: 'unsafe', change: { kind: 'provenance', patch } }];
  },
});
