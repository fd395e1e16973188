import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FileInputs } from '../../../server/src/engine/context';
import type { Claim } from '../../../server/src/engine/provenance/inheritance';
import { parseSidecar } from '../../../server/src/engine/provenance/sidecar';
import { rules } from '../../../server/src/engine/rules';
import type { Rule } from '../../../server/src/engine/rules/rule';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';
import { judgeAt, LONG_PROSE } from '../../support/judge';

interface Input {
  content: string | Uint8Array;
  inputs?: Partial<FileInputs>;
}

const plainRow = '{"text": "Hello.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n';

const longRow = `${JSON.stringify({ text: LONG_PROSE, source: 'a', license: 'MIT', digital_source_type: 'noAssertion' })}\n`;

/** Input of the rules whose example cannot be written down. */
const built: Record<string, () => Input> = {
  'record-too-large': () => ({ content: `${plainRow}{"text": "${'x'.repeat(17 * 1024 * 1024)}"}\n` }),
  'invalid-encoding': () => ({
    content: Buffer.from('text,source,license,digital_source_type\nCaf\xe9,notes,CC0-1.0,digitalCreation\n', 'latin1'),
  }),
  'likely-synthetic': () => ({ content: longRow, inputs: { judge: judgeAt(-100, -100) } }),
  'possibly-synthetic': () => ({
    content: longRow,
    inputs: { judge: judgeAt(100, -100), severities: new Map([['possibly-synthetic', 'hint']]) },
  }),
  'card-contradicts-records': () => ({
    content: plainRow
      .replace('digitalCreation', 'trainedAlgorithmicMedia')
      .replace('"source"', '"generator": "org/model", "source"'),
    inputs: { claims: [humanClaim] },
  }),
  'sidecar-misaligned': () => ({
    content: plainRow,
    inputs: {
      sidecar: parseSidecar(`{"row": 0, "recordHash": "sha256:00", "provenance": {"source": "b"}}\n`, 'side').sidecar,
    },
  }),
};

const humanClaim: Claim = {
  field: 'digital_source_type',
  value: 'digitalCreation',
  quantifier: 'every',
  place: { file: 'README.md', range: { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } } },
};

/** The invalid example of a rule; one that is off by default is turned on for it. */
function invalidInput({ id, severity, offByDefault, examples }: Rule): Input {
  const severities = new Map(offByDefault ? [[id, severity]] : []);
  return built[id]?.() ?? { content: examples.invalid, inputs: { severities } };
}

for (const rule of rules) {
  const { id, examples } = rule;

  test(`${id} has a file of its name`, () => {
    const file = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    assert.ok(existsSync(join(process.cwd(), 'server/src/engine/rules', `${file}.ts`)));
  });

  test(`${id} reports its invalid example, in a sentence`, async () => {
    const { content, inputs } = invalidInput(rule);
    assert.ok(content.length > 0);
    const { findings } = await check(examples.file, content, inputs);
    const own = findings.filter((finding) => finding.rule === id);
    assert.ok(own.length > 0, JSON.stringify(findings));
    for (const { message, severity, range } of own) {
      assert.match(message, /^[^\r\n\u2028\u2029]*\.$/u);
      assert.ok(!message.endsWith('..'), message);
      assert.equal(severity, rule.severity);
      assert.ok(range.start.line < range.end.line || range.start.column < range.end.column, JSON.stringify(range));
    }
  });

  test(`${id} says nothing of its valid example, nor does any other rule`, async () => {
    if (examples.valid === '') {
      // No file of that name could be valid: the rule is about the format itself.
      assert.equal(id, 'unsupported-format');
      return;
    }
    const { findings } = await check(examples.file, examples.valid);
    assert.deepEqual(findings, []);
  });

  test(`${id}: every fix of its invalid example removes the finding and brings no new one`, async () => {
    const { content, inputs } = invalidInput(rule);
    if (typeof content !== 'string' || (id in built && !inputs?.judge)) {
      // What cannot be written down cannot be fixed either.
      assert.ok(rule.scope === 'file' || !rule.fixes);
      return;
    }
    const before = await check(examples.file, content, inputs);
    for (const finding of before.findings.filter((it) => it.rule === id)) {
      for (const { fix, content: fixed } of fixedFiles(content, finding, before.records, before.summary.context)) {
        assert.match(fix.title, /^[A-Z].*[^.]$/);
        assert.ok(fix.safety === 'safe' || !fix.preferred, `${fix.title} is preferred, and not safe`);
        const after = await check(examples.file, fixed, inputs);
        const left = after.findings.filter((it) => it.rule === id && it.row === finding.row);
        if (id === 'llm-artefact' || id === 'degenerate-repetition') {
          // The text is never changed: once the record is declared, what is wrong with it matters less.
          const less = id === 'llm-artefact' ? 'information' : 'hint';
          assert.deepEqual([...new Set(left.map(({ severity }) => severity))], [less]);
        } else assert.deepEqual(left, [], fix.title);
        const brought = after.findings.filter(
          ({ rule, row }) => !before.findings.some((it) => it.rule === rule && it.row === row),
        );
        // To call a record synthetic is to owe the name of its generator.
        const owed = fix.title.includes('synthetic') ? ['synthetic-without-generator'] : [];
        assert.deepEqual(
          brought.map(({ rule }) => rule).filter((rule) => !owed.includes(rule)),
          [],
          `${fix.title}\n${fixed}`,
        );
      }
    }
  });
}

test('rules are listed by name, once each, with what their page needs', () => {
  const ids = rules.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
  for (const { title, what, why, fix, falsePositives } of rules) {
    assert.doesNotMatch(title, /\.$/);
    for (const text of [what, why, fix, falsePositives]) assert.match(text, /[.)]$/);
  }
});
