import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import {
  type CodeAction,
  type CompletionList,
  commands,
  DiagnosticSeverity,
  extensions,
  languages,
  Position,
  Range,
  Uri,
  workspace,
} from 'vscode';
import { test } from '../host/suite';
import { actionsAt, apply, diagnosticsWhere, file, hoverAt, open, ruleOf } from './editing';

test('activates on a dataset, not before', async () => {
  const extension = extensions.getExtension('dataset-hygiene.dataset-hygiene');
  assert.ok(extension);
  await open('letters.jsonl');
  await diagnosticsWhere(file('letters.jsonl'), (found) => found.length > 0);
  assert.ok(extension.isActive);
});

test('reports each record with rule, severity and a link to the rule', async () => {
  const found = await diagnosticsWhere(file('letters.jsonl'), (all) =>
    all.some((one) => ruleOf(one) === 'origin-missing'),
  );
  const missing = found.filter((one) => ruleOf(one) === 'origin-missing');
  assert.deepEqual(
    missing.map(({ range }) => range.start.line),
    [1, 2, 3],
  );
  assert.equal(missing[0]!.severity, DiagnosticSeverity.Warning);
  const { code } = missing[0]!;
  assert.ok(typeof code === 'object' && code.target.toString().includes('origin-missing'));
});

test('a squiggle covers exactly the leftover', async () => {
  const document = await open('letters.jsonl');
  const found = await diagnosticsWhere(document.uri, (all) => all.some((one) => ruleOf(one) === 'llm-artefact'));
  const first = found.find((one) => ruleOf(one) === 'llm-artefact')!;
  assert.equal(document.getText(first.range), ':contentReference[oaicite:2]{index=2}');
});

test('CSV and JSON are checked where the configuration names them', async () => {
  const csv = await open('reviews.csv');
  const found = await diagnosticsWhere(csv.uri, (all) => all.some((one) => ruleOf(one) === 'record-unparseable'));
  assert.equal(csv.getText(found.find((one) => ruleOf(one) === 'origin-unknown-value')!.range), 'human');
  const json = await open('instructions.json');
  await diagnosticsWhere(json.uri, (all) => all.some((one) => ruleOf(one) === 'origin-unknown-value'));
});

test('a file that declares nothing gets one notice', async () => {
  const document = await open('undeclared.jsonl');
  const found = await diagnosticsWhere(document.uri, (all) => all.length > 0);
  assert.deepEqual(found.map(ruleOf), ['provenance-undeclared']);
  assert.equal(found[0]!.severity, DiagnosticSeverity.Information);
});

test('a quick fix marks a record as human, and only that record changes', async () => {
  const document = await open('letters.jsonl');
  const before = document.getText().split('\n');
  const [second] = (
    await diagnosticsWhere(document.uri, (all) => all.some((one) => ruleOf(one) === 'origin-missing'))
  ).filter((one) => ruleOf(one) === 'origin-missing' && one.range.start.line === 1);
  await apply(await actionsAt(document.uri, second!.range), /^Mark as human/);
  await diagnosticsWhere(
    document.uri,
    (all) => !all.some((one) => ruleOf(one) === 'origin-missing' && one.range.start.line === 1),
  );
  const after = document.getText().split('\n');
  assert.equal(JSON.parse(after[1]!).metadata.provenance.digital_source_type, 'digitalCreation');
  assert.deepEqual(
    after.filter((_, line) => line !== 1),
    before.filter((_, line) => line !== 1),
  );
  assert.equal(JSON.parse(after[1]!).text, JSON.parse(before[1]!).text);
  await commands.executeCommand('undo');
  assert.deepEqual(document.getText().split('\n'), before);
});

