import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shippedJudge } from '../../../scripts/model/shipped';
import { contentKind } from '../../../server/src/engine/synthetic/content';
import { fitOwnCalibration } from '../../../server/src/engine/synthetic/ownCalibration';
import { check } from '../../support/datasets';
import { judgeAt, LONG_PROSE } from '../../support/judge';
import { TOLD_BY_A_MODEL, TOLD_BY_A_PERSON } from '../../support/passages';

const low = () => judgeAt(-100, -100);

test('a short text, another language, code and numbers get no verdict', () => {
  const judge = low();
  const german =
    'Die Fähre kam wieder zu spät, und der See lag flach unter den Hügeln. Meine Tante hatte Brot und zwei Eier eingepackt, und niemand durfte sie anrühren, bevor die Glocke läutete. Wir zählten Schwäne, bis das Licht verschwand und jemand zu singen begann, während die Lampen angingen.';
  const code = 'for (let i = 0; i < n; i++) {\n  total += rows[i].value * 2;\n  console.log(total);\n}\n'.repeat(12);
  assert.equal(judge.judge('Too short to say.').abstention, 'short');
  assert.equal(judge.judge(german).abstention, 'other language');
  assert.equal(judge.judge(code).band, 'abstain');
  assert.equal(judge.judge('12.5 17.3 99.1 '.repeat(60)).band, 'abstain');
  for (const text of [german, code]) assert.equal(judge.suspect(text), undefined);
});

test('bands follow the thresholds', () => {
  const { score } = low().judge(LONG_PROSE);
  assert.equal(judgeAt(score! - 1, score! - 2).judge(LONG_PROSE).band, 'likely');
  assert.equal(judgeAt(score! + 1, score! - 1).judge(LONG_PROSE).band, 'possible');
  assert.equal(judgeAt(score! + 2, score! + 1).judge(LONG_PROSE).band, 'unlikely');
});

test('the passage lies inside the text and begins and ends with a word', () => {
  for (const text of [LONG_PROSE, `\n\n${LONG_PROSE}  `, `${LONG_PROSE} `.repeat(12)]) {
    for (const { start, end } of low().judge(text).passages) {
      assert.match(text.slice(start, end), /^\S.*\S$/s);
    }
  }
});

/** 1,105 words of a person's. */
const told = Array<string>(5).fill(TOLD_BY_A_PERSON).join('\n\n');
const half = Math.floor(told.length / 2);
const before = `${told.slice(0, half)}\n\n`;
/** The same with 180 words of a model's in the middle. */
const mixed = `${before}${TOLD_BY_A_MODEL}\n\n${told.slice(half)}`;

test('in a long text a passage decides by itself, and the squiggle covers it', () => {
  const judge = shippedJudge(process.cwd());
  assert.equal(judge.judge(told).band, 'unlikely');
  assert.equal(judge.judge(TOLD_BY_A_MODEL).band, 'likely');
  const { band, passages, calibration, words } = judge.judge(mixed);
  assert.equal(band, 'likely');
  assert.ok(words > 1200);
  assert.equal(calibration!.words, 1200, 'false alarms of passages in texts of this length');
  const [passage, ...others] = passages;
  assert.deepEqual(others, []);
  assert.ok(passage!.start <= before.length + 200 && passage!.end >= before.length + TOLD_BY_A_MODEL.length - 200);
  assert.ok(passage!.words >= 150 && passage!.words <= 400, `${passage!.words}`);
  assert.deepEqual(judge.suspect(mixed), judge.judge(mixed));
});

test('two passages are two places of one finding, the hotter one first', async () => {
  const twice = `${mixed}\n\n${told}\n\n${TOLD_BY_A_MODEL}`;
  const row = `${JSON.stringify({ text: twice, source: 'a', license: 'MIT', digital_source_type: 'noAssertion' })}\n`;
  const { findings } = await check('a.jsonl', row, { judge: shippedJudge(process.cwd()) });
  // The text has its passage twice, which is a finding of its own.
  const [{ message, related }, ...others] = findings.filter(
    ({ rule }) => rule === 'likely-synthetic',
  ) as typeof findings & {
    0: (typeof findings)[number];
  };
  assert.deepEqual(others, []);
  assert.match(message, /^Likely written by a machine \((1|2|3)\d\d words\)/);
  assert.equal(related.filter((place) => place.message === 'Another such passage').length, 1);
});

