/** A band that is a suspicion. */
export type SuspectBand = 'possible' | 'likely';

/** False alarms of a band on one register of human text; the first entry is all registers together. */
export interface RegisterAlarms {
  readonly register: string;
  readonly texts: number;
  readonly alarms: number;
}

/** One band: scores strictly above the threshold fall into it. */
export interface BandCalibration {
  readonly threshold: number;
  readonly alarms: readonly RegisterAlarms[];
}

/** The bands for texts of at least so many words (and fewer than the next bucket's). */
export interface LengthCalibration extends Readonly<Record<SuspectBand, BandCalibration>> {
  readonly words: number;
}

/** Thresholds by rising length. */
export interface Calibration {
  /**
   * For the score of a whole text. Texts shorter than the first bucket are not judged; of those longer than the last, the
   * score is taken at its length ({@link scoreAt}).
   */
  readonly texts: readonly LengthCalibration[];
  /**
   * For the hottest window of a text: the longer the text, the more windows there are to be wrong about. In texts shorter
   * than the first bucket no window decides by itself.
   */
  readonly passages: readonly LengthCalibration[];
}

/**
 * The score of a text of `words` words as it would be in a text of `at` words of the same composition, where it is longer:
 * what a score is above or below the bias grows as the root of the length.
 */
export function scoreAt(at: number, score: number, words: number, bias: number): number {
  return words > at ? bias + (score - bias) * Math.sqrt(at / words) : score;
}

/** The bucket for so many words. */
export function bucketOf(buckets: readonly LengthCalibration[], words: number): LengthCalibration | undefined {
  return buckets.findLast((bucket) => words >= bucket.words);
}
