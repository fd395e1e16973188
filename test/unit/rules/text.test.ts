import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileInputs } from '../../../server/src/engine/context';
import { check } from '../../support/datasets';

const declared = (origin = 'digitalCreation') =>
  `"source": "s", "license": "MIT", "generator": ${origin === 'digitalCreation' ? 'null' : '"org/model"'}, "digital_source_type": "${origin}"`;
const line = (text: string, origin?: string) => `{"text": ${JSON.stringify(text)}, ${declared(origin)}}\n`;

/** Severity and text of each leftover found. */
async function leftovers(content: string, inputs: Partial<FileInputs> = {}): Promise<[string, string][]> {
  const { findings } = await check('a.jsonl', content, inputs);
  const lines = content.split('\n');
  return findings
    .filter(({ rule }) => rule === 'llm-artefact')
    .map(({ severity, range }) => [severity, lines[range.start.line]!.slice(range.start.column, range.end.column)]);
}

const mark = ':contentReference[oaicite:0]{index=0}';

test('a leftover is shown at its place, also among escapes', async () => {
  assert.deepEqual(await leftovers(line(`A "tower"\n of 300 m. ${mark}`)), [['warning', mark]]);
});

test('a leftover that is quoted, or the subject of the dataset, is a hint', async () => {
  assert.deepEqual(await leftovers(line('It replied: “As an AI language model, I cannot say.”')), [
    ['hint', 'As an AI language model'],
  ]);
  assert.deepEqual(await leftovers(line(`The tower. ${mark}`), { aboutModelText: true }), [['hint', mark]]);
});

test('a leftover in a record that is declared machine-made matters less', async () => {
  for (const origin of ['trainedAlgorithmicMedia', 'compositeSynthetic']) {
    assert.deepEqual(await leftovers(line(`The tower. ${mark}`, origin)), [['information', mark]]);
  }
});

test('template tokens are the notation of a file that is written with them', async () => {
  const templated = line('<|im_start|>user\nWhen does the ferry leave?<|im_end|>');
  const found = await leftovers(templated.repeat(3));
  assert.ok(found.length >= 3);
  assert.ok(found.every(([severity]) => severity === 'hint'));
  const plain = line('The ferry leaves at noon, a long way from the town.');
  const odd = await leftovers(plain.repeat(5) + templated);
  assert.ok(odd.length > 0 && odd.every(([severity]) => severity !== 'hint'));
});

test('of one pattern 20 are reported in a text, and the last says how many more there are', async () => {
  const { findings } = await check('a.jsonl', line(`The tower. ${`${mark} `.repeat(50)}`));
  assert.equal(findings.length, 20);
  assert.ok(findings.slice(0, -1).every(({ message }) => !message.includes('more')));
  assert.match(findings[19]!.message, /, and 30 more in this text\.$/);
  const exact = await check('a.jsonl', line(`The tower. ${`${mark} `.repeat(20)}`));
  assert.equal(exact.findings.length, 20);
  assert.ok(!exact.findings[19]!.message.includes('more'));
});

test('megabytes of one token are a handful of findings', async () => {
  // Two megabytes, longer than the head of the file.
  const { findings } = await check('a.jsonl', line('[INST]'.repeat(350_000)));
  assert.ok(findings.length > 0 && findings.length <= 21, `${findings.length} findings`);
});

/** Characters reported as hidden: the first of the text, and how many. */
async function hidden(text: string): Promise<string | undefined> {
  const { findings } = await check('a.jsonl', line(text));
  return findings.find(({ rule }) => rule === 'hidden-characters')?.message;
}

test('one finding for a text: the first place, and how many', async () => {
  assert.equal(
    await hidden('pay \u202eevif\u202c pounds'),
    '⟦U+202E⟧ (right-to-left override) is hidden here, and 1 more in this text.',
  );
  assert.equal(await hidden('zero\u200bwidth'), '⟦U+200B⟧ (zero width space) is hidden here.');
  const { findings } = await check('a.jsonl', line('a "b" \u202e c'));
  const { start, end } = findings[0]!.range;
  assert.equal(line('a "b" \u202e c').slice(start.column, end.column), '\u202e');
});
