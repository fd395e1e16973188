import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileInputs } from '../../../server/src/engine/context';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const REST = { source: 'a', license: 'MIT' };
const turn = (role: string, more: object = {}) => ({ role, content: 'Hello.', ...more });
const tagged = (role: string, origin = 'noAssertion') => turn(role, { provenance: { digital_source_type: origin } });
const record = (...messages: object[]) => ({ messages, ...REST });

async function found(row: object, inputs: Partial<FileInputs> = {}) {
  const content = `${JSON.stringify(row)}\n`;
  const checked = await check('a.jsonl', content, inputs);
  const rules = checked.findings.map(({ rule }) => rule);
  const fix = (rule: string, title: string): unknown => {
    const finding = checked.findings.find((one) => one.rule === rule)!;
    const fixes = fixedFiles(content, finding, checked.records, checked.summary.context);
    return JSON.parse(fixes.find((one) => one.fix.title === title)!.content);
  };
  return { ...checked, rules, fix };
}

const conversations: [what: string, row: object, rules: string[]][] = [
  ['no turn says anything', record(turn('user'), turn('assistant')), ['origin-missing']],
  ['every turn says it', record(tagged('user'), tagged('assistant')), []],
  ['every answer says it', record(turn('user'), tagged('assistant'), turn('system'), turn('tool')), []],
  ['one answer does not', record(tagged('assistant'), turn('assistant')), ['turn-origin-untagged']],
  ['no answer does, a prompt does', record(tagged('user'), turn('assistant')), ['turn-origin-untagged']],
  ['an empty answer needs no origin', record(tagged('user'), { role: 'assistant', content: null, tool_calls: [] }), []],
  [
    'the record says it',
    { ...record(tagged('assistant'), turn('assistant')), digital_source_type: 'compositeSynthetic' },
    [],
  ],
  [
    'null says nothing',
    record(turn('user'), turn('assistant', { provenance: { digital_source_type: null } })),
    ['origin-missing'],
  ],
];

for (const [what, row, rules] of conversations) {
  test(`turns: ${what}`, async () => assert.deepEqual((await found(row)).rules, rules));
}

test('ShareGPT roles are roles', async () => {
  const row = {
    conversations: [
      { from: 'human', value: 'Hello?' },
      { from: 'gpt', value: 'Hello.', digital_source_type: 'noAssertion' },
      { from: 'gpt', value: 'Hello.' },
    ],
    provenance: REST,
  };
  const { rules, fix } = await found(row);
  assert.deepEqual(rules, ['turn-origin-untagged']);
  // Written as the other turn has it: a key of the turn, no object.
  const fixed = fix('turn-origin-untagged', 'Mark this answer as human') as typeof row;
  assert.deepEqual(fixed.conversations[2], { from: 'gpt', value: 'Hello.', digital_source_type: 'digitalCreation' });
  assert.deepEqual(fixed.conversations.slice(0, 2), row.conversations.slice(0, 2));
});

test('an answer is marked with the keys that the other turns have', async () => {
  const model = { provenance: { digital_source_type: 'noAssertion', generator: 'org/model', license: null } };
  const row = record(
    turn('assistant', model),
    turn('assistant'),
    turn('assistant', { provenance: { generator: 'x' } }),
  );
  const { fix } = await found(row);
  const fixed = fix('turn-origin-untagged', 'Mark these 2 answers as synthetic') as ReturnType<typeof record>;
  assert.deepEqual(fixed.messages[1], {
    ...turn('assistant'),
    provenance: { digital_source_type: 'trainedAlgorithmicMedia', generator: null, license: null },
  });
  assert.deepEqual(fixed.messages[2], {
    ...turn('assistant'),
    provenance: { generator: 'x', digital_source_type: 'trainedAlgorithmicMedia' },
  });
});

const MACHINE = { digital_source_type: 'trainedAlgorithmicMedia', generator: 'org/model', ...REST };
const claims = (row: object, origin: string = MACHINE.digital_source_type) => ({
  ...row,
  provenance: { ...MACHINE, digital_source_type: origin },
});
const messages = [turn('user'), turn('assistant')];
const alpaca = { instruction: 'Say hello.', input: '', output: 'Hello.' };

const single: [what: string, row: object, rules: string[]][] = [
  ['a conversation', claims({ messages }), ['mixed-record-single-origin']],
  ['a conversation of another origin', claims({ messages }, 'compositeSynthetic'), []],
  ['answers only', claims({ messages: [turn('system'), turn('assistant')] }), []],
  ['prompts only', claims({ messages: [turn('user')] }), []],
  ['prompts that say who wrote them', claims({ messages: [tagged('user'), turn('assistant')] }), []],
  ['an instruction and its answer', claims(alpaca), ['mixed-record-single-origin']],
  ['an instruction of another origin', claims(alpaca, 'compositeSynthetic'), []],
  ['a text', claims({ text: 'Hello.' }), []],
];

for (const [what, row, rules] of single) {
  test(`one origin: ${what}`, async () => assert.deepEqual((await found(row)).rules, rules));
}

test('one origin: a column declared apart is known to be apart', async () => {
  const column = {
    field: 'digital_source_type',
    value: 'noAssertion',
    scope: 'column',
    column: 'instruction',
  } as const;
  assert.deepEqual((await found(claims(alpaca), { inheritedByColumn: [column] })).rules, []);
});

test('one origin: what a file says of all its records is not asked of each', async () => {
  const inherited = [{ field: 'digital_source_type', value: 'trainedAlgorithmicMedia', scope: 'dataset' } as const];
  const row = { messages, generator: 'org/model', ...REST };
  assert.ok(!(await found(row, { inherited })).rules.includes('mixed-record-single-origin'));
});

test('one origin: the fixes', async () => {
  const { fix, findings } = await found(claims({ messages }));
  const [finding] = findings;
  assert.match(finding!.message, /compositeSynthetic where people wrote those\.$/);
  const rule = 'mixed-record-single-origin';
  assert.deepEqual(fix(rule, 'Mark as mixed (human and machine)'), claims({ messages }, 'compositeSynthetic'));
  const prompts = [tagged('user', MACHINE.digital_source_type), turn('assistant')];
  assert.deepEqual(fix(rule, 'Say that its prompts are synthetic too'), claims({ messages: prompts }));
  const each = [tagged('user'), tagged('assistant', MACHINE.digital_source_type)];
  assert.deepEqual(
    fix(rule, 'Mark as mixed, its answers as synthetic and its prompts as unknown'),
    claims({ messages: each }, 'compositeSynthetic'),
  );
});
