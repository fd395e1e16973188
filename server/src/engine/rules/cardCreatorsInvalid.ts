import {
  CREATORS_KEYS,
  type CreatorReading,
  type CreatorsKey,
  creatorsOf,
  readCreator,
} from '../provenance/declarations/cardCreators';
import {
  addToList,
  type CardText,
  removeFromList,
  removeKey,
  replaceEntry,
} from '../provenance/declarations/cardEdits';
import { type CardEntry, entriesOf } from '../provenance/declarations/cardEntries';
import { member } from '../records/value';
import { cardOf, choice, formOnly } from './document';
import { type Fix, type Problem, recordRule } from './rule';

type Data =
  | { key: CreatorsKey; kind: 'empty' }
  | { key: CreatorsKey; kind: 'value'; entry: CardEntry; reading: CreatorReading };

export const cardCreatorsInvalid = recordRule<Data>({
  id: 'card-creators-invalid',
  title: 'Creators of a dataset card are none of the known ones',
  severity: 'error',
  documents: ['hf-dataset-card'],
  what: 'A value of `language_creators` or `annotations_creators` in a dataset card that is not on the list of Hugging Face, `no-annotation` as the creator of a text, or a list that is there and empty (information). Words of your own are a warning: the Hub takes them.',
  why: 'These two keys say whether people or machines wrote the text and made the labels. Readers compare them with the list; what is not on it says nothing.',
  fix: 'Another spelling of a value is replaced (safe). The likeliest value, moving `no-annotation` to where it belongs and removing an empty list are offered.',
  falsePositives:
    'Collections with words of their own, such as `derived`, that their own readers know. What a template leaves to be filled in is not reported.',
  examples: {
    file: 'README.md',
    invalid: '---\npretty_name: Ferries\nlicense: mit\nlanguage_creators:\n- machine_generated\n---\n# Ferries\n',
    valid: '---\npretty_name: Ferries\nlicense: mit\nlanguage_creators:\n- machine-generated\n---\n# Ferries\n',
  },
  references: ['huggingface/datasets: utils/resources/creators.json', 'huggingface/hub-docs: datasetcard.md'],
  check: (subject) => {
    const { root } = cardOf(subject);
    return CREATORS_KEYS.flatMap((key): Problem<Data>[] => {
      const found = member(root, key);
      if (found?.value.type === 'array' && found.value.items.length === 0) {
        const { start, end } = found.value;
        return [{ start, end, severity: 'information', data: { key, kind: 'empty' } }];
      }
      return entriesOf(root, key).flatMap((entry): Problem<Data>[] => {
        const reading = readCreator(entry.text, key);
        if (reading.kind === 'listed') return [];
        const { start, end } = entry.value;
        const isSure = reading.kind === 'spelling' || entry.text === 'no-annotation';
        const data: Data = { key, kind: 'value', entry, reading };
        return [{ start, end, data, ...(!isSure && { severity: 'warning' }) }];
      });
    });
  },
  message: (data) => {
    if (data.kind === 'empty') return `An empty list of ${data.key} says nothing.`;
    const { key, entry, reading } = data;
    if (entry.text === 'no-annotation')
      return 'A text cannot be "no-annotation": that is said of labels, in annotations_creators.';
    const quoted = JSON.stringify(entry.text.slice(0, 60));
    const meant = reading.creator ? ` It reads like ${reading.creator}.` : '';
    return `${quoted} is no value of ${key}: ${creatorsOf[key].join(', ')}.${meant}`;
  },
  fixes: ({ data }, subject) => {
    const card = cardOf(subject);
    if (data.kind === 'empty') return [choice(`Remove ${data.key}`, removeKey(card, data.key))];
    const { key, entry, reading } = data;
    if (entry.text === 'no-annotation') return [moved(card, entry)];
    const edits = (creator: string) => [replaceEntry(card.source, entry.value, creator)];
    if (reading.kind === 'spelling') return [formOnly(`Replace by ${reading.creator}`, edits(reading.creator))];
    const first = reading.creator ? [reading.creator] : [];
    return [...new Set([...first, ...creatorsOf[key]])].map((creator) =>
      choice(`Replace by ${creator}`, edits(creator)),
    );
  },
});

/** `no-annotation` goes to the key it is a value of, unless that says something already. */
function moved(card: CardText, { value }: CardEntry): Fix {
  const removal = removeFromList(card, 'language_creators', value);
  if (member(card.root, 'annotations_creators')) return choice('Remove no-annotation', removal);
  return choice('Move no-annotation to annotations_creators', [
    ...removal,
    ...addToList(card, 'annotations_creators', 'no-annotation'),
  ]);
}
