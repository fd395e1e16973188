import type { Span } from '../records/position';
import { explainText } from './lexical/explain';
import type { LexicalModel } from './lexical/model';
import { findStyle } from './matchStyle';

/** Something in a text that speaks for a machine; never a verdict by itself. */
export interface Reason extends Span {
  /** What it is, for a person; without any of the text. */
  words: string;
}

/** Reasons shown at most. */
const SHOWN = 3;
/** Longest stretch of wording that is shown as one reason, in tokens. */
const LONGEST = 8;

/** The strongest reasons in a part of a text: known habits of models first, then the wording that weighed most. */
export function reasonsIn(text: string, part: Span, model: LexicalModel): Reason[] {
  const passage = text.slice(part.start, part.end);
  const reasons: Reason[] = [];
  const kinds = new Set<string>();
  for (const { pattern, start, end } of findStyle(passage)) {
    if (kinds.has(pattern.id)) continue;
    kinds.add(pattern.id);
    reasons.push({ words: `${pattern.title} (${pattern.id}, as of ${pattern.asOf})`, start, end });
    if (reasons.length === SHOWN - 1) break;
  }
  for (const { start, end } of heaviest(passage, model)) {
    if (reasons.length === SHOWN) break;
    if (reasons.some((reason) => start < reason.end && reason.start < end)) continue;
    reasons.push({ words: 'wording that the model has mostly seen in machine text', start, end });
  }
  return reasons.map(({ words, start, end }) => ({ words, start: start + part.start, end: end + part.start }));
}

/** Stretches of tokens that speak for a machine, heaviest first. */
function heaviest(text: string, model: LexicalModel): (Span & { weight: number })[] {
  const stretches: (Span & { weight: number })[] = [];
  let open: (Span & { weight: number; tokens: number }) | undefined;
  for (const { start, end, contribution } of explainText(text, model)) {
    if (contribution <= 0) open = undefined;
    else if (open && open.tokens < LONGEST) {
      open.end = end;
      open.weight += contribution;
      open.tokens++;
    } else {
      open = { start, end, weight: contribution, tokens: 1 };
      stretches.push(open);
    }
  }
  return stretches.sort((a, b) => b.weight - a.weight).slice(0, SHOWN * 2);
}
