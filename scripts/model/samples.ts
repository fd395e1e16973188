/** Cuts the windows that training and evaluation run over out of the labelled texts. */
import { extractFeatures, FeatureBuffer } from '../../server/src/engine/synthetic/lexical/features';
import { type LabelledText, wordOffsets } from './corpora';
import { randomFrom } from './random';
import type { Labels } from './train';
import { WindowCollector, type Windows } from './windows';

/** Base 2 logarithm of the table that drops repeated features of a window. */
const BITS = 22;
/** Words of the windows trained on; the first window of a text is its beginning, the second lies anywhere. */
const SIZES = [50, 90, 150, 250];
/** Texts of one corpus and label trained on, at most. */
const MAXIMUM = 3000;
/** Texts shorter than this are not trained on. */
const SHORTEST = 20;

/** Labels and corpora of texts as numbers. */
export function labelsOf(texts: readonly LabelledText[]): Labels {
  const names = [...new Set(texts.map(({ corpus }) => corpus))];
  return {
    machine: Uint8Array.from(texts, ({ machine }) => (machine ? 1 : 0)),
    corpus: Int32Array.from(texts, ({ corpus }) => names.indexOf(corpus)),
    corpora: names.length,
  };
}

/** Training windows: at most two a text, at most about `maximum` texts of each corpus and label. */
export function trainingWindows(texts: readonly LabelledText[], labels: Labels, maximum = MAXIMUM): Windows {
  const random = randomFrom(7);
  const buffer = new FeatureBuffer();
  const collector = new WindowCollector(BITS);
  const stratum = (index: number) => labels.corpus[index]! * 2 + labels.machine[index]!;
  const counts = new Int32Array(labels.corpora * 2);
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
      extractFeatures(text, buffer, offsets[from * 2], offsets[to * 2 - 1]);
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
