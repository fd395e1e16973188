/** From windows to shipped weights: train, keep what matters, train again on what is kept, round. */
import type { LexicalModel } from '../../server/src/engine/synthetic/lexical/model';
import { KEPT_WEIGHTS, occurrencesOf, quantise, worthKeeping } from './quantise';
import { type Labels, train } from './train';
import { numbered, numberFeatures, type Vocabulary, vocabularyOf } from './vocabulary';
import type { Windows } from './windows';

/** Day of training; a constant, as the same data shall give the same bytes on any day. */
export const TRAINED_ON = '2026-11-23';

/** A feature must occur in this many sources. */
const LEAST_SOURCES = 5;

/** Windows made ready for one or several fits. */
export interface Prepared {
  readonly labels: Labels;
  readonly hashed: Windows;
  readonly vocabulary: Vocabulary;
  readonly numbered: Windows;
}

/** Numbers the features of windows. */
export function prepare(hashed: Windows, labels: Labels): Prepared {
  const vocabulary = vocabularyOf(hashed, labels, LEAST_SOURCES);
  return { labels, hashed, vocabulary, numbered: numberFeatures(hashed, vocabulary) };
}

/** Fits a model to the chosen windows, by default to all. */
export function fit(
  { labels, hashed, vocabulary, numbered: windows }: Prepared,
  chosen = allOf(windows),
): LexicalModel {
  const first = train(windows, labels, chosen, vocabulary.keys.length);
  const occurrences = occurrencesOf(windows.features, vocabulary.keys.length);
  const keys = worthKeeping(first, occurrences, vocabulary.keys, KEPT_WEIGHTS);
  const kept = numberFeatures(hashed, numbered(keys));
  return quantise(train(kept, labels, chosen, keys.length), keys, TRAINED_ON);
}

/** Indices of all windows. */
export function allOf(windows: Windows): Int32Array {
  return Int32Array.from({ length: windows.count }, (_, window) => window);
}
