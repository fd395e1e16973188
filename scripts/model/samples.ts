/** Cuts the windows that training and evaluation run over out of the labelled texts. */
import { extractFeatures, FeatureBuffer } from '../../server/src/engine/synthetic/lexical/features';
import { type LabelledText, wordOffsets } from './corpora';
import { groupBy } from './groupBy';
import { randomFrom } from './random';
import type { Labels } from './train';
import { WindowCollector, type Windows } from './windows';

/** Base 2 logarithm of the table that drops repeated features of a window. */
const BITS = 22;
/** Words of the windows trained on; the first window of a text is its beginning, the second lies anywhere. */
const SIZES = [50, 90, 150, 250];
/** Texts of one source and label trained on, at most. */
const MAXIMUM = 3000;
/** Share of the windows trained on without capitals: some corpora are in lower case, and so are many people. */
const LOWERED = 0.3;
/** A register of a corpus with fewer texts than this is no source of its own; all such of a corpus are one. */
const SMALLEST_SOURCE = 100;
/** Texts shorter than this are not trained on. */
const SHORTEST = 20;

/** Labels and sources of texts as numbers. */
export function labelsOf(texts: readonly LabelledText[]): Labels {
  const registerOf = ({ corpus, domain }: LabelledText) => `${corpus} / ${domain}`;
  const sizes = groupBy(texts, registerOf);
  const names = texts.map((text) =>
    sizes.get(registerOf(text))!.length < SMALLEST_SOURCE ? text.corpus : registerOf(text),
  );
  const numbers = new Map([...new Set(names)].map((name, number) => [name, number]));
  return {
    machine: Uint8Array.from(texts, ({ machine }) => (machine ? 1 : 0)),
    source: Int32Array.from(names, (name) => numbers.get(name)!),
    sources: numbers.size,
  };
}

/** Training windows: at most two a text, at most about `maximum` texts of each source and label. */
export function trainingWindows(texts: readonly LabelledText[], labels: Labels, maximum = MAXIMUM): Windows {
  const random = randomFrom(7);
  const buffer = new FeatureBuffer();
  const collector = new WindowCollector(BITS);
  const stratum = (index: number) => labels.source[index]! * 2 + labels.machine[index]!;
  const counts = new Int32Array(labels.sources * 2);
  for (let index = 0; index < texts.length; index++) counts[stratum(index)]!++;
  texts.forEach(({ text }, index) => {
    const offsets = wordOffsets(text);
    const words = offsets.length / 2;
    if (words < SHORTEST || random() >= maximum / counts[stratum(index)]!) return;
    for (let number = 0; number < 2; number++) {
      const size = SIZES[Math.floor(random() * SIZES.length)]!;
      const anywhere = words > size ? Math.floor(random() * (words - size + 1)) : 0;
      if (number === 1 && words <= 60) break;
      const from = number === 0 ? 0 : anywhere;
      const to = Math.min(words, from + size);
      const window = text.slice(offsets[from * 2], offsets[to * 2 - 1]);
      extractFeatures(random() < LOWERED ? window.toLowerCase() : window, buffer);
      collector.add(buffer, index);
    }
  });
  return collector.finish();
}

/** The first `size` words of each text that has at least `least` words. */
export function firstWords(texts: readonly LabelledText[], size: number, least: number): Windows {
  const buffer = new FeatureBuffer();
  const collector = new WindowCollector(BITS);
  texts.forEach(({ text }, index) => {
    const offsets = wordOffsets(text);
    const words = offsets.length / 2;
    if (words < least) return;
    extractFeatures(text, buffer, 0, offsets[Math.min(size, words) * 2 - 1]);
    collector.add(buffer, index);
  });
  return collector.finish();
}
