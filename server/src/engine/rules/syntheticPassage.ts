import type { FileContext } from '../context';
import { provenanceOf } from '../subject';
import type { Judgement } from '../synthetic/judge';
import type { LengthCalibration, RegisterAlarms } from '../synthetic/lexical/bands';
import { type Reason, reasonsIn } from '../synthetic/reasons';
import type { TextPart } from '../texts';
import type { Problem, Related, Severity, Subject } from './rule';

/** What a message says of a verdict. */
export interface Verdict {
  words: number;
  /** False alarms of this band at this length, in words. */
  alarms: string;
  reasons: string[];
  /** Day the model was trained. */
  date: string;
}

/** The text of a record that reads most like machine text, when it reaches the band. */
interface Suspect {
  part: TextPart;
  judgement: Judgement;
}

/** Problems of a record in one band: at most one, on the passage that is most suspect. */
export function passageProblems(
  subject: Subject,
  context: FileContext,
  band: 'likely' | 'possible',
): Problem<Verdict>[] {
  const { texts } = subject;
  const { judge, deniesMachineText } = context.inputs;
  if (!judge) return [];
  let worst: Suspect | undefined;
  for (const part of texts) {
    const { originClass } = provenanceOf(part, subject, context);
    // What is declared machine-made needs no suspicion.
    if (originClass === 'machine' || originClass === 'mixed') continue;
    const judgement = judge.suspect(part.text);
    if (judgement && judgement.excess > (worst?.judgement.excess ?? Number.NEGATIVE_INFINITY))
      worst = { part, judgement };
  }
  if (!worst || worst.judgement.band !== band) return [];
  const { part, judgement } = worst;
  const [first, ...others] = judgement.passages;
  const reasons = reasonsIn(part.text, first!, judge.scorer.model);
  const claim = provenanceOf(part, subject, context);
  const isOwn = claim.get('digital_source_type')?.own !== undefined;
  const claimsHuman = isOwn && claim.originClass === 'human';
  const severity: Severity | undefined =
    band === 'likely' && (claimsHuman || deniesMachineText) ? 'warning' : undefined;
  return [
    {
      ...part.locate(first!.start, first!.end),
      data: {
        words: first!.words,
        alarms: sayAlarms(judgement.calibration!, band, context),
        reasons: reasons.map(({ words }) => words),
        date: judge.date,
      },
      related: [
        ...reasons.map(related(part)),
        ...others.map((span) => related(part)({ ...span, words: 'Another such passage' })),
      ],
      ...(severity && { severity }),
    },
  ];
}

/** The message of a verdict; never a probability. */
export function sayVerdict(lead: string, { words, alarms, reasons, date }: Verdict): string {
  const why = reasons.length > 0 ? ` Reasons: ${[...new Set(reasons)].join('; ')}.` : '';
  return `${lead} (${words} words). ${alarms}${why} Model of ${date}; a reason to look, no proof.`;
}

function related(part: TextPart): (reason: Reason) => Related {
  return ({ words, start, end }) => ({ message: words, span: part.locate(start, end) });
}

/** False alarms of a band: of the user's own texts where there is a calibration, else of ours. */
export function sayAlarms(
  calibration: LengthCalibration,
  band: 'likely' | 'possible',
  { inputs }: FileContext,
): string {
  const own = inputs.judge?.own;
  if (own) {
    return `False alarms of this verdict on your own human texts: ${own[band].alarms} of ${own.texts} (${own.date}).`;
  }
  const [all, worst] = calibration[band].alarms as [RegisterAlarms, RegisterAlarms?];
  const share = ({ alarms, texts }: RegisterAlarms) => `${((100 * alarms) / texts).toFixed(2)} %`;
  const register = worst ? `, ${share(worst)} in the worst register (${worst.register})` : '';
  return `False alarms of this verdict on human texts: ${share(all)} over all${register}.`;
}
