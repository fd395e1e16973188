/** Thresholds moved to the user's own trusted human text. Figures only; none of the text is kept. */
export interface OwnCalibration {
  /** Day it was made, `yyyy-mm-dd`, and the day of the model it was made for. */
  date: string;
  model: string;
  /** Human texts it was made on. */
  texts: number;
  likely: BandShift;
  possible: BandShift;
}

export interface BandShift {
  /** Added to the shipped threshold of every length. */
  shift: number;
  /** Of the texts, how many are still above it. */
  alarms: number;
}

/** False alarms that a band may give, as a share of human texts. */
const TARGETS = { likely: 0.005, possible: 0.05 } as const;

/** Room above the highest score where there are too few texts to see the target share. */
const MARGIN = 0.1;

/**
 * Moves the thresholds so that at most the target share of the texts is above them.
 *
 * @param excesses for each human text, how far it or its hottest passage is above the shipped threshold of each band
 */
export function fitOwnCalibration(
  excesses: readonly { likely: number; possible: number }[],
  date: string,
  model: string,
): OwnCalibration {
  const fit = (band: 'likely' | 'possible'): BandShift => {
    const sorted = excesses.map((excess) => excess[band]).sort((a, b) => b - a);
    const allowed = Math.floor(sorted.length * TARGETS[band]);
    const highest = sorted[allowed] ?? 0;
    const shift = Math.round((highest + (allowed === 0 ? MARGIN : 0)) * 1000) / 1000 + 0.001;
    return { shift, alarms: sorted.filter((excess) => excess > shift).length };
  };
  const likely = fit('likely');
  const possible = fit('possible');
  return { date, model, texts: excesses.length, likely, possible };
}
