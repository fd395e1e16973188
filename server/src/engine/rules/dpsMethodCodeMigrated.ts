import { objectAt, objectsAt, textAt } from '../provenance/declarations/documents';
import { followsOasis, layersOf } from '../provenance/declarations/dps';
import { CLASSIFICATIONS, PURPOSES, readMethod } from '../provenance/declarations/dpsCodes';
import { type Edit, insertMembers, jsonStyle } from '../provenance/write';
import type { DatasetRecord } from '../records/record';
import type { ObjectValue, TextValue } from '../records/value';
import { type Fix, recordRule } from './rule';

interface Data {
  said: string;
  /** Code of OASIS 1.0 to write instead. */
  code: string;
  /** Nothing is lost by writing it. */
  exact: boolean;
}

interface Found extends Data {
  value: TextValue;
  holder: ObjectValue;
}

const DETAIL = 'long-description';

export const dpsMethodCodeMigrated = recordRule<Data>({
  id: 'dps-method-code-migrated',
  title: 'Code of the standard before OASIS',
  severity: 'warning',
  documents: ['dps'],
  what: 'A document of OASIS Data Provenance Metadata 1.0 with a generation method, an intended purpose or a classification of the Data & Trust Alliance standards 1.0.0, such as `machine-generated-mlops-generative`.',
  why: 'The codes of OASIS 1.0 are closed lists: the document is not valid, and whoever looks for `machine-generated-ml-ops` does not find it.',
  fix: 'Replaces the code. Safe where the new code says as much; where it says less, the old code can be kept as the `long-description`, and a person decides.',
  falsePositives: 'None known: documents of version 1.0.0 keep their codes.',
  examples: {
    file: 'dps.json',
    invalid:
      '{"$schema": "https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json", "set": {}, "source": {}, "provenance": {"generation-method": [{"code": "machine-generated-mlops-generative"}]}, "use": {"intended-purpose": [{"code": "pre-training", "long-description": "Pre-training."}]}}\n',
    valid:
      '{"$schema": "https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json", "set": {}, "source": {}, "provenance": {"generation-method": [{"code": "machine-generated-ml-ops"}]}, "use": {"intended-purpose": [{"code": "pre-training", "long-description": "Pre-training."}]}}\n',
  },
  references: [
    'OASIS Data Provenance Metadata 1.0: generation-method, intended-purpose, classification',
    'Data & Trust Alliance, Data Provenance Standards 1.0.0: metadata reference',
  ],
  check: ({ record }) =>
    oldCodes(record).map(({ value, said, code, exact }) => ({
      start: value.start,
      end: value.end,
      data: { said, code, exact },
    })),
  message: ({ said, code }) =>
    `${JSON.stringify(said.slice(0, 60))} is a code of the Data & Trust Alliance standards 1.0.0; OASIS 1.0 has ${code} for it.`,
  fixes: ({ start }, { record }) => {
    const found = oldCodes(record).find(({ value }) => value.start === start);
    if (!found) return [];
    const replace: Edit = { start, end: found.value.end, newText: JSON.stringify(found.code) };
    const title = `Replace by ${found.code}`;
    if (found.exact) return [{ title, safety: 'safe', preferred: true, change: { kind: 'edits', edits: [replace] } }];
    const kept: Fix[] = textAt(found.holder, DETAIL)
      ? []
      : [
          {
            title: `${title}, and keep the old code as its description`,
            safety: 'unsafe',
            change: keeping(found, replace, record),
          },
        ];
    return [...kept, { title, safety: 'unsafe', change: { kind: 'edits', edits: [replace] } }];
  },
});

function oldCodes({ root }: DatasetRecord): Found[] {
  if (root?.type !== 'object' || !followsOasis(root)) return [];
  const use = objectAt(root, 'use');
  const methods = layersOf(root).flatMap((layer) => objectsAt(layer, 'generation-method'));
  const purposes = use ? objectsAt(use, 'intended-purpose') : [];
  const classes = use ? objectsAt(use, 'classification').flatMap((entry) => objectsAt(entry, 'regulation')) : [];
  return [
    ...methods.flatMap((holder) => old(holder, readMethod)),
    ...purposes.flatMap((holder) => old(holder, (said) => PURPOSES.get(said))),
    ...classes.flatMap((holder) => old(holder, (said) => CLASSIFICATIONS.get(said))),
  ];
}

function old(holder: ObjectValue, meaning: (said: string) => { code: string; exact: boolean } | undefined): Found[] {
  const value = textAt(holder, 'code');
  const meant = value && meaning(value.text);
  if (!meant || meant.code === value.text) return [];
  return [{ holder, value, said: value.text, code: meant.code, exact: meant.exact }];
}

function keeping({ holder, said }: Found, replace: Edit, { source, root }: DatasetRecord): Fix['change'] {
  const style = jsonStyle(source, root as ObjectValue);
  const added = insertMembers(source, holder, [[DETAIL, JSON.stringify(said)]], style);
  // Where the code is the last member the two edits touch, and their order would be lost.
  if (added.start !== replace.end) return { kind: 'edits', edits: [replace, added] };
  return { kind: 'edits', edits: [{ ...replace, newText: replace.newText + added.newText }] };
}
