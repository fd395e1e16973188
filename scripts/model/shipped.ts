/** Figures of the shipped weights and thresholds: what anybody can recompute without training anything. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Judge } from '../../server/src/engine/synthetic/judge';
import { calibration } from '../../server/src/engine/synthetic/lexical/calibration';
import { decodeModel } from '../../server/src/engine/synthetic/lexical/model';
import { LexicalScorer } from '../../server/src/engine/synthetic/lexical/scorer';
import { corporaFolder, type LabelledText, parseTexts, readEnglish } from './corpora';
import { lengthRows, pooledRow, type Row } from './figures';

/** Where the lexical model lies below the root of the project. */
export const LEXICAL = 'server/src/engine/synthetic/lexical';

/** Figures of the shipped weights on texts they were trained on: no estimate of anything, only a check. */
export interface TrainingFigures {
  readonly pooled: Row;
  readonly lengths: readonly Row[];
}

/** Figures of the shipped weights on our own texts. */
export interface OwnFigures {
  readonly pooled: Row;
  /** Log-odds of each text. */
  readonly scores: Readonly<Record<string, number>>;
}

/** The weights that ship, and the SHA-256 of their file. */
export function shippedModel(root: string) {
  const bytes = readFileSync(join(root, LEXICAL, 'model.bin'));
  return { model: decodeModel(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The judge as it ships; `thresholds` are others than those of the repository. */
export function shippedJudge(root: string, thresholds = calibration): Judge {
  return new Judge(new LexicalScorer(shippedModel(root).model), thresholds);
}

/** Our own texts, which lie in the repository: half are told plainly, half in the manner of language models. */
export function ownTexts(root: string): LabelledText[] {
  return parseTexts(readFileSync(join(root, 'test/fixtures/detector/own.jsonl'), 'utf8'));
}

/** Figures on our own texts. */
export function ownFigures(root: string, judge: Judge): OwnFigures {
  const texts = ownTexts(root);
  const scores = texts.map(({ group, text }) => [group, Number(judge.scorer.scoreText(text).score.toFixed(3))]);
  return { pooled: pooledRow(texts, () => judge), scores: Object.fromEntries(scores) };
}

/** Figures on all English corpora; undefined where they do not lie beside the repository. */
export function trainingFigures(root: string, judge: Judge): TrainingFigures | undefined {
  const folder = corporaFolder(root);
  if (folder === undefined) return undefined;
  const texts = readEnglish(folder);
  return { pooled: pooledRow(texts, () => judge), lengths: lengthRows(texts, () => judge) };
}
