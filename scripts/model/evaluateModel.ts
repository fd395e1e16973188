/** Measures the lexical model on corpora it has not seen, and fits the bands' thresholds to what it measures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeModel, type LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import { alarms, bandThreshold, type RegisterAlarms, rate } from './calibrate';
import { corporaFolder, type LabelledText, parseTexts, readEnglish } from './corpora';
import { foldModels, modelOf } from './crossValidate';
import { foldCount, foldOf, untouched } from './folds';
import { auroc, shareAbove, thresholdAt } from './metrics';
import { type Scored, scoresOf, scoreTexts } from './scoreTexts';

/** Words a text must have to fall into each bucket of thresholds; it is fitted on the first so many words. */
const BUCKETS = [40, 60, 80, 110, 150, 200, 300];
/** Lengths reported on. */
const LENGTHS = [20, 40, 80, 150, 300];
/**
 * Thresholds do not transfer to corpora nobody measured, so the bands are fitted to less than what they promise:
 * `likely` promises 0.5 % over all and 1 % on the worst register, `possible` 5 % on both.
 */
const LIKELY = { pooled: 0.003, worst: 0.0075 };
const POSSIBLE = { pooled: 0.03, worst: 0.04 };
const LEXICAL = 'server/src/engine/synthetic/lexical';

/** Leave-corpus-out evaluation; writes `calibration.ts`. */
export function evaluateModel(root: string, vendors: boolean): void {
  const folder = corporaFolder(root);
  if (folder === undefined) throw new Error('the labelled corpora are not there (set DATASET_HYGIENE_SHARED)');
  const texts = readEnglish(folder);
  const models = foldModels(texts);
  const byFold = (text: LabelledText) => models[foldOf(text.corpus)];
  const held = (text: LabelledText) => (untouched.includes(text.corpus) ? models[foldCount] : undefined);

  const headline = scoreTexts(texts, 150, 40, byFold);
  const apart = scoreTexts(texts, 150, 40, held);
  printPooled('Leave-corpus-out, first 150 words', headline);
  printPooled('Corpora nothing was tuned on, first 150 words', apart);

  const buckets = BUCKETS.map((least, index) => calibrateBucket(texts, byFold, least, BUCKETS[index + 1]));
  writeFileSync(join(root, LEXICAL, 'calibration.ts'), calibrationModule(buckets));

  printBands(buckets);
  printLengths(scoreTexts, texts, byFold);
  const thresholdFor = (words: number) => buckets.findLast((bucket) => words >= bucket.words)!;
  const verdicts = (scored: readonly Scored[]) =>
    scored.map((text) => ({ ...text, score: text.score - thresholdFor(Math.min(text.words, 150)).likely }));
  printGroups('Corpora', headline, verdicts(headline), ({ of }) => of.corpus, 40);
  printGroups('Corpora nothing was tuned on', apart, verdicts(apart), ({ of }) => of.corpus, 40);
  printGroups('Registers', headline, verdicts(headline), ({ of }) => of.domain, 100);
  const machine = headline.filter(({ of }) => of.machine);
  printGroups('Generators', machine, verdicts(machine), ({ of }) => of.generator, 60);
  if (vendors) printVendors(texts, thresholdFor(150).likely);
}

/** A bucket of lengths, its thresholds, and the texts they were fitted to, as long as they are judged in use. */
interface Bucket {
  readonly words: number;
  readonly likely: number;
  readonly possible: number;
  readonly scored: readonly Scored[];
}

/**
 * Fits the thresholds of texts of `least` words up to `next`. Scores spread with length, so both ends are looked at: the
 * first `least` words of every text, and as many as the bucket takes.
 */
function calibrateBucket(
  texts: readonly LabelledText[],
  modelFor: (text: LabelledText) => LexicalModel | undefined,
  least: number,
  next = Number.POSITIVE_INFINITY,
): Bucket {
  const scored = scoreTexts(texts, next - 1, least, modelFor);
  const ends = [scoreTexts(texts, least, least, modelFor), scored].map((end) => end.filter(({ of }) => !of.machine));
  const likely = Math.max(...ends.map((human) => bandThreshold(human, LIKELY.pooled, LIKELY.worst)));
  const possible = Math.max(...ends.map((human) => bandThreshold(human, POSSIBLE.pooled, POSSIBLE.worst)));
  return { words: least, likely, possible: Math.min(likely, possible), scored };
}

function printBands(buckets: readonly Bucket[]): void {
  console.log('\nBands, texts as long as their bucket takes: false alarms over all, on the worst register, recall');
  for (const { words, likely, possible, scored } of buckets) {
    const human = scored.filter(({ of }) => !of.machine);
    const machine = scoresOf(scored, true);
    for (const [band, threshold] of [['likely', likely] as const, ['possible', possible] as const]) {
      const [all, worst] = alarms(human, threshold) as [RegisterAlarms, RegisterAlarms];
      const recall = Math.round(shareAbove(machine, threshold) * machine.length);
      console.log(
        `  ${words} words, ${band} above ${threshold}: ${rate(all.alarms, all.texts)} · ` +
          `${worst.register} ${rate(worst.alarms, worst.texts)} · ${rate(recall, machine.length)}`,
      );
    }
  }
}

