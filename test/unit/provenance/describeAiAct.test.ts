import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeAs, HUMAN, MACHINE, SILENT, stating, summaryOf, withoutAdditions } from '../../support/describing';

const SUMMARY = summaryOf({
  'a.jsonl':
    stating({ ...MACHINE, source: 'org/seed', added: '2024-05-01' }) +
    stating({ ...HUMAN, source: 'https://example.org/x' }) +
    stating({ digital_source_type: 'trainedAlgorithmicMedia' }) +
    stating({ digital_source_type: 'algorithmicMedia' }) +
    SILENT,
});

/** The lines between the markers of a section. */
function section(text: string, number: string): string {
  const [begin, end] = [`<!-- dataset-hygiene:begin ${number} -->\n`, `<!-- dataset-hygiene:end ${number} -->`];
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end));
}

test('the draft has the sections of the template, and figures where records have something to say', () => {
  const { after, missing } = describeAs('ai-act', '', SUMMARY);
  assert.deepEqual(
    [...after.matchAll(/^### (\S+)\. /gm)].map(([, number]) => number),
    ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.1', '3.2', '3.3'],
  );
  assert.match(section(after, '1.3'), /Text: 1 file, 5 records, 30 words, 135 characters\./);
  assert.match(section(after, '1.3'), /Latest date of collection: 2024-05-01, by 1 of 5 records \(20\.0%\)\./);
  assert.match(section(after, '2.1'), /\| `org\/seed` \| 1 \| 20\.0% \|/);
  assert.match(section(after, '2.3'), /\| `example\.org` \| 1 \| 20\.0% \|/);
  const synthetic = section(after, '2.5');
  assert.match(synthetic, /Text of AI models, in whole or in part: 2 of 5 records \(40\.0%\)\./);
  assert.match(synthetic, /Text of programs that are no trained models: 1 of 5 records \(20\.0%\)\./);
  assert.match(synthetic, /\| `org\/model@v1` \| 1 \| 20\.0% \|/);
  assert.match(synthetic, /Text of a model with no generator named: 1 of 5 records \(20\.0%\)\./);
  assert.match(section(after, '2.6'), /name no source: 3 of 5 records \(60\.0%\)/);
  assert.ok(missing.includes('2.4 User data'));
});

test('it answers no question and claims no compliance', () => {
  const { after } = describeAs('ai-act', '', SUMMARY);
  assert.match(after, /\*\*Draft\.\*\*/);
  assert.match(after, /no\n> statement of compliance/);
  assert.doesNotMatch(after, /\b(?:Yes|No)\b[.:]|☒|\[x\]|compliant/);
});

test('what a provider wrote around the figures stays when they are written anew', () => {
  const first = describeAs('ai-act', '', SUMMARY).after;
  const written = first
    .replace('_For the provider to write._', 'ACME, Rivertown')
    .replace('> **Draft.**', '> **Ours.**');
  const { after, conflicts } = describeAs('ai-act', written, summaryOf({ 'a.jsonl': stating(HUMAN) }));
  assert.deepEqual(conflicts, []);
  assert.match(after, /ACME, Rivertown/);
  assert.match(after, /\*\*Ours\.\*\*/);
  assert.match(section(after, '2.5'), /in part: 0 of 1 record \(0\.0%\)/);
  const around = (text: string) => text.replace(/<!-- dataset-hygiene:begin[\s\S]*?<!-- dataset-hygiene:end/g, '');
  assert.equal(around(after), around(written));
});

test('a section without its markers is left and said', () => {
  const before = '# Ours\n\n<!-- dataset-hygiene:begin 2.5 -->\n<!-- dataset-hygiene:end 2.5 -->\n';
  const description = describeAs('ai-act', before, SUMMARY);
  assert.match(section(description.after, '2.5'), /Text of AI models/);
  assert.equal(withoutAdditions(description).replaceAll('\n', ''), before.replaceAll('\n', ''));
  assert.deepEqual(
    description.conflicts.map(({ message }) => message.slice(0, 42)),
    ['1.3', '2.1', '2.3', '2.6'].map((number) => `The figures of section ${number} are not written`.slice(0, 42)),
  );
});
