import { type CardText, setKeys } from '../provenance/declarations/cardEdits';
import { entriesOf } from '../provenance/declarations/cardEntries';
import { PLACEHOLDER } from '../provenance/declarations/placeholder';
import { isFilled } from '../records/path';
import { member } from '../records/value';
import { cardOf, choice } from './document';
import { recordRule } from './rule';

/** What a card says of a licence that has no id, and what is written for it to be filled in. */
const STUBS = [
  ['license_name', PLACEHOLDER],
  ['license_link', 'LICENSE'],
] as const;

export const licenseOtherWithoutName = recordRule<readonly string[]>({
  id: 'license-other-without-name',
  title: 'Licence "other" of a dataset card has no name or link',
  severity: 'warning',
  documents: ['hf-dataset-card'],
  what: 'A dataset card with `license: other` that lacks `license_name` or `license_link`.',
  why: '"Other" alone says that there are terms, and not which. Whoever uses the data cannot follow them.',
  fix: 'Inserts the missing keys, the name to be filled in and the link to the file LICENSE beside the card.',
  falsePositives: 'A card that sets out its terms in the text only. Cards from before 2022 had no such keys.',
  examples: {
    file: 'README.md',
    invalid: '---\npretty_name: Ferries\nlicense: other\nlicense_name: ferry-terms-1.0\n---\n# Ferries\n',
    valid:
      '---\npretty_name: Ferries\nlicense: other\nlicense_name: ferry-terms-1.0\nlicense_link: LICENSE\n---\n# Ferries\n',
  },
  references: ['huggingface/hub-docs: datasetcard.md, license_name and license_link'],
  check: (subject) => {
    const card = cardOf(subject);
    const other = entriesOf(card.root, 'license').find(({ text }) => text.toLowerCase() === 'other');
    const missing = missingKeys(card).map(([key]) => key);
    return other && missing.length > 0 ? [{ start: other.value.start, end: other.value.end, data: missing }] : [];
  },
  message: (missing) =>
    `The licence is "other", and ${missing.join(' and ')} ${missing.length > 1 ? 'do' : 'does'} not say which.`,
  fixes: (_, subject) => {
    const card = cardOf(subject);
    const missing = missingKeys(card);
    const edits = setKeys(card, missing);
    return edits.length > 0 ? [choice(`Insert ${missing.map(([key]) => key).join(' and ')}`, edits)] : [];
  },
});

function missingKeys({ root }: CardText) {
  return STUBS.filter(([key]) => {
    const found = member(root, key);
    return !found || !isFilled(found.value);
  });
}
