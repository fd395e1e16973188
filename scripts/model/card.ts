/** The model card: words of ours around figures of an evaluation. */
import type { Calibration } from '../../server/src/engine/synthetic/lexical/bands';
import type { Report, Row } from './figures';
import type { MixtureFigures } from './mixtures';
import type { OwnFigures, TrainingFigures } from './shipped';
import { bandTable, calibrationTable, groupTable, separationTable, share, table } from './tables';
import type { VendorFigures } from './vendors';

/** What the card says, as it lies in `docs/model-card.json`. */
export interface CardFigures {
  /** SHA-256 of the weights the figures belong to, and the day they were trained. */
  readonly model: string;
  readonly date: string;
  readonly bytes: number;
  /** Each corpus judged by a model trained without it. */
  readonly leftOut: Report;
  /** Corpora that were kept out of every decision. */
  readonly apart: Report;
  readonly mixtures: readonly MixtureFigures[];
  readonly vendors: readonly VendorFigures[];
  /** The shipped weights on texts they were trained on. */
  readonly training: TrainingFigures;
  /** The shipped weights on texts of our own writing. */
  readonly own: OwnFigures;
}

/** Markdown of the card. */
export function renderCard(figures: CardFigures, calibration: Calibration): string {
  const { leftOut, apart, training, own } = figures;
  const count = ({ human, machine }: Row) =>
    `${human.toLocaleString('en')} human and ${machine.toLocaleString('en')} machine`;
  return `# Model card: the lexical model

<!-- Written by npm run model:evaluate. The words are in scripts/model/card.ts, the figures in model-card.json. -->

Weights of ${figures.date}, ${Math.round(figures.bytes / 1000)} KB. Rates are followed by their 95 % Wilson interval and the number of texts.

## What it is

A linear model (logistic regression) over hashed word n-grams and n-grams of function words, punctuation and word classes; one byte
a weight, \`server/src/engine/synthetic/lexical/model.bin\`. \`npm run model:train\` makes it from labelled texts, the same bytes from the
same data. What was tried on the way is in [ablation.md](ablation.md).

## What it is for

To point a curator at records that may be machine-written and are not labelled. It is no proof about any one text, and must not be
used to judge people. It fills no label.

## Data

English texts of \`detector/dev\` beside the project (${count(training.pooled)} texts of at least 40 words; essays, reviews,
stories, abstracts, news, questions and answers, chat, blogs, textbooks, recipes, speeches, poetry; generators of 2022 to 2026).
Licences differ by text; none of it is in the package. Whitespace, quotes, dashes, Markdown and case are flattened before anything
is learned, since they tell corpora apart rather than authors.

## How well it tells them apart

First 150 words, texts of at least 40; each corpus judged by a model trained without it. TPR at the given share of false alarms
over all human texts:

${separationTable([
  { ...leftOut.pooled, name: 'Corpus left out of training' },
  { ...apart.pooled, name: `${apart.corpora.length} corpora kept out of every decision` },
])}

By length, the same texts of at least 300 words, corpus left out of training:

${separationTable(leftOut.lengths)}

## The bands

\`likely\` promises at most 0.5 % false alarms over all human texts and 1 % in the worst register, \`possible\` 5 %; the thresholds are
fitted to less than that, on corpora the judging model had not seen. Thresholds do not transfer fully to corpora nobody measured.
Whole texts as they are judged in use, then their beginnings:

${bandTable([
  { ...leftOut.pooled, name: 'Corpus left out of training' },
  { ...apart.pooled, name: 'Kept out of every decision' },
  ...leftOut.lengths,
])}

Thresholds by the words of a text, and the false alarms messages speak of. Scores grow with the root of the length; those of texts of
more than 300 words are compared as at 300:

${calibrationTable(calibration.texts)}

By corpus and by register, corpus left out of training; then the corpora kept out of every decision:

${groupTable('corpus', leftOut.corpora)}

${groupTable('register', leftOut.registers)}

${groupTable('kept out', [...apart.corpora, ...apart.registers])}

By generator, corpus left out of training:

${groupTable('generator', leftOut.generators)}

Generators of 2024 to 2026 with every text of their vendor left out of training, found at \`likely\` (other vendors' answers to the
same prompts were in training, so this is optimistic):

${table(
  ['vendor', 'first 150 words', 'whole texts'],
  figures.vendors.map(({ vendor, beginnings, texts }) => [vendor, share(beginnings), share(texts)]),
)}

## Passages in long texts

In texts of 300 words and more, each window of 150 words is judged by itself, at thresholds that rise with the length of the text. They
were fitted on human texts strung together to that length, as the corpora hold few texts of a thousand words and more; a register is
given where it has at least 150 strings:

${calibrationTable(calibration.passages).replace('| words |', '| words of the text |')}

Machine passages put before a random word of a human text; neither was seen by the judging model. Found: the text is \`likely\`.
Located: the squiggle covers at least half of the passage.

${table(
  ['words of the host', 'of the passage', 'found', 'located', 'false alarms without it'],
  figures.mixtures.map(({ words, passage, found, located, alarms }) => [
    String(words),
    String(passage),
    share(found),
    share(located),
    share(alarms),
  ]),
)}

## What anybody can recompute

The shipped weights on the texts they were trained on. **This estimates nothing**: it ties the weights, the code and the data together,
and \`npm test\` recomputes it where the data are.

${separationTable([{ ...training.pooled, name: 'first 150 words' }, ...training.lengths])}

${bandTable([training.pooled])}

And on ${own.pooled.human + own.pooled.machine} texts of our own writing in \`test/fixtures/detector\`, half of them told plainly and half in the manner of language
models, which \`npm test\` recomputes everywhere. Most are caricatures, written to be told apart.

${separationTable([own.pooled])}

${bandTable([own.pooled])}

## Known failures

- The registers it accuses most, at \`likely\`: ${worstRegisters(leftOut, apart)}.
- Polished human text, abstracts and poems: hardly any machine text is found there (${hardest(leftOut)}).
- Texts of early generators (GPT-3, base models) read like people to it.
- Non-native writers, formal and legal prose: not measured apart; calibrate on text of your own.
- New generators: the weights are as old as their date says.
- A machine passage of fewer than 150 words inside a long human text is rarely found, and in a text of more than 9,600 words the
  thresholds of passages are those of 9,600.
`;
}

/** The registers with most false alarms, of at least 100 texts. */
function worstRegisters(...reports: readonly Report[]): string {
  return reports
    .flatMap(({ registers }) => registers)
    .filter(({ human }) => human >= 100)
    .sort((a, b) => b.likely.human[0] / b.human - a.likely.human[0] / a.human)
    .slice(0, 4)
    .map(({ name, likely }) => `${name} ${share(likely.human)}`)
    .join('; ');
}

/** The registers in which least is found, of at least 100 machine texts. */
function hardest({ registers }: Report): string {
  return registers
    .filter(({ machine }) => machine >= 90)
    .sort((a, b) => a.likely.machine[0] / a.machine - b.likely.machine[0] / b.machine)
    .slice(0, 3)
    .map(({ name, likely }) => `${name} ${share(likely.machine)}`)
    .join('; ');
}
