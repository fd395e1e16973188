/** Thresholds of the bands from the scores of human texts that the judging model has not seen. */

import { abstentionOf } from '../../server/src/engine/synthetic/judge';
import {
  type BandCalibration,
  type LengthCalibration,
  type RegisterAlarms,
  type SuspectBand,
  scoreAt,
} from '../../server/src/engine/synthetic/lexical/bands';
import type { LabelledText } from './corpora';
import { groupBy } from './groupBy';
import { shareAbove, thresholdAt } from './metrics';
import { type ModelFor, scoreTexts } from './scoreTexts';

/** Words a text must have to fall into each bucket of thresholds; it is fitted on the first so many words. */
const BUCKETS = [40, 60, 80, 110, 150, 200, 300];
/** Registers with fewer human texts than this say nothing about one in a hundred. */
const SMALLEST_REGISTER = 150;

/** Shares of human texts that may be above a threshold: of all, and of the worst register. */
export type Budgets = Readonly<Record<SuspectBand, { readonly pooled: number; readonly worst: number }>>;

/**
 * Thresholds do not transfer to corpora nobody measured, so the bands are fitted to less than what they promise:
 * `likely` promises 0.5 % over all and 1 % on the worst register, `possible` 5 % on both.
 */
const BUDGETS: Budgets = { likely: { pooled: 0.003, worst: 0.0075 }, possible: { pooled: 0.03, worst: 0.04 } };

/** A score of human text and the register it is of. */
export interface HumanScore {
  readonly register: string;
  readonly score: number;
}

/** Thresholds for whole texts by length. */
export function fitTexts(texts: readonly LabelledText[], modelFor: ModelFor): LengthCalibration[] {
  const people = humanProse(texts);
  return BUCKETS.map((least, index) => {
    const longest = (BUCKETS[index + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const scores = (size: number) =>
      scoreTexts(people, size, least, modelFor).map(({ of, score, words, bias }) => ({
        register: registerOf(of.domain),
        score: longest === Number.POSITIVE_INFINITY ? scoreAt(least, score, words, bias) : score,
      }));
    // Scores spread with length, so both ends are looked at: as few words as the bucket takes, and as many.
    return fitBucket(least, [scores(least), scores(longest)], BUDGETS);
  });
}

/** Human texts the judge does not abstain on. */
export function humanProse(texts: readonly LabelledText[]): LabelledText[] {
  return texts.filter(({ machine, text }) => !machine && !abstentionOf(text));
}

/** Thresholds of at least `least` that hold for every one of the samples; the alarms are counted on the last. */
export function fitBucket(
  words: number,
  samples: readonly (readonly HumanScore[])[],
  budgets: Budgets,
  least = { likely: Number.NEGATIVE_INFINITY, possible: Number.NEGATIVE_INFINITY },
): LengthCalibration {
  const [likely, possible] = (['likely', 'possible'] as const).map((band) =>
    Math.max(least[band], ...samples.map((sample) => thresholdWithin(sample, budgets[band]))),
  ) as [number, number];
  const last = samples[samples.length - 1]!;
  const calibrated = (threshold: number): BandCalibration => ({ threshold, alarms: alarms(last, threshold) });
  return { words, likely: calibrated(likely), possible: calibrated(Math.min(likely, possible)) };
}

/** Lowest threshold that keeps all human text and every register within a budget, rounded up to hundredths. */
function thresholdWithin(human: readonly HumanScore[], { pooled, worst }: Budgets[SuspectBand]): number {
  const thresholds = [thresholdAt(scores(human), pooled)];
  for (const register of groupBy(human, ({ register }) => register).values()) {
    if (register.length >= SMALLEST_REGISTER) thresholds.push(thresholdAt(scores(register), worst));
  }
  return Math.ceil(Math.max(...thresholds) * 100) / 100;
}

/** False alarms at a threshold: over all, then by register, the worst first. */
function alarms(human: readonly HumanScore[], threshold: number): RegisterAlarms[] {
  const count = (register: string, of: readonly HumanScore[]) => ({
    register,
    texts: of.length,
    alarms: Math.round(shareAbove(scores(of), threshold) * of.length),
  });
  return [
    count('all', human),
    ...[...groupBy(human, ({ register }) => register)]
      .filter(([, of]) => of.length >= SMALLEST_REGISTER)
      .map(([register, of]) => count(register, of))
      .sort((a, b) => b.alarms / b.texts - a.alarms / a.texts || (a.register < b.register ? -1 : 1)),
  ];
}

/** The register of a domain: what stands after the underscore is the subject or the outlet (`textbook_history`). */
export function registerOf(domain: string): string {
  return domain.replace(/_.*/, '');
}

function scores(human: readonly HumanScore[]): Float64Array {
  return Float64Array.from(human, ({ score }) => score);
}
