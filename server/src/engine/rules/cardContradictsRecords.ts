import type { Claim } from '../provenance/inheritance';
import { originClass } from '../provenance/vocabulary';
import { fileRule } from './rule';

interface Data {
  /** What the document says, in words. */
  said: string;
  file: string;
  against: 'machine' | 'human';
  count: number;
  total: number;
}

/** Records named for a finding. */
const SHOWN_ROWS = 20;

export const cardContradictsRecords = fileRule<Data>({
  id: 'card-contradicts-records',
  title: 'A card or description contradicts the records',
  severity: 'warning',
  what: 'One finding for each statement of a card, a Croissant description or another declaration that the records of the file contradict: it says that all of them are human, or that none is machine-made, and some say that they are; or that all are machine-made, and some say that a person wrote them.',
  why: 'Whoever picks data by its card gets what it rules out. This is how a corpus without model output shipped thousands of rows of it.',
  fix: 'In the card: add `machine-generated` to its `language_creators`, or correct the records. Both ends are shown.',
  falsePositives: 'A card that speaks of another part of the data: name its files in `configs`.',
  examples: {
    file: 'data.jsonl',
    invalid: '',
    valid: '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['Hugging Face dataset cards: language_creators', 'r-three/common-pile#137'],
  pass: ({ inputs }) => {
    const claims = inputs.claims.flatMap((claim) => {
      const against = ruledOut(claim);
      return against ? [{ claim, against }] : [];
    });
    const found = { machine: { count: 0, rows: [] as number[] }, human: { count: 0, rows: [] as number[] } };
    let total = 0;
    return {
      add: ({ record, own, provenance }) => {
        if (!record.root || claims.length === 0) return;
        total++;
        const inForce = provenance.get('digital_source_type');
        if (!inForce || !(own.includes(inForce) || inForce.scope === 'sidecar')) return;
        const origin = provenance.originClass;
        const seen =
          origin === 'human' ? found.human : origin === 'machine' || origin === 'mixed' ? found.machine : undefined;
        if (!seen) return;
        seen.count++;
        if (seen.rows.length < SHOWN_ROWS) seen.rows.push(record.row);
      },
      finish: () =>
        claims.flatMap(({ claim, against }) => {
          const { count, rows } = found[against];
          if (count === 0) return [];
          const { file } = claim.place;
          const related = [{ message: 'It is said here', place: claim.place }];
          return [{ data: { said: words(claim), file, against, count, total }, rows, related }];
        }),
    };
  },
  message: ({ said, file, against, count, total }) => {
    const what = against === 'machine' ? 'machine-made, in whole or in part' : 'written by a person';
    return `${file} says that ${said}, but ${count} of ${total} records say that they are ${what}.`;
  },
});

/** Class of origin that no record may have, if a statement is true. */
function ruledOut({ field, value, quantifier }: Claim): Data['against'] | undefined {
  if (field !== 'digital_source_type' || typeof value !== 'string') return undefined;
  const origin = originClass(value);
  if (quantifier === 'every') return origin === 'human' ? 'machine' : origin === 'machine' ? 'human' : undefined;
  return quantifier === 'none' && origin === 'machine' ? 'machine' : undefined;
}

function words({ value, quantifier }: Claim): string {
  const human = originClass(String(value)) === 'human';
  if (quantifier === 'none') return 'no record is machine-made';
  return human ? 'every record was written by a person' : 'every record is machine-made';
}
