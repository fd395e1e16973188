/** Thresholds of single windows in long texts: the longer the text, the more windows there are to be wrong about. */
import { STEP, WINDOW } from '../../server/src/engine/synthetic/judge';
import type { LengthCalibration } from '../../server/src/engine/synthetic/lexical/bands';
import { type Budgets, fitBucket, type HumanScore, humanProse, registerOf } from './calibrate';
import type { LabelledText } from './corpora';
import { groupBy } from './groupBy';
import { randomFrom, shuffle } from './random';
import { type ModelFor, scorers } from './scoreTexts';

/** Words a text must have to fall into each bucket. */
const BUCKETS = [300, 600, 1200, 2400, 4800, 9600];
/** Over all, what whole texts leave of what the bands promise: a long text can be accused for either reason. */
const BUDGETS: Budgets = { likely: { pooled: 0.001, worst: 0.01 }, possible: { pooled: 0.01, worst: 0.03 } };

/**
 * What a threshold rises by, at least, when the texts get twice as long: as it does in the registers that have texts enough
 * to tell. The worst register has not beyond about two thousand words: whatever its strings are, one text is the hottest.
 */
const RISE = 0.35;

/** Hottest window of a human text. */
interface Hottest extends HumanScore {
  readonly words: number;
  readonly source: string;
}

/**
 * The corpora hold few texts of more than a thousand words. So texts of one corpus and register are strung together, in
 * several random orders, and the hottest window of the string is that of its texts: no window lies across a seam, as
 * there are none in a real text. Texts of different authors in one string are a little more likely to hold a hot window
 * than a text by one of them, which errs on the safe side.
 */
export function fitPassages(texts: readonly LabelledText[], modelFor: ModelFor): LengthCalibration[] {
  const hottest = hottestWindows(texts, modelFor);
  const buckets: LengthCalibration[] = [];
  BUCKETS.forEach((words, index) => {
    const longest = BUCKETS[index + 1] ?? words * 2;
    const shorter = buckets[index - 1];
    const least = shorter && {
      likely: shorter.likely.threshold + RISE,
      possible: shorter.possible.threshold + RISE,
    };
    // Fitted on strings of texts used several times, counted on strings of texts used once.
    const samples = [strings(hottest, longest, Math.ceil(longest / 300)), strings(hottest, longest, 1)];
    buckets.push(fitBucket(words, samples, BUDGETS, least));
  });
  return buckets;
}

function hottestWindows(texts: readonly LabelledText[], modelFor: ModelFor): Hottest[] {
  const scorerFor = scorers(modelFor);
  return humanProse(texts).flatMap((of) => {
    const scorer = scorerFor(of);
    if (!scorer) return [];
    const { words, windows } = scorer.scoreWithWindows(of.text, WINDOW, STEP, WINDOW);
    if (windows.length === 0) return [];
    const score = Math.max(...windows.map((window) => window.score));
    return [{ register: registerOf(of.domain), source: `${of.corpus} ${of.domain}`, words, score }];
  });
}

/** Strings of at least `words` words, of texts of one corpus and register in several random orders. */
function strings(texts: readonly Hottest[], words: number, orders: number): HumanScore[] {
  const random = randomFrom(words);
  const result: HumanScore[] = [];
  for (const group of groupBy(texts, ({ source }) => source).values()) {
    for (let round = 0; round < orders; round++) {
      const order = Int32Array.from(group, (_, index) => index);
      shuffle(order, random);
      let length = 0;
      let score = Number.NEGATIVE_INFINITY;
      for (const index of order) {
        const text = group[index]!;
        length += text.words;
        score = Math.max(score, text.score);
        if (length < words) continue;
        result.push({ register: text.register, score });
        length = 0;
        score = Number.NEGATIVE_INFINITY;
      }
    }
  }
  return result;
}
