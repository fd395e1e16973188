import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabelledText } from '../../../scripts/model/corpora';
import { fit, prepare } from '../../../scripts/model/fit';
import { randomFrom } from '../../../scripts/model/random';
import { labelsOf, trainingWindows } from '../../../scripts/model/samples';
import { decodeModel, encodeModel } from '../../../server/src/engine/synthetic/lexical/model';
import { LexicalScorer } from '../../../server/src/engine/synthetic/lexical/scorer';

/** Twelve small corpora over one vocabulary; the six of machine text like some words better. */
function corpora(): LabelledText[] {
  const random = randomFrom(5);
  const words = 'the lake and my aunt with bread rope a lamp moreover crucial boat then we counted swans on it'.split(
    ' ',
  );
  const texts: LabelledText[] = [];
  for (let index = 0; index < 960; index++) {
    const machine = index % 2 === 1;
    const favourite = () => (machine ? 9 + Math.floor(random() * 3) : Math.floor(random() * words.length));
    const text = Array.from(
      { length: 60 },
      () => words[random() < 0.3 ? favourite() : Math.floor(random() * words.length)],
    );
    texts.push({
      text: `${text.join(' ')}.`,
      machine,
      corpus: `corpus ${index % 12}`,
      domain: 'story',
      generator: '',
      vendor: '',
      group: String(index),
    });
  }
  return texts;
}

function trained(texts: readonly LabelledText[]): Uint8Array {
  const labels = labelsOf(texts);
  return encodeModel(fit(prepare(trainingWindows(texts, labels), labels)));
}

test('the same texts give the same bytes, and a model that tells them apart', () => {
  const texts = corpora();
  const bytes = trained(texts);
  assert.deepEqual(trained(corpora()), bytes);
  const scorer = new LexicalScorer(decodeModel(bytes));
  const scores = texts.map(({ text, machine }) => ({ machine, score: scorer.scoreText(text).score }));
  const mean = (machine: boolean) => {
    const own = scores.filter((one) => one.machine === machine);
    return own.reduce((sum, { score }) => sum + score, 0) / own.length;
  };
  assert.ok(mean(true) - mean(false) > 1, `${mean(false)} ${mean(true)}`);
});
