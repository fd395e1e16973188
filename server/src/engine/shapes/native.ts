import type { Path } from '../records/path';
import type { NativeField } from './shape';

/** Text of the record is a model's, all of it. */
export const MACHINE = 'trainedAlgorithmicMedia';
/** A prompt of any origin beside the text of a model. */
export const MIXED = 'compositeSynthetic';
const HUMAN = 'digitalCreation';

/** The path names the generating model; `implies` where filling it in is to say that the text is generated. */
export function generator(path: Path, implies?: string): NativeField {
  return implies ? { path, field: 'generator', implies } : { path, field: 'generator' };
}

/** The path holds nothing but text of a model, so that filling it in says what the record is. */
export const generated = (path: Path, implies: string): NativeField => ({
  path,
  field: 'generator',
  values: {},
  implies,
});

export const source = (path: Path): NativeField => ({ path, field: 'source' });
export const license = (path: Path): NativeField => ({ path, field: 'license' });
export const created = (path: Path): NativeField => ({ path, field: 'created' });
export const added = (path: Path): NativeField => ({ path, field: 'added' });

/** OASST's flag that the text is a model's: its project declares that everything else was written by people. */
export const syntheticFlag = (path: Path): NativeField => ({
  path,
  field: 'digital_source_type',
  values: { true: MACHINE, false: HUMAN, True: MACHINE, False: HUMAN, '1': MACHINE, '0': HUMAN },
});

const MACHINE_LABELS = [
  'ai',
  'llm',
  'machine',
  'synthetic',
  'generated',
  'ai generated',
  'llm generated',
  'machine generated',
  'model generated',
  'ai written',
  'llm written',
  'machine written',
];
const HUMAN_LABELS = ['human', 'human written', 'human generated', 'human authored'];

/** Usual spellings of a label: the words in several cases, joined in several ways. */
function spellings(label: string): string[] {
  const words = label.split(' ');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const acronym = (word: string) => (word === 'ai' || word === 'llm' ? word.toUpperCase() : word);
  const forms = [
    words,
    words.map((word) => word.toUpperCase()),
    words.map(capital),
    words.map(acronym),
    words.map((word) => capital(acronym(word))),
    words.map((word, index) => (index === 0 ? capital(acronym(word)) : word)),
  ];
  return forms.flatMap((form) => ['-', '_', ' '].map((joint) => form.join(joint)));
}

const originLabels: Record<string, string> = Object.fromEntries([
  ...MACHINE_LABELS.flatMap((label) => spellings(label).map((spelling) => [spelling, MACHINE])),
  ...HUMAN_LABELS.flatMap((label) => spellings(label).map((spelling) => [spelling, HUMAN])),
]);

/**
 * A class label, which tells the origin only where the classes are origins: all of them, since one `human` among
 * `animal` and `plant` is about something else.
 */
export const originLabel = (path: Path): NativeField => ({
  path,
  field: 'digital_source_type',
  values: originLabels,
  allListed: true,
});

/** A column such as `generated` or `synthetic` in a corpus of human and machine text: a flag, if all its values are. */
export const originFlag = (path: Path): NativeField => ({
  path,
  field: 'digital_source_type',
  values: { true: MACHINE, false: null, True: MACHINE, False: null, '1': MACHINE, '0': null },
  allListed: true,
});
