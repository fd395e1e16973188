/** Figures of merit of a score that should be higher for machine text. */

/** Area under the receiver operating characteristic; ties count half. */
export function auroc(human: Float64Array, machine: Float64Array): number {
  const negatives = human.slice().sort();
  const positives = machine.slice().sort();
  let below = 0;
  let notAbove = 0;
  let sum = 0;
  for (const score of positives) {
    while (below < negatives.length && negatives[below]! < score) below++;
    while (notAbove < negatives.length && negatives[notAbove]! <= score) notAbove++;
    sum += (below + notAbove) / 2;
  }
  return sum / (negatives.length * positives.length);
}

/** Lowest threshold that at most `rate` of the human scores lie strictly above. */
export function thresholdAt(human: Float64Array, rate: number): number {
  const sorted = human.slice().sort();
  return sorted[Math.max(0, sorted.length - 1 - Math.floor(rate * sorted.length))]!;
}

/** Share of the scores strictly above a threshold. */
export function shareAbove(scores: Float64Array, threshold: number): number {
  let above = 0;
  for (const score of scores) if (score > threshold) above++;
  return above / scores.length;
}

/** Wilson's interval of a proportion at 95 %. */
export function wilson(successes: number, trials: number): [number, number] {
  if (trials === 0) return [0, 1];
  const z = 1.959963984540054;
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const divisor = 1 + (z * z) / trials;
  return [Math.max(0, (centre - half) / divisor), Math.min(1, (centre + half) / divisor)];
}
