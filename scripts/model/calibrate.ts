/** Thresholds of the bands from the scores of human texts that the judging model has not seen. */
import { shareAbove, thresholdAt, wilson } from './metrics';
import type { Scored } from './scoreTexts';

/** Registers with fewer human texts than this say nothing about one in a hundred. */
const SMALLEST_REGISTER = 150;

/** False alarms of one band on one register. */
export interface RegisterAlarms {
  readonly register: string;
  readonly texts: number;
  readonly alarms: number;
}

/** Lowest threshold that keeps all human text to `pooled` and every register to `worst`, rounded up to hundredths. */
export function bandThreshold(human: readonly Scored[], pooled: number, worst: number): number {
  const thresholds = [thresholdAt(scores(human), pooled)];
  for (const register of registers(human).values()) {
    if (register.length >= SMALLEST_REGISTER) thresholds.push(thresholdAt(scores(register), worst));
  }
  return Math.ceil(Math.max(...thresholds) * 100) / 100;
}

/** False alarms at a threshold, by register and, first, over all. */
export function alarms(human: readonly Scored[], threshold: number): RegisterAlarms[] {
  const count = (texts: readonly Scored[]) => Math.round(shareAbove(scores(texts), threshold) * texts.length);
  return [
    { register: 'all', texts: human.length, alarms: count(human) },
    ...[...registers(human)]
      .filter(([, texts]) => texts.length >= SMALLEST_REGISTER)
      .map(([register, texts]) => ({ register, texts: texts.length, alarms: count(texts) }))
      .sort((a, b) => b.alarms / b.texts - a.alarms / a.texts || (a.register < b.register ? -1 : 1)),
  ];
}

/** `0.4 % (0.2–0.8)` of so many texts. */
export function rate(hits: number, texts: number): string {
  const percent = (share: number) => (share * 100).toFixed(share < 0.0995 ? 2 : 1);
  const [low, high] = wilson(hits, texts);
  return `${percent(hits / texts)} % (${percent(low)}–${percent(high)}), n ${texts}`;
}

/** The register of a domain: what stands after the underscore is the subject or the outlet (`textbook_history`). */
export function registerOf(domain: string): string {
  return domain.replace(/_.*/, '');
}

function registers(texts: readonly Scored[]): Map<string, Scored[]> {
  const map = new Map<string, Scored[]>();
  for (const text of texts) {
    const register = registerOf(text.of.domain);
    const list = map.get(register);
    if (list === undefined) map.set(register, [text]);
    else list.push(text);
  }
  return map;
}

function scores(texts: readonly Scored[]): Float64Array {
  return Float64Array.from(texts, ({ score }) => score);
}
