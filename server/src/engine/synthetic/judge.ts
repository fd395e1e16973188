import { type ContentKind, contentKind } from './content';
import { detectLanguage } from './language';
import { bucketOf, type Calibration, type LengthCalibration, type SuspectBand, scoreAt } from './lexical/bands';
import type { LexicalScorer, WindowedScore, WindowScore } from './lexical/scorer';
import type { OwnCalibration } from './ownCalibration';
import { hotPassages, type Passage, wholeText } from './passages';

/** Ordinal verdict on one text. `abstain`: the model has nothing to say of such a text. */
export type Band = 'abstain' | 'unlikely' | SuspectBand;

/** Why the model abstains. */
export type Abstention = Exclude<ContentKind, 'prose'> | 'other language' | 'unknown language';

export interface Judgement {
  band: Band;
  abstention?: Abstention;
  words: number;
  /** Log-odds of the whole text, higher = more likely machine; null for a text without words. */
  score: number | null;
  /** How far what the verdict rests on is above the threshold of `likely`; for comparing texts of different lengths. */
  excess: number;
  /** Thresholds and false alarms of such a verdict, on whole texts or on passages; absent where the model abstains. */
  calibration?: LengthCalibration;
  /** What the verdict rests on, the most suspect first; the whole text where it is short. Empty below `possible`. */
  passages: Passage[];
}

/** Shortest text worth scoring, in UTF-16 units: forty words have more. */
const SHORTEST = 120;
/** Words of a window, and from one window to the next, when a passage is looked for in a long text. */
export const WINDOW = 150;
export const STEP = 75;

/** Something that can be above a threshold: a whole text, or the hottest window of one. */
interface Grounds {
  readonly score: number;
  readonly calibration: LengthCalibration;
}

/** Judges texts with the lexical model, its calibration, and the user's own where there is one. */
export class Judge {
  constructor(
    readonly scorer: LexicalScorer,
    private readonly calibration: Calibration,
    readonly own?: OwnCalibration,
  ) {}

  /** The same judge with thresholds moved to someone's own human text. */
  calibratedTo(own: OwnCalibration): Judge {
    return new Judge(this.scorer, this.calibration, own);
  }

  /** Day the model was trained. */
  get date(): string {
    return this.scorer.model.date;
  }

  /** The full verdict on a text. */
  judge(text: string): Judgement {
    return this.verdict(text, this.score(text));
  }

  /** The verdict on a text that is at least `possible`; undefined for all others, at the cost of scoring alone. */
  suspect(text: string): Judgement | undefined {
    if (text.length < SHORTEST) return undefined;
    const scored = this.score(text);
    if (!this.grounds(scored).some((grounds) => this.excess(grounds, 'possible') > 0)) return undefined;
    const judgement = this.verdict(text, scored);
    return judgement.passages.length > 0 ? judgement : undefined;
  }

  /** How far a text, or its hottest window, is above the threshold of each band; undefined where the model abstains. */
  excesses(text: string): Record<SuspectBand, number> | undefined {
    const grounds = this.grounds(this.score(text));
    if (grounds.length === 0 || abstentionOf(text)) return undefined;
    const highest = (band: SuspectBand) => Math.max(...grounds.map((one) => this.excess(one, band)));
    return { likely: highest('likely'), possible: highest('possible') };
  }

  private score(text: string): WindowedScore {
    return this.scorer.scoreWithWindows(text, WINDOW, STEP, this.calibration.passages[0]?.words);
  }

  /** What can be held against a text: first itself, then its hottest window. Nothing where the text is too short. */
  private grounds({ words, score, windows }: WindowedScore): Grounds[] {
    const ofTexts = bucketOf(this.calibration.texts, words);
    if (!ofTexts) return [];
    const longest = this.calibration.texts[this.calibration.texts.length - 1]!.words;
    const grounds = [{ score: scoreAt(longest, score, words, this.scorer.model.bias), calibration: ofTexts }];
    const ofPassages = bucketOf(this.calibration.passages, words);
    if (ofPassages && windows.length > 0) {
      const hottest = windows.reduce((most, window) => Math.max(most, window.score), Number.NEGATIVE_INFINITY);
      grounds.push({ score: hottest, calibration: ofPassages });
    }
    return grounds;
  }

  private threshold(calibration: LengthCalibration, band: SuspectBand): number {
    return calibration[band].threshold + (this.own?.[band].shift ?? 0);
  }

  private excess({ score, calibration }: Grounds, band: SuspectBand): number {
    return score - this.threshold(calibration, band);
  }

  private verdict(text: string, scored: WindowedScore): Judgement {
    const { words, score } = scored;
    const windows = this.speakable(text, scored);
    const grounds = this.grounds({ words, score, windows });
    const abstention = grounds.length === 0 ? 'short' : abstentionOf(text);
    if (abstention) {
      return { band: 'abstain', abstention, words, score: words > 0 ? score : null, excess: 0, passages: [] };
    }
    const reached = (['likely', 'possible'] as const).find((band) => grounds.some((one) => this.excess(one, band) > 0));
    const band = reached ?? 'likely';
    const strongest = grounds.reduce((most, one) => (this.excess(one, band) > this.excess(most, band) ? one : most));
    const { calibration } = strongest;
    const judgement = { words, score, excess: this.excess(strongest, 'likely'), calibration };
    if (!reached) return { ...judgement, band: 'unlikely', passages: [] };
    const floor = this.threshold(bucketOf(this.calibration.texts, WINDOW) ?? calibration, 'possible');
    const peak = strongest === grounds[0] ? floor : this.threshold(calibration, reached);
    const passages = hotPassages(text, windows, floor, peak);
    return { ...judgement, band: reached, passages: passages.length > 0 ? passages : [wholeText(text, words)] };
  }

  /** The windows, cold where they only look hot: of a table or another language the model has nothing to say. */
  private speakable(text: string, { words, windows }: WindowedScore): readonly WindowScore[] {
    const calibration = bucketOf(this.calibration.passages, words);
    if (!calibration) return windows;
    const threshold = this.threshold(calibration, 'possible');
    return windows.map((window) =>
      window.score > threshold && abstentionOf(text.slice(window.start, window.end))
        ? { ...window, score: Number.NEGATIVE_INFINITY }
        : window,
    );
  }
}

/** Why the model has nothing to say of a text, whatever its length; undefined for English prose. */
export function abstentionOf(text: string): Abstention | undefined {
  const { kind } = contentKind(text);
  if (kind !== 'prose') return kind;
  const { language } = detectLanguage(text);
  return language === 'en' ? undefined : language === 'other' ? 'other language' : 'unknown language';
}
