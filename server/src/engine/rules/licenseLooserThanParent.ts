import { sayValue } from '../provenance/assertion';
import { type LicenseTerm, lostTerms, TERM_WORDS } from '../provenance/licenseTerms';
import { fieldSpan, namedParents } from './lineage';
import { type Fix, type Problem, recordRule, type Subject } from './rule';

interface Data {
  own: string;
  parent: string;
  /** Whose licence it is, for the message. */
  whose: string;
  lost: readonly LicenseTerm[];
}

export const licenseLooserThanParent = recordRule<Data>({
  id: 'license-looser-than-parent',
  title: 'Licence is more permissive than what the record comes from',
  severity: 'warning',
  crossRecord: 'also',
  what: 'A record whose own licence lacks a term (no commercial use, no derivatives, sharing alike) that the licence of its dataset, file or folder has, or the licence of a record it derives from.',
  why: 'Terms travel with the text. More than half of the licences of popular dataset collections were found to be wrong, most of them too permissive.',
  fix: 'Gives the record the licence of its parent. A person decides: the record may have been licensed anew.',
  falsePositives:
    'A card that gives the licence of the collection, not of what is in it; and texts whose holder licensed them twice.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "CC-BY-NC-4.0", "derived_from": null}}\n{"id": "b", "text": "Hi.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "CC-BY-4.0", "derived_from": ["a"]}}\n',
    valid:
      '{"id": "a", "text": "Hello.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "CC-BY-4.0", "derived_from": null}}\n{"id": "b", "text": "Hi.", "provenance": {"digital_source_type": "digitalCreation", "source": "s", "license": "CC-BY-NC-4.0", "derived_from": ["a"]}}\n',
  },
  references: ['SPDX License List', 'Longpre et al., Nature Machine Intelligence 6 (2024)'],
  check: (subject, { cross }) => (cross ? againstParents(subject, cross.lineage) : againstScopes(subject)),
  message: ({ own, parent, whose, lost }) =>
    `${own} is more permissive than ${parent}, the licence of ${whose}: ${lost.map((term) => TERM_WORDS[term]).join(' and ')} is lost.`,
  fixes: ({ data: { parent } }): Fix[] => [
    {
      title: `Set the licence to ${parent}`,
      safety: 'unsafe',
      change: { kind: 'provenance', patch: { license: parent } },
    },
  ],
});

/** The record's own licence against the nearest one that it overrides. */
function againstScopes(subject: Subject): Problem<Data>[] {
  const [inForce, ...overridden] = subject.provenance.chain('license');
  const parent = overridden.find(({ own, scope }) => !own && scope !== 'sidecar');
  if (!inForce || !parent || inForce === parent || inForce.place?.file === parent.place?.file) return [];
  const [own, said] = [sayValue(inForce.value), sayValue(parent.value)];
  const lost = lostTerms(said, own);
  if (lost.length === 0) return [];
  const whose = parent.place ? `its ${parent.scope} (${parent.place.file})` : `its ${parent.scope}`;
  const related = parent.place ? [{ message: 'The licence it overrides', place: parent.place }] : [];
  return [{ ...fieldSpan(subject, 'license'), data: { own, parent: said, whose, lost }, related }];
}

function againstParents(
  subject: Subject,
  lineage: { rowOf(id: string): number | undefined; licenseOf(row: number): string | undefined } | undefined,
): Problem<Data>[] {
  const license = subject.provenance.get('license');
  if (!lineage || !license) return [];
  const own = sayValue(license.value);
  for (const id of namedParents(subject).ids) {
    const row = lineage.rowOf(id);
    const parent = row === undefined ? undefined : lineage.licenseOf(row);
    const lost = parent === undefined ? [] : lostTerms(parent, own);
    if (lost.length === 0) continue;
    const whose = `record ${row! + 1}, from which it derives`;
    return [{ ...fieldSpan(subject, 'license'), data: { own, parent: parent!, whose, lost } }];
  }
  return [];
}
