/** How consistently a feature separates the labels over sources, not only over documents. */
import type { Labels } from './train';
import type { Windows } from './windows';

const FLOOR = 5e-4;

/**
 * `(min(t, 8) · |log((p1 + floor) / (p0 + floor))|) ^ exponent` for each slot, with `p` the mean over sources of the
 * share of windows that have the feature, and `t` Welch's value over the sources' log shares. All 1 for exponent 0.
 */
export function consistencyScale(
  windows: Windows,
  labels: Labels,
  chosen: Int32Array,
  slots: number,
  exponent: number,
): Float32Array {
  const scale = new Float32Array(slots);
  if (exponent === 0) return scale.fill(1);
  const lists: number[][] = Array.from({ length: labels.sources * 2 }, () => []);
  for (const window of chosen) {
    const document = windows.documents[window]!;
    lists[labels.source[document]! * 2 + labels.machine[document]!]!.push(window);
  }
  const used = [0, 0];
  const sumRate = [new Float32Array(slots), new Float32Array(slots)];
  const sumLog = [new Float32Array(slots), new Float32Array(slots)];
  const sumSquare = [new Float32Array(slots), new Float32Array(slots)];
  const counts = new Uint16Array(slots);
  const base = Math.log(FLOOR);
  lists.forEach((list, stratum) => {
    if (list.length < 30) return;
    const label = stratum & 1;
    used[label]!++;
    counts.fill(0);
    for (const window of list) {
      for (let i = windows.offsets[window]!; i < windows.offsets[window + 1]!; i++) counts[windows.features[i]!]!++;
    }
    const [rates, logs, squares] = [sumRate[label]!, sumLog[label]!, sumSquare[label]!];
    for (let slot = 0; slot < slots; slot++) {
      const count = counts[slot]!;
      if (count === 0) continue;
      const rate = count / list.length;
      // Measured from the value of an absent feature, so that absent features need no work.
      const log = Math.log(rate + FLOOR) - base;
      rates[slot]! += rate;
      logs[slot]! += log;
      squares[slot]! += log * log;
    }
  });
  const [n0, n1] = used as [number, number];
  for (let slot = 0; slot < slots; slot++) {
    const p0 = sumRate[0]![slot]! / n0;
    const p1 = sumRate[1]![slot]! / n1;
    if (p0 === 0 && p1 === 0) continue;
    const m0 = sumLog[0]![slot]! / n0;
    const m1 = sumLog[1]![slot]! / n1;
    const v0 = Math.max(0, sumSquare[0]![slot]! / n0 - m0 * m0) / (n0 - 1);
    const v1 = Math.max(0, sumSquare[1]![slot]! / n1 - m1 * m1) / (n1 - 1);
    const t = Math.min(8, Math.abs(m1 - m0) / Math.sqrt(v0 + v1 + 1e-6));
    scale[slot] = (t * Math.abs(Math.log((p1 + FLOOR) / (p0 + FLOOR)))) ** exponent;
  }
  return scale;
}