test('a strict chat record gets its label in a row sidecar', async () => {
  const document = await open('chat.jsonl');
  const found = await diagnosticsWhere(
    document.uri,
    (all) => all.filter((one) => ruleOf(one) === 'origin-missing').length === 4,
  );
  const first = found.find((one) => ruleOf(one) === 'origin-missing' && one.range.start.line === 0)!;
  const before = document.getText();
  await apply(await actionsAt(document.uri, first.range), /^Mark as human.*sidecar/i);
  const sidecar = await workspace.openTextDocument(file('chat.jsonl.provenance.jsonl'));
  await sidecar.save();
  await diagnosticsWhere(document.uri, (all) => all.filter((one) => ruleOf(one) === 'origin-missing').length === 3);
  assert.equal(document.getText(), before);
});

test('fix all changes form only', async () => {
  const document = await open('letters.jsonl');
  const before = document.getText();
  const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    'source.fixAll.datasetHygiene',
    100,
  );
  assert.equal(actions.length, 1);
  assert.ok(await workspace.applyEdit(actions[0]!.edit!));
  const after = document.getText();
  assert.match(after, /"created": "1932-01-03"/);
  assert.match(after, /"license": "CC-BY-4.0"/);
  assert.match(after, /"digital_source_type": "trainedAlgorithmicMedia"/);
  const keys = (all: string) => (all.match(/"[a-z_]+":/g) ?? []).length;
  assert.equal(keys(after), keys(before));
  await diagnosticsWhere(document.uri, (all) => !all.some((one) => ruleOf(one) === 'date-not-iso8601'));
  await commands.executeCommand('undo');
  assert.equal(document.getText(), before);
});

test('hover shows the provenance of a record and where it comes from', async () => {
  const document = await open('chat.jsonl');
  await diagnosticsWhere(document.uri, (all) => all.length > 0);
  const shown = await hoverAt(document.uri, new Position(1, 5));
  assert.match(shown, /CC-BY-4\.0/);
  assert.match(shown, /dataset-hygiene\.json/);
});

test('completion offers digital source types', async () => {
  const document = await open('letters.jsonl');
  const line = document
    .getText()
    .split('\n')
    .findIndex((one) => one.includes('"digital_source_type": "synthetic"'));
  const column = document.lineAt(line).text.indexOf('"synthetic"') + 1;
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new Position(line, column),
  );
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(
    labels.includes('digitalCreation') && labels.includes('trainedAlgorithmicMedia'),
    labels.slice(0, 20).join(', '),
  );
});

test('a changed configuration checks open files again', async () => {
  const uri = file('undeclared.jsonl');
  await open('undeclared.jsonl');
  await diagnosticsWhere(uri, (all) => all.length === 1);
  const configuration = file('dataset-hygiene.json');
  const original = (await workspace.fs.readFile(configuration)).toString();
  writeFileSync(configuration.fsPath, original.replace('"datasets": [', '"datasets": ["undeclared.jsonl", '));
  await diagnosticsWhere(uri, (all) => all.filter((one) => ruleOf(one) === 'origin-missing').length === 3);
  writeFileSync(configuration.fsPath, original);
  await diagnosticsWhere(uri, (all) => all.length === 1 && ruleOf(all[0]!) === 'provenance-undeclared');
});

test('the setting turns checks off and on again', async () => {
  const uri = file('undeclared.jsonl');
  await open('undeclared.jsonl');
  await diagnosticsWhere(uri, (all) => all.length > 0);
  const settings = workspace.getConfiguration('datasetHygiene');
  await settings.update('enable', false);
  await diagnosticsWhere(uri, (all) => all.length === 0);
  await settings.update('enable', undefined);
  await diagnosticsWhere(uri, (all) => all.length > 0);
});

test('copies of other schemes are left alone', async () => {
  const untouched = Uri.parse('git:/letters.jsonl?%7B%7D');
  assert.deepEqual(languages.getDiagnostics(untouched), []);
});

test('a binary file is checked from disk by command', async () => {
  const status = await commands.executeCommand<{ findings: number }>(
    'datasetHygiene.checkOnDisk',
    file('archive.parquet'),
  );
  assert.ok(status.findings > 0);
  await diagnosticsWhere(file('archive.parquet'), (all) => all.some((one) => ruleOf(one) === 'unsupported-format'));
});
