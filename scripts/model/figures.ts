/** The figures an evaluation reports: separation, and what the bands find and falsely accuse, as rows of tables. */
import type { Band, Judge } from '../../server/src/engine/synthetic/judge';
import type { LabelledText } from './corpora';
import { groupBy } from './groupBy';
import { auroc, shareAbove, thresholdAt } from './metrics';
import { beginningOf } from './scoreTexts';

/** Shares of human texts accused at which recall is reported. */
export const RATES = [0.05, 0.01, 0.005, 0.001] as const;
/** Words of the beginnings that are compared by length. */
export const LENGTHS = [20, 40, 80, 150, 300] as const;
/** Words of the beginnings that all other figures of separation are of, and the fewest a text must have. */
export const HEADLINE = 150;
export const LEAST = 40;

/** So many of so many. */
export type Count = readonly [hits: number, of: number];

/** One row of figures. */
export interface Row {
  readonly name: string;
  readonly human: number;
  readonly machine: number;
  /** Of the row's machine texts against its own human ones; null where one side is missing. */
  readonly auroc: number | null;
  /** Share of the row's machine texts above the thresholds that {@link RATES} of *all* human texts exceed. */
  readonly recall: readonly number[];
  /** What each band reaches, of human and of machine texts; `possible` includes `likely`. */
  readonly likely: { readonly human: Count; readonly machine: Count };
  readonly possible: { readonly human: Count; readonly machine: Count };
}

/** Figures of one set of texts. */
export interface Report {
  readonly pooled: Row;
  /** See {@link lengthRows}. */
  readonly lengths: readonly Row[];
  readonly corpora: readonly Row[];
  readonly registers: readonly Row[];
  /** Machine texts by generator. */
  readonly generators: readonly Row[];
}

/** A text judged. */
interface Judged {
  readonly of: LabelledText;
  /** Log-odds of the beginning. */
  readonly score: number;
  readonly band: Band;
}

/** Says which judge may judge a text; texts it has none for are left out. */
export type JudgeFor = (text: LabelledText) => Judge | undefined;

/** Scores of the first `size` words of texts of at least `least`, and bands of those or of the whole texts. */
function judgeTexts(
  texts: readonly LabelledText[],
  judgeFor: JudgeFor,
  size: number,
  least: number,
  banded: 'beginning' | 'whole',
): Judged[] {
  const judged: Judged[] = [];
  for (const of of texts) {
    const judge = judgeFor(of);
    const beginning = judge && beginningOf(of.text, size, least);
    if (!judge || beginning === undefined) continue;
    const { band } = judge.judge(banded === 'whole' ? of.text : beginning);
    judged.push({ of, score: judge.scorer.scoreText(beginning).score, band });
  }
  return judged;
}

/** All figures of a set of texts. Groups of fewer than `smallest` texts of either label are left out of the tables. */
export function reportOn(texts: readonly LabelledText[], judgeFor: JudgeFor, smallest = 40): Report {
  const judged = judgeTexts(texts, judgeFor, HEADLINE, LEAST, 'whole');
  const cuts = cutsOf(judged);
  const rows = (of: readonly Judged[], keyOf: (text: LabelledText) => string) =>
    [...groupBy(of, (one) => keyOf(one.of))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => rowOf(name, group, cuts))
      .filter(({ human, machine }) => human >= smallest || machine >= smallest);
  return {
    pooled: rowOf('all', judged, cuts),
    lengths: lengthRows(texts, judgeFor),
    corpora: rows(judged, ({ corpus }) => corpus),
    registers: rows(judged, ({ domain }) => domain),
    generators: rows(
      judged.filter(({ of }) => of.machine),
      ({ generator }) => generator,
    ),
  };
}

/** The row of all texts alone. */
export function pooledRow(texts: readonly LabelledText[], judgeFor: JudgeFor): Row {
  const judged = judgeTexts(texts, judgeFor, HEADLINE, LEAST, 'whole');
  return rowOf('all', judged, cutsOf(judged));
}

/** Beginnings of the texts of at least 300 words: the same texts at each length. */
export function lengthRows(texts: readonly LabelledText[], judgeFor: JudgeFor): Row[] {
  return LENGTHS.map((size) => {
    const beginnings = judgeTexts(texts, judgeFor, size, Math.max(...LENGTHS), 'beginning');
    return rowOf(`${size} words`, beginnings, cutsOf(beginnings));
  });
}

/** One row over some of the texts whose human part gave the cuts. */
function rowOf(name: string, judged: readonly Judged[], cuts: readonly number[]): Row {
  const scores = (machine: boolean) =>
    Float64Array.from(
      judged.filter(({ of }) => of.machine === machine),
      ({ score }) => score,
    );
  const human = scores(false);
  const machine = scores(true);
  const reach = (machines: boolean, bands: readonly Band[]): Count => [
    judged.filter(({ of, band }) => of.machine === machines && bands.includes(band)).length,
    machines ? machine.length : human.length,
  ];
  const band = (...bands: Band[]) => ({ human: reach(false, bands), machine: reach(true, bands) });
  return {
    name,
    human: human.length,
    machine: machine.length,
    auroc: human.length > 0 && machine.length > 0 ? rounded(auroc(human, machine)) : null,
    recall: machine.length > 0 ? cuts.map((cut) => rounded(shareAbove(machine, cut))) : [],
    likely: band('likely'),
    possible: band('likely', 'possible'),
  };
}

/** Thresholds that {@link RATES} of the human texts exceed; none where there is no human text. */
function cutsOf(judged: readonly Judged[]): number[] {
  const human = Float64Array.from(
    judged.filter(({ of }) => !of.machine),
    ({ score }) => score,
  );
  return human.length > 0 ? RATES.map((rate) => thresholdAt(human, rate)) : [];
}

/** Four decimals: more are noise, and would make the file of figures long. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
