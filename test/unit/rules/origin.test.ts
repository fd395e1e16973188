import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assertion } from '../../../server/src/engine/provenance/assertion';
import { type Checked, check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const rest = '"source": "s", "license": "MIT", "generator": "org/model"';
const record = (origin: string, others = rest) =>
  `{"text": "The ferry leaves at noon, a long way from the town.", ${others}, "digital_source_type": ${origin}}\n`;

async function origin(written: string): Promise<Checked> {
  return check('a.jsonl', record(JSON.stringify(written)));
}

const understood: [written: string, code: string][] = [
  ['synthetic', 'trainedAlgorithmicMedia'],
  ['AI', 'trainedAlgorithmicMedia'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
  ['TrainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
  ['mixed', 'compositeSynthetic'],
];

for (const [written, code] of understood) {
  test(`${written} is understood as ${code}, and safely replaced`, async () => {
    const { findings, records, summary } = await origin(written);
    const [finding] = findings.filter(({ rule }) => rule === 'origin-unknown-value');
    const [first, ...others] = fixedFiles(record(JSON.stringify(written)), finding!, records, summary.context);
    assert.deepEqual(others, []);
    assert.equal(first!.fix.safety, 'safe');
    assert.equal(first!.content, record(JSON.stringify(code)));
  });
}

test('a misspelt code is offered the nearest one, and a person decides', async () => {
  const { findings, records, summary } = await origin('trainedAlgoritmicMedia');
  const [finding] = findings.filter(({ rule }) => rule === 'origin-unknown-value');
  assert.match(finding!.message, /The nearest is trainedAlgorithmicMedia\.$/);
  const fixes = fixedFiles(record('"trainedAlgoritmicMedia"'), finding!, records, summary.context);
  assert.equal(fixes[0]!.fix.title, 'Replace by trainedAlgorithmicMedia');
  assert.ok(fixes.every(({ fix }) => fix.safety === 'unsafe'));
});

test('text in a message is one line, however it is written', async () => {
  const { findings } = await origin('a\nb\u202e\r');
  assert.match(findings.find(({ rule }) => rule === 'origin-unknown-value')!.message, /^"a\\nb/);
});

test('codes and noAssertion are fine as they are; so is a flag', async () => {
  for (const code of ['"noAssertion"', '"print"', '"softwareImage"', 'true', 'null']) {
    const { rules } = await check('a.jsonl', record(code));
    assert.ok(!rules.includes('origin-unknown-value@0'), code);
  }
});

const message = (fields: string) =>
  `{"message_id": "m", "parent_id": null, "text": "The ferry leaves at noon, a long way from the town.", "role": "assistant", ${fields}}\n`;
const licence: Assertion[] = (['license', 'source'] as const).map((field) => ({
  field,
  value: 'MIT',
  scope: 'dataset',
  place: { file: 'README.md', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 4 } } },
}));

const flags: [fields: string, rules: string[]][] = [
  ['"synthetic": false', []],
  ['"synthetic": false, "model_name": null', []],
  ['"synthetic": false, "model_name": "org/model"', ['human-with-generator@0']],
  ['"synthetic": true', ['synthetic-without-generator@0']],
  ['"synthetic": true, "model_name": ""', ['synthetic-without-generator@0']],
  ['"synthetic": true, "model_name": "org/model"', []],
  ['"synthetic": null', ['origin-missing@0']],
  ['"synthetic": null, "model_name": "org/model"', []],
  ['"synthetic": "constructor"', ['origin-missing@0']],
  ['"synthetic": "__proto__"', ['origin-missing@0']],
];

for (const [fields, rules] of flags) {
  test(`OpenAssistant message with ${fields}`, async () => {
    const { rules: found, summary } = await check('a.jsonl', message(fields), { inherited: licence });
    assert.equal(summary.facts.shape.id, 'oasst-message');
    assert.deepEqual(found, rules);
  });
}

test('a generator at another level counts, and the places are named', async () => {
  const generator: Assertion = {
    field: 'generator',
    value: 'org/model',
    scope: 'split',
    place: { file: 'dataset-hygiene.json', range: { start: { line: 4, column: 0 }, end: { line: 4, column: 4 } } },
  };
  const own = '"source": "s", "license": "MIT"';
  const human = await check('a.jsonl', record('"digitalCreation"', own), { inherited: [generator] });
  assert.deepEqual(human.rules, ['human-with-generator@0']);
  assert.deepEqual(human.findings[0]!.related, [{ message: 'The generator is named here', place: generator.place }]);
  const machine = await check('a.jsonl', record('"trainedAlgorithmicMedia"', own), { inherited: [generator] });
  assert.deepEqual(machine.rules, []);
});

test('clearing the generator is offered only where that leaves none', async () => {
  const cases: [content: string, clear: boolean][] = [
    [record('"digitalCreation"', '"license": "MIT", "provenance": {"generator": "m", "source": "s"}'), true],
    [message('"synthetic": false, "model_name": "m"'), false],
    [
      'text,digital_source_type,provenance.generator\n"The ferry leaves at noon, a long way off.",digitalCreation,m\n',
      true,
    ],
  ];
  for (const [content, clear] of cases) {
    const name = content.startsWith('{') ? 'a.jsonl' : 'a.csv';
    const { findings, records, summary } = await check(name, content, { inherited: licence });
    const finding = findings.find(({ rule }) => rule === 'human-with-generator')!;
    const fixes = fixedFiles(content, finding, records, summary.context);
    assert.equal(
      fixes.some(({ fix }) => fix.title === 'Clear the generator'),
      clear,
      content,
    );
    for (const { fix, content: fixed } of fixes) {
      const { rules } = await check(name, fixed, { inherited: licence });
      assert.ok(!rules.includes('human-with-generator@0'), `${fix.title}\n${fixed}`);
    }
  }
});
