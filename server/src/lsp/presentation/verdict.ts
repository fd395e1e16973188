import type { FileContext } from '../../engine/context';
import { sayAlarms } from '../../engine/rules/syntheticPassage';
import type { Judgement } from '../../engine/synthetic/judge';
import { reasonsIn } from '../../engine/synthetic/reasons';
import { findRepetition } from '../../engine/synthetic/repetition';
import type { TextPart } from '../../engine/texts';
import type { Markup } from './markdown';

/** What the detector makes of a record's texts, in words: the one that is most suspect, and why. */
export function sayVerdictOn(texts: readonly TextPart[], context: FileContext, markup: Markup): string | undefined {
  const { judge } = context.inputs;
  if (!judge) return undefined;
  let most: { text: string; judgement: Judgement } | undefined;
  for (const { text } of texts) {
    const judgement = judge.judge(text);
    if (!most || rank(judgement) > rank(most.judgement)) most = { text, judgement };
  }
  if (!most) return undefined;
  const { text, judgement } = most;
  const repetition = findRepetition(text);
  if (judgement.abstention === 'short' && repetition.length === 0) return undefined;
  const { bullet } = markup;
  const lines = [`${markup.strong('Machine text')}: ${headline(judgement)}`];
  const { band, calibration, passages } = judgement;
  if ((band === 'likely' || band === 'possible') && calibration) {
    lines.push('', `${bullet}${sayAlarms(calibration, band, context)}`);
    const reasons = reasonsIn(text, passages[0]!, judge.scorer.model);
    for (const { words, start, end } of reasons)
      lines.push(`${bullet}${words}: ${markup.code(text.slice(start, end))}`);
    lines.push(`${bullet}Model of ${judge.date}; a reason to look, no proof.`);
  }
  for (const { reason } of repetition) lines.push(`${bullet}${reason}`);
  return lines.join('\n');
}

/** A verdict above an abstention, and then the higher one. */
function rank({ band, excess }: Judgement): number {
  return band === 'abstain' ? Number.NEGATIVE_INFINITY : excess;
}

/** Of a suspicion, the words of the passage; that there is none says little, since most machine texts raise none. */
function headline({ band, abstention, words, passages }: Judgement): string {
  if (band === 'unlikely') return `no suspicion (${words} words), which is no proof of a person`;
  if (band !== 'abstain') return `${band} (${passages[0]?.words ?? words} words)`;
  return abstention === 'short' ? 'no verdict, the text is too short' : `no verdict (${abstention})`;
}
