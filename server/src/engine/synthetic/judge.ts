import type { Span } from '../records/position';
import { type ContentKind, contentKind } from './content';
import { detectLanguage } from './language';
import type { LengthCalibration } from './lexical/bands';
import type { LexicalScorer } from './lexical/scorer';
import type { OwnCalibration } from './ownCalibration';

/** Ordinal verdict on one text. `abstain`: the model has nothing to say of such a text. */
export type Band = 'abstain' | 'unlikely' | 'possible' | 'likely';

/** Why the model abstains. */
export type Abstention = Exclude<ContentKind, 'prose'> | 'other language' | 'unknown language';

export interface Judgement {
  band: Band;
  abstention?: Abstention;
  words: number;
  /** Log-odds of the whole text, higher = more likely machine; null for a text without words. */
  score: number | null;
  /** How far the score is above the threshold of `likely`; for comparing texts of different lengths. */
  excess: number;
  /** Thresholds and false alarms of texts of this length; absent where the model abstains. */
  calibration?: LengthCalibration;
  /** Parts that read most like machine text: the whole text where it is short. Empty below `possible`. */
  passages: Span[];
}

/** Shortest text worth scoring, in UTF-16 units: forty words have more. */
const SHORTEST = 120;
/** Words of a window, and from one window to the next, when a passage is looked for in a long text. */
const WINDOW = 150;
const STEP = 75;

/** Judges texts with the lexical model, its calibration, and the user's own where there is one. */
export class Judge {
  constructor(
    readonly scorer: LexicalScorer,
    private readonly calibrations: readonly LengthCalibration[],
    readonly own?: OwnCalibration,
  ) {}

  /** The same judge with thresholds moved to someone's own human text. */
  calibratedTo(own: OwnCalibration): Judge {
    return new Judge(this.scorer, this.calibrations, own);
  }

  /** Day the model was trained. */
  get date(): string {
    return this.scorer.model.date;
  }

  /** The full verdict on a text. */
  judge(text: string): Judgement {
    const { words, score } = this.scorer.scoreText(text);
    return this.verdict(text, words, score);
  }

  /** The verdict on a text that is at least `possible`; undefined for all others, at the cost of scoring alone. */
  suspect(text: string): Judgement | undefined {
    if (text.length < SHORTEST) return undefined;
    const { words, score } = this.scorer.scoreText(text);
    const calibration = this.calibrationFor(words);
    if (!calibration || score <= this.threshold(calibration, 'possible')) return undefined;
    const judgement = this.verdict(text, words, score);
    return judgement.band === 'abstain' ? undefined : judgement;
  }

  /** Threshold of a band for texts of a length. */
  threshold(calibration: LengthCalibration, band: 'likely' | 'possible'): number {
    return calibration[band].threshold + (this.own?.[band].shift ?? 0);
  }

  /** Thresholds for a text of so many words; undefined for one too short to be judged. */
  calibrationFor(words: number): LengthCalibration | undefined {
    return this.calibrations.findLast((bucket) => words >= bucket.words);
  }

  private verdict(text: string, words: number, score: number): Judgement {
    const calibration = this.calibrationFor(words);
    const silent = { band: 'abstain', words, score: words > 0 ? score : null, excess: 0, passages: [] } as const;
    const abstention = calibration ? abstentionOf(text) : 'short';
    if (!calibration || abstention) return { ...silent, passages: [], abstention: abstention ?? 'short' };
    const excess = score - this.threshold(calibration, 'likely');
    const band = excess > 0 ? 'likely' : score > this.threshold(calibration, 'possible') ? 'possible' : 'unlikely';
    const passages = band === 'unlikely' ? [] : this.passages(text, words);
    return { band, words, score, excess, calibration, passages };
  }

  /** The windows that are hot by themselves, adjacent ones merged; the whole text where none is, or all are. */
  private passages(text: string, words: number): Span[] {
    const whole = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
    const calibration = this.calibrationFor(WINDOW);
    if (words <= WINDOW + STEP || !calibration) return [whole];
    const threshold = this.threshold(calibration, 'possible');
    const passages: Span[] = [];
    for (const { start, end, score } of this.scorer.scoreWindows(text, WINDOW, STEP)) {
      if (score <= threshold) continue;
      const last = passages[passages.length - 1];
      if (last && start <= last.end) last.end = end;
      else passages.push({ start, end });
    }
    return passages.length > 0 ? passages : [whole];
  }
}

function abstentionOf(text: string): Abstention | undefined {
  const { kind } = contentKind(text);
  if (kind !== 'prose') return kind;
  const { language } = detectLanguage(text);
  return language === 'en' ? undefined : language === 'other' ? 'other language' : 'unknown language';
}
