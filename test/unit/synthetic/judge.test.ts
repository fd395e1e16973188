import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitOwnCalibration } from '../../../server/src/engine/synthetic/ownCalibration';
import { check } from '../../support/datasets';
import { judgeAt, LONG_PROSE } from '../../support/judge';

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
