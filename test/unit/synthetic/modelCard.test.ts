import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CardFigures, renderCard } from '../../../scripts/model/card';
import { ownFigures, ownTexts, shippedJudge, shippedModel } from '../../../scripts/model/shipped';
import { bucketOf, type RegisterAlarms, scoreAt } from '../../../server/src/engine/synthetic/lexical/bands';
import { calibration } from '../../../server/src/engine/synthetic/lexical/calibration';

const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();
const figures: CardFigures = JSON.parse(readFileSync(join(root, 'docs/model-card.json'), 'utf8'));

test('the card says what its figures and the shipped thresholds say', () => {
  assert.equal(readFileSync(join(root, 'docs/model-card.md'), 'utf8'), renderCard(figures, calibration));
});

test('the figures belong to the shipped weights', () => {
  const { model, sha256 } = shippedModel(root);
  assert.equal(figures.model, sha256, 'run npm run model:evaluate after training');
  assert.equal(figures.date, model.date);
});

test('the figures on our own texts are what the shipped weights give', () => {
  assert.deepEqual(ownFigures(root, shippedJudge(root)), figures.own);
});

test('none of our own plainly told texts is accused', () => {
  const judge = shippedJudge(root);
  const texts = ownTexts(root);
  assert.equal(texts.length, 44);
  for (const { text, machine, group } of texts) if (!machine) assert.equal(judge.judge(text).band, 'unlikely', group);
});

test('the bands keep what they promise on corpora left out of training', () => {
  const promises = { likely: { pooled: 0.005, worst: 0.01 }, possible: { pooled: 0.05, worst: 0.05 } };
  for (const bucket of [...calibration.texts, ...calibration.passages]) {
    for (const band of ['likely', 'possible'] as const) {
      const [all, ...registers] = bucket[band].alarms as [RegisterAlarms, ...RegisterAlarms[]];
      const where = `${band}, ${bucket.words} words`;
      assert.equal(all.register, 'all');
      assert.ok(all.alarms / all.texts <= promises[band].pooled, where);
      for (const { register, texts, alarms } of registers) {
        assert.ok(alarms / texts <= promises[band].worst, `${where}, ${register}`);
      }
    }
    assert.ok(bucket.possible.threshold <= bucket.likely.threshold);
  }
  const [hits, texts] = figures.leftOut.pooled.likely.human;
  assert.ok(hits / texts <= promises.likely.pooled);
});

test('every length of text finds its thresholds', () => {
  assert.equal(bucketOf(calibration.texts, 39), undefined);
  assert.equal(bucketOf(calibration.texts, 59)?.words, 40);
  assert.equal(bucketOf(calibration.texts, 1e6)?.words, 300);
  assert.equal(bucketOf(calibration.passages, 299), undefined);
  const passages = calibration.passages.map(({ likely }) => likely.threshold);
  assert.deepEqual(
    passages,
    passages.toSorted((a, b) => a - b),
    'the longer the text, the higher',
  );
});

test('a score of a longer text is taken at the length of the last thresholds', () => {
  assert.equal(scoreAt(300, 2, 300, -2), 2);
  assert.equal(scoreAt(300, 2, 299, -2), 2);
  assert.equal(scoreAt(300, 6, 1200, -2), 2, 'four times the length, twice as far from the bias');
  assert.equal(scoreAt(300, -6, 1200, -2), -4);
});
