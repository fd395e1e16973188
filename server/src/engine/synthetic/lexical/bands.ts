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
export interface LengthCalibration {
  readonly words: number;
  readonly likely: BandCalibration;
  readonly possible: BandCalibration;
}