test('a table that looks hot in a long text is no passage', () => {
  const numbers = '12.5 17.3 99.1 48.0 '.repeat(60);
  const text = `${told}\n\n${numbers}\n\n${told}`;
  const judge = judgeAt(100, 100, undefined, -100);
  for (const { start, end } of judge.judge(text).passages) {
    assert.equal(contentKind(text.slice(start, end)).kind, 'prose');
  }
});

test('a calibration of one’s own moves the thresholds and is named in the message', async () => {
  const { score } = low().judge(LONG_PROSE);
  const own = {
    date: '2026-11-23',
    model: low().date,
    texts: 80,
    likely: { shift: 5, alarms: 0 },
    possible: { shift: 5, alarms: 2 },
  };
  assert.equal(judgeAt(score! - 1, score! - 2, own).judge(LONG_PROSE).band, 'unlikely');
  const near = { ...own, likely: { shift: 0.1, alarms: 0 }, possible: { shift: 0.1, alarms: 2 } };
  const row = `${JSON.stringify({ text: LONG_PROSE, source: 'a', license: 'MIT', digital_source_type: 'noAssertion' })}\n`;
  const { findings } = await check('a.jsonl', row, { judge: judgeAt(score! - 1, score! - 2, near) });
  assert.match(findings[0]!.message, /on your own human texts: 0 of 80/);
});

test('fitting keeps at most the target share above the thresholds', () => {
  const excesses = Array.from({ length: 1000 }, (_, i) => ({ likely: i / 100, possible: i / 100 }));
  const own = fitOwnCalibration(excesses, '2026-11-23', '2026-11-22');
  assert.ok(own.likely.alarms <= 5 && own.likely.alarms >= 3, String(own.likely.alarms));
  assert.ok(own.possible.alarms <= 50 && own.possible.alarms >= 48, String(own.possible.alarms));
  const few = fitOwnCalibration(excesses.slice(0, 60), '2026-11-23', '2026-11-22');
  assert.equal(few.likely.alarms, 0);
  assert.ok(few.likely.shift > 0.59);
});

test('one finding a record: louder where a human origin is claimed, none where a machine is declared', async () => {
  const row = (origin: string, more = {}) =>
    `${JSON.stringify({ text: LONG_PROSE, other: LONG_PROSE, source: 'a', license: 'MIT', digital_source_type: origin, ...more })}\n`;
  const inputs = { judge: low() };
  const severities = async (content: string, also = {}) =>
    (await check('a.jsonl', content, { ...inputs, ...also })).findings.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  assert.deepEqual(await severities(row('noAssertion')), ['likely-synthetic information']);
  assert.deepEqual(await severities(row('digitalCreation')), ['likely-synthetic warning']);
  assert.deepEqual(await severities(row('noAssertion'), { deniesMachineText: true }), ['likely-synthetic warning']);
  assert.deepEqual(await severities(row('trainedAlgorithmicMedia', { generator: 'org/model' })), []);
});

test('the message gives false alarms and a date, and never a probability of machine text', async () => {
  const row = `${JSON.stringify({ text: LONG_PROSE, source: 'a', license: 'MIT', digital_source_type: 'noAssertion' })}\n`;
  const { findings } = await check('a.jsonl', row, { judge: low() });
  const [{ message, related }] = findings as [(typeof findings)[number]];
  assert.match(
    message,
    /^Likely written by a machine \(\d+ words\)\. False alarms of this verdict on human texts: 0\.40 % over all, 1\.00 % in the worst register \(essays\)\./,
  );
  assert.match(message, /Model of \d{4}-\d\d-\d\d/);
  assert.doesNotMatch(message, /% AI|probab/i);
  assert.ok(related.length <= 3 && related.every(({ range }) => range));
});
