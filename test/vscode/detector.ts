import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commands, type Diagnostic, DiagnosticSeverity, type TextDocument } from 'vscode';
import { test } from '../host/suite';
import { TOLD_BY_A_MODEL, TOLD_BY_A_PERSON } from '../support/passages';
import { actionsAt, apply, diagnosticsWhere, file, hoverAt, open, ruleOf } from './editing';

/** The detector inside VS Code: `gardens.jsonl` has a passage in the manner of a model under a human label. */

const LINE = 1;
const isSuspicion = (one: Diagnostic) => ruleOf(one) === 'likely-synthetic';
const suspicionsGone = (document: TextDocument) => diagnosticsWhere(document.uri, (all) => !all.some(isSuspicion));

async function suspicionIn(path: string): Promise<{ document: TextDocument; found: Diagnostic }> {
  const document = await open(path);
  const found = (await diagnosticsWhere(document.uri, (all) => all.some(isSuspicion))).filter(isSuspicion);
  assert.equal(found.length, 1);
  return { document, found: found[0]! };
}

test('a passage in the manner of a model is underlined, not its line; a human label makes it a warning', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  assert.equal(found.range.start.line, LINE);
  assert.equal(document.getText(found.range), JSON.parse(document.lineAt(LINE).text).text);
  assert.equal(found.severity, DiagnosticSeverity.Warning);
});

test('in a long text only the part is underlined that reads like a model', async () => {
  const record = { text: `${TOLD_BY_A_PERSON}\n\n${TOLD_BY_A_MODEL}`, digital_source_type: 'noAssertion' };
  writeFileSync(file('long.jsonl').fsPath, `${JSON.stringify(record)}\n`);
  const { document, found } = await suspicionIn('long.jsonl');
  const passage = JSON.parse(`"${document.getText(found.range)}"`);
  assert.ok(passage.includes(TOLD_BY_A_MODEL.slice(300, 900)), passage);
  assert.ok(!passage.includes(TOLD_BY_A_PERSON.slice(0, 300)), passage);
  assert.equal(found.severity, DiagnosticSeverity.Information);
});

test('the reasons stand beside the finding, each with its place in the passage', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  const reasons = found.relatedInformation ?? [];
  assert.ok(reasons.length >= 2, String(reasons.length));
  for (const { message, location } of reasons) {
    assert.equal(location.uri.toString(), document.uri.toString());
    assert.ok(found.range.contains(location.range), message);
    assert.ok(found.message.includes(message), message);
  }
  assert.match(document.getText(reasons[0]!.location.range), /fast-paced world/);
});

test('hovering the passage tells the verdict in words, its false alarms and the age of the model', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  const shown = await hoverAt(document.uri, found.range.start.translate(0, 40));
  for (const said of [shown, found.message]) {
    assert.match(said, /likely/i);
    assert.match(said, /False alarms of this verdict on human texts: /);
    assert.match(said, /Model of \d{4}-\d\d-\d\d; a reason to look, no proof\./);
    // Figures in per cent are how often the verdict is wrong, never how sure it is.
    const alarms = /False alarms.*?\)\./.exec(said)?.[0] ?? '';
    assert.doesNotMatch(said.replace(alarms, ''), /%|per ?cent|probab|confiden|certain/i);
  }
});

test('a suspicion offers to mark the record as made by a machine, and to accept it; nothing is preferred', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  const actions = await actionsAt(document.uri, found.range);
  const titles = (kind: string) => actions.filter((one) => one.kind?.value === kind).map(({ title }) => title);
  assert.deepEqual(titles('quickfix'), [
    'Mark as synthetic',
    'Mark as mixed (human and machine)',
    'Accept this finding in the baseline (likely-synthetic)',
    'Open the page of this rule (likely-synthetic)',
  ]);
  // What the record itself offers stands below, without what is above.
  assert.deepEqual(titles('refactor.rewrite'), ['Mark as synthetic, with its generator…', 'Mark as unknown']);
  assert.ok(!actions.some(({ isPreferred }) => isPreferred));
});

test('marked as synthetic the record is suspected no more, and asks for its generator', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  const before = document.getText();
  await apply(await actionsAt(document.uri, found.range), /^Mark as synthetic$/);
  const left = await diagnosticsWhere(document.uri, (all) => all.length > 0 && !all.some(isSuspicion));
  const unnamed = left.find((one) => ruleOf(one) === 'synthetic-without-generator');
  assert.equal(unnamed?.range.start.line, LINE);
  await apply(await actionsAt(document.uri, unnamed.range), /^Name the generator…$/);
  const named = await diagnosticsWhere(document.uri, (all) => all.every(({ range }) => range.start.line !== LINE));
  assert.ok(named.length > 0);
  const after = document.getText().split('\n');
  const was = before.split('\n');
  const { provenance, ...others } = JSON.parse(after[LINE]!);
  assert.deepEqual(others, { ...JSON.parse(was[LINE]!), digital_source_type: 'trainedAlgorithmicMedia' });
  assert.equal(provenance.generator, 'organisation/model');
  assert.deepEqual(after.toSpliced(LINE, 1), was.toSpliced(LINE, 1));
  await commands.executeCommand('undo');
  await commands.executeCommand('undo');
  assert.equal(document.getText(), before);
});

test('an accepted suspicion is silent until the baseline is gone', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  await apply(await actionsAt(document.uri, found.range), /^Accept this finding in the baseline/);
  const left = await suspicionsGone(document);
  assert.deepEqual(left.map(ruleOf), ['degenerate-repetition']);
  rmSync(file('.dataset-hygiene').fsPath, { recursive: true });
  await suspicionIn('gardens.jsonl');
});

test('a calibration of the project holds as soon as it is written', async () => {
  const { document, found } = await suspicionIn('gardens.jsonl');
  const [model] = /\d{4}-\d\d-\d\d(?=; a reason)/.exec(found.message)!;
  const band = { shift: 100, alarms: 0 };
  const calibration = { version: 1, date: '2026-01-01', model, texts: 60, likely: band, possible: band };
  const path = file('.dataset-hygiene/calibration.json').fsPath;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(calibration));
  await suspicionsGone(document);
  rmSync(path);
  await suspicionIn('gardens.jsonl');
});
