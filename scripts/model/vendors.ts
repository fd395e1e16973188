/** Recall on vendors none of whose texts the judging model has seen. */
import { Judge } from '../../server/src/engine/synthetic/judge';
import type { Calibration } from '../../server/src/engine/synthetic/lexical/bands';
import { LexicalScorer } from '../../server/src/engine/synthetic/lexical/scorer';
import type { LabelledText } from './corpora';
import { modelOf } from './crossValidate';
import { type Count, HEADLINE, LEAST } from './figures';
import { beginningOf } from './scoreTexts';

/** What `likely` finds of one vendor's texts of 2024 to 2026. */
export interface VendorFigures {
  readonly vendor: string;
  /** Of the first 150 words. */
  readonly beginnings: Count;
  /** Of the whole texts. */
  readonly texts: Count;
}

/** Names of the vendors' generators in the corpora that do not name the vendor. */
const VENDORS: Readonly<Record<string, RegExp>> = {
  OpenAI: /gpt|davinci|curie|babbage|\bo[134]\b|o[134]-/i,
  Google: /gemini|gemma|palm|flan|bard/i,
  Alibaba: /qwen|qwq/i,
  DeepSeek: /deepseek/i,
  Meta: /llama|opt-/i,
};

/** Trains a model without each vendor in turn. The corpora that name the vendor are those of 2024 on. */
export function vendorFigures(texts: readonly LabelledText[], calibration: Calibration): VendorFigures[] {
  return Object.entries(VENDORS).map(([vendor, names]) => {
    const theirs = ({ vendor: own, generator }: LabelledText) => own === vendor || names.test(generator);
    const judge = new Judge(new LexicalScorer(modelOf(texts, (text) => !theirs(text))), calibration);
    const judged = texts.filter((text) => text.vendor !== '' && theirs(text));
    const found = (candidates: readonly string[]): Count => [
      candidates.filter((text) => judge.judge(text).band === 'likely').length,
      candidates.length,
    ];
    const long = judged.filter(({ text }) => beginningOf(text, HEADLINE, LEAST) !== undefined);
    return {
      vendor,
      beginnings: found(long.map(({ text }) => beginningOf(text, HEADLINE, LEAST)!)),
      texts: found(long.map(({ text }) => text)),
    };
  });
}