/** Figures of the shipped weights on files of labelled texts. */
export function evaluatePacks(root: string, packs: readonly string[]): void {
  const model: LexicalModel = decodeModel(readFileSync(join(root, LEXICAL, 'model.bin')));
  const texts = packs.flatMap((pack) => {
    const bytes = readFileSync(pack);
    return parseTexts((pack.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  });
  const scored = scoreTexts(texts, 150, 40, () => model);
  printPooled('All texts, first 150 words', scored);
  for (const size of LENGTHS)
    printPooled(
      `First ${size} words`,
      scoreTexts(texts, size, size, () => model),
    );
}

function printPooled(title: string, scored: readonly Scored[]): void {
  const human = scoresOf(scored, false);
  const machine = scoresOf(scored, true);
  const recall = [0.05, 0.01, 0.005, 0.001].map((share) => shareAbove(machine, thresholdAt(human, share)).toFixed(3));
  console.log(
    `${title}: AUROC ${auroc(human, machine).toFixed(4)}, TPR at 5/1/0.5/0.1 % FPR ${recall.join(' / ')}` +
      ` (${human.length} human, ${machine.length} machine)`,
  );
}

function printLengths(
  score: typeof scoreTexts,
  texts: readonly LabelledText[],
  modelFor: (text: LabelledText) => LexicalModel | undefined,
): void {
  console.log('\nBy length, the same texts of at least 300 words:');
  for (const size of LENGTHS) printPooled(`  ${size} words`, score(texts, size, 300, modelFor));
}

function printGroups(
  title: string,
  scored: readonly Scored[],
  verdicts: readonly Scored[],
  keyOf: (scored: Scored) => string,
  least: number,
): void {
  console.log(`\n${title}: AUROC within · TPR at 1 % / 0.1 % FPR of all · recall at likely · false alarms of likely`);
  const human = scoresOf(scored, false);
  const cuts = human.length > 0 ? [thresholdAt(human, 0.01), thresholdAt(human, 0.001)] : [];
  for (const key of [...new Set(scored.map(keyOf))].sort()) {
    const own = scored.filter((one) => keyOf(one) === key);
    const [people, machines] = [scoresOf(own, false), scoresOf(own, true)];
    if (people.length < least && machines.length < least) continue;
    const judged = verdicts.filter((one) => keyOf(one) === key);
    const hits = (machine: boolean) => {
      const values = scoresOf(judged, machine);
      return rate(Math.round(shareAbove(values, 0) * values.length), values.length);
    };
    const cells = [
      people.length > 0 && machines.length > 0 ? auroc(people, machines).toFixed(3) : '–',
      machines.length > 0 && cuts.length > 0
        ? cuts.map((cut) => shareAbove(machines, cut).toFixed(3)).join(' / ')
        : '–',
      machines.length > 0 ? hits(true) : '–',
      people.length > 0 ? hits(false) : '–',
    ];
    console.log(`  ${key}: ${cells.join(' · ')}`);
  }
}

/** Recall on the generators of 2024–26 of vendors none of whose texts the model has seen. */
function printVendors(texts: readonly LabelledText[], likely: number): void {
  console.log('\nVendor held out (its texts of all corpora), texts of 2024–26, recall at likely:');
  for (const [vendor, names] of Object.entries(VENDORS)) {
    const theirs = ({ vendor: own, generator }: LabelledText) => own === vendor || names.test(generator);
    const model = modelOf(texts, (text) => !theirs(text));
    const scored = scoreTexts(texts, 150, 40, (text) => (text.vendor !== '' && theirs(text) ? model : undefined));
    const values = scoresOf(scored, true);
    console.log(`  ${vendor}: ${rate(Math.round(shareAbove(values, likely) * values.length), values.length)}`);
  }
}

/** Names of the vendors' generators in the corpora that do not name the vendor. */
const VENDORS: Record<string, RegExp> = {
  OpenAI: /gpt|davinci|curie|babbage|\bo[134]\b|o[134]-/i,
  Google: /gemini|gemma|palm|flan|bard/i,
  Alibaba: /qwen|qwq/i,
  DeepSeek: /deepseek/i,
  Meta: /llama|opt-/i,
};

function calibrationModule(buckets: readonly Bucket[]): string {
  const band = (human: readonly Scored[], threshold: number) => {
    const rows = alarms(human, threshold).map(
      ({ register, texts, alarms: count }) => `        { register: '${register}', texts: ${texts}, alarms: ${count} },`,
    );
    return `{\n      threshold: ${threshold},\n      alarms: [\n${rows.join('\n')}\n      ],\n    }`;
  };
  const entries = buckets.map(({ words, likely, possible, scored }) => {
    const human = scored.filter(({ of }) => !of.machine);
    return `  {\n    words: ${words},\n    likely: ${band(human, likely)},\n    possible: ${band(human, possible)},\n  },`;
  });
  return `/**
 * Thresholds of the bands and the false alarms they gave on human texts of corpora the judging model had not seen.
 * Generated by \`scripts/model/evaluate.mjs\`: change that, not this.
 */

import type { LengthCalibration } from './bands';

/** By rising length. Texts shorter than the first bucket are not judged. */
export const calibration: readonly LengthCalibration[] = [
${entries.join('\n')}
];
`;
}
