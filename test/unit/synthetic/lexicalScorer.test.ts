import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bucketOf } from '../../../server/src/engine/synthetic/lexical/bands';
import { calibration } from '../../../server/src/engine/synthetic/lexical/calibration';
import { explainText } from '../../../server/src/engine/synthetic/lexical/explain';
import { decodeModel } from '../../../server/src/engine/synthetic/lexical/model';
import { LexicalScorer } from '../../../server/src/engine/synthetic/lexical/scorer';

const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();
const bytes = readFileSync(join(root, 'server/src/engine/synthetic/lexical/model.bin'));
const model = decodeModel(bytes);
const scorer = new LexicalScorer(model);

/** Our own writing, in the two manners. */
const plain = `We got to the slip about six, later than I wanted, because Tom had lost the key to the fuel locker again. Wind
was up. Nobody said much. I bailed the old boat with a paint tin while he swore at the outboard, and on the fourth pull it
caught, coughed, and died. "Leave it," I told him, "we'll row." So we rowed. Two miles against the ebb, my hands raw by the
second marker, and the pots when we found them were half empty: nine crabs, one of them soft, and a boot. Tom kept the boot.
He said his brother had one like it.`;
const polished = `In today's rapidly evolving landscape, effective communication plays a crucial role in fostering
collaboration and driving meaningful change. By embracing diverse perspectives and leveraging innovative strategies,
organizations can navigate complex challenges while creating a more inclusive environment. It is important to note that this
journey requires ongoing commitment, thoughtful reflection, and a willingness to adapt. Furthermore, clear and transparent
dialogue not only enhances productivity but also strengthens trust among team members. Ultimately, by prioritizing these
essential elements, leaders can unlock new opportunities and pave the way for a brighter, more sustainable future.`;

test('the weights are within the megabyte and dated', () => {
  assert.ok(bytes.length <= 1_000_000, `${bytes.length} bytes`);
  assert.match(model.date, /^20\d\d-[01]\d-[0-3]\d$/);
  assert.equal(model.table[0], 0, 'slot 0 stands for n-grams before the text');
});

test('plain telling scores low, boilerplate scores past the threshold', () => {
  const { words, score } = scorer.scoreText(polished);
  assert.equal(words, polished.split(/\s+/).length);
  const bucket = bucketOf(calibration.texts, words)!;
  assert.ok(score > bucket.likely.threshold, `${score}`);
  const told = scorer.scoreText(plain);
  assert.ok(told.score < bucket.possible.threshold, `${told.score}`);
});

test('a score does not depend on what was scored before', () => {
  const alone = new LexicalScorer(model).scoreText(plain);
  scorer.scoreText(polished.repeat(40));
  assert.deepEqual(scorer.scoreText(plain), alone);
});

test('a text without tokens scores the bias', () => {
  assert.deepEqual(scorer.scoreText(' \n'), { words: 0, score: model.bias });
  assert.deepEqual(scorer.scoreWithWindows('', 150, 75, 0).windows, []);
  assert.deepEqual(explainText('', model), []);
});

test('the contributions of the tokens and the bias sum to the score', () => {
  for (const text of [plain, polished, `${polished} ${plain} ${polished}`]) {
    const contributions = explainText(text, model);
    const sum = contributions.reduce((total, { contribution }) => total + contribution, model.bias);
    assert.ok(Math.abs(sum - scorer.scoreText(text).score) < 1e-6, `${sum}`);
    assert.ok(contributions.every(({ start, end }) => /^\S+$/.test(text.slice(start, end))));
  }
});

test('windows cover the text, as long as asked for, the last ends with it', () => {
  const text = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
  const { windows, ...whole } = scorer.scoreWithWindows(text, 150, 75, 400);
  assert.deepEqual(whole, scorer.scoreText(text));
  assert.deepEqual(scorer.scoreWithWindows(text, 150, 75, 401).windows, []);
  assert.deepEqual(
    windows.map(({ start, end }) =>
      text
        .slice(start, end)
        .match(/^word(\d+).* word(\d+)$/)!
        .slice(1)
        .map(Number),
    ),
    [
      [0, 149],
      [75, 224],
      [150, 299],
      [225, 374],
      [250, 399],
    ],
  );
  assert.ok(windows.every(({ words }) => words === 150));
  const { windows: short } = scorer.scoreWithWindows(plain, 150, 75, 0);
  assert.deepEqual(short, [{ ...scorer.scoreText(plain), start: 0, end: plain.length }]);
});

test('thresholds rise from possible to likely and name the registers they were measured on', () => {
  assert.deepEqual(
    calibration.texts.map(({ words }) => words),
    [40, 60, 80, 110, 150, 200, 300],
  );
  for (const { likely, possible } of [...calibration.texts, ...calibration.passages]) {
    assert.ok(possible.threshold <= likely.threshold);
    const [all, ...registers] = likely.alarms;
    assert.equal(all!.register, 'all');
    assert.ok(all!.alarms / all!.texts <= 0.005, 'at most 0.5 % over all');
    for (const { register, texts, alarms } of registers) assert.ok(alarms / texts <= 0.01, register);
  }
});
