import type { Span } from '../records/position';
import type { WindowScore } from './lexical/scorer';

/** A part of a text that reads like machine text: the whole text where it is short. */
export interface Passage extends Span {
  words: number;
}

/** The whole text, without the white space around it. */
export function wholeText(text: string, words: number): Passage {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length, words };
}

/**
 * Runs of windows above `floor`, the hottest first. Windows overlap or touch, so neighbours merge into one passage; only
 * runs with at least one window above `peak` count.
 */
export function hotPassages(text: string, windows: readonly WindowScore[], floor: number, peak = floor): Passage[] {
  const runs: { start: number; end: number; peak: number }[] = [];
  let open: (typeof runs)[number] | undefined;
  for (const { start, end, score } of windows) {
    if (score <= floor) open = undefined;
    else if (open) {
      open.end = end;
      open.peak = Math.max(open.peak, score);
    } else {
      open = { start, end, peak: score };
      runs.push(open);
    }
  }
  return runs
    .filter((run) => run.peak > peak)
    .sort((a, b) => b.peak - a.peak)
    .map(({ start, end }) => ({ start, end, words: text.slice(start, end).split(/\s+/).length }));
}
