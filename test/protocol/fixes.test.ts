import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { recordRules } from '../../server/src/engine/rules';
import { ApplyPatch, type AskAndFixArguments, AskAndFixCommand } from '../../server/src/protocol';
import { onDisk, own } from './client';
import { at, CLEAN, fixture } from './fixture';

const NOTHING_SAID = '{"text": "Hello."}';

/** Titles that change text, those of several records and of the project left out. */
const isSingleFix = ({ title }: CodeAction) => !/baseline|page of this rule|\ball \d/.test(title);

// A rule that is off by default reports nothing here; its fixes are those of its neighbour.
for (const rule of recordRules.filter(({ fixes, offByDefault }) => fixes && !offByDefault)) {
  test(`every fix of ${rule.id} ends its finding`, async (t) => {
    const { file, invalid } = rule.examples;
    const { client, project } = await fixture(t);
    const uri = project.uri(file);
    await client.open(uri, invalid);
    const found = (await client.checked(uri)).find(({ code }) => code === rule.id);
    assert.ok(found);
    const offers = async () => (await client.codeActions(uri, found.range, ['quickfix'], [found])).filter(isSingleFix);
    const titles = (await offers()).map(({ title }) => title);
    assert.ok(titles.length > 0);
    for (const title of titles) {
      const action = (await offers()).find((offer) => offer.title === title)!;
      assert.equal(action.kind, 'quickfix');
      await client.apply(await client.resolved(action));
      const left = await client.checked(uri);
      // A leftover of a model stays one: declared, it is only worth a note.
      const same = left.find(({ code }) => code === rule.id);
      assert.ok(!same || same.severity! > found.severity!, `${title} left ${client.text(uri)}`);
      assert.ok(!left.some(({ code }) => code === 'record-unparseable'), client.text(uri));
      await client.change(uri, { text: invalid });
      await client.checked(uri);
    }
  });
}

test('only safe fixes are preferred', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, '{"text": "a", "source": "a", "license": "apache-2.0", "digital_source_type": "humann"}\n');
  for (const { code, range } of await client.checked(uri)) {
    const preferred = (await client.codeActions(uri, range)).filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, code === 'license-not-spdx' ? 1 : 0);
  }
});

test('a value is asked for in the text where the editor has snippets', async (t) => {
  const { client, project } = await fixture(t, {
    'dataset-hygiene.json':
      '{"provenance": [{"files": "other.jsonl", "generator": "a\\"b/$m,o|d}el\\\\"}, {"files": "o2", "generator": "org/model"}]}',
  });
  const uri = project.uri('data.jsonl');
  await client.open(uri, `${CLEAN}\n${NOTHING_SAID}\n`);
  await client.checked(uri);
  const action = await client.action(uri, at(1, 0), 'Mark as synthetic, with its generator…');
  const [change] = action.edit!.documentChanges!;
  assert.ok(change && 'edits' in change);
  const [edit] = change.edits;
  assert.ok(edit && 'snippet' in edit);
  const choices = String.raw`{1|a\\"b/$m\,o\|d}el\\\\,org/model|}`;
  assert.ok(edit.snippet.value.includes(choices), edit.snippet.value);
  await client.apply(action);
  await client.checked(uri);
  const record = JSON.parse(client.text(uri).split('\n')[1]!);
  assert.equal(record.generator ?? record.provenance?.generator, 'a"b/$m,o|d}el\\');
});

test('a value is asked for by the client where it has no snippets', async (t) => {
  const workspace = { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };
  const { client, project } = await fixture(t, {}, { ...own, capabilities: { workspace } });
  const uri = project.uri('data.jsonl');
  await client.open(uri, `${CLEAN}\n${NOTHING_SAID}\n`);
  await client.checked(uri);
  const action = await client.action(uri, at(1, 0), 'Mark as synthetic, with its generator…');
  assert.equal(action.command?.command, AskAndFixCommand);
  const request = action.command.arguments![0] as AskAndFixArguments;
  assert.deepEqual([request.row, request.place, request.ask.field], [1, 'record', 'generator']);
  const patch = { ...request.patch, [request.ask.field]: 'org/model' };
  const edit = await client.request(ApplyPatch, { ...request, patch });
  await client.apply({ title: '', edit: edit as object });
  assert.ok(!(await client.checked(uri)).some(({ code }) => code === 'origin-missing'));
  assert.match(client.text(uri), /"generator": ?"org\/model"/);
  // The document has another version by now: the answer is too late.
  assert.equal(await client.request(ApplyPatch, { ...request, patch }), null);
});

test('a value is asked for by the client where a snippet would be indented twice', async (t) => {
  const { client, project } = await fixture(t, { 'dataset-hygiene.json': '{"datasets": ["*.json"]}' });
  const uri = project.uri('data.json');
  const made = {
    text: 'Hi',
    provenance: { digital_source_type: 'trainedAlgorithmicMedia', license: 'MIT', source: 's' },
  };
  await client.open(uri, JSON.stringify([made], null, 4), 'json');
  const [found] = await client.checked(uri);
  const action = await client.action(uri, found!.range.start, 'Name the generator…');
  assert.equal(action.command?.command, AskAndFixCommand);
  const request = action.command.arguments![0] as AskAndFixArguments;
  const edit = await client.request(ApplyPatch, { ...request, patch: { generator: 'org/model' } });
  await client.apply({ title: '', edit: edit as object });
  assert.deepEqual(await client.checked(uri), []);
  const written = { ...made, provenance: { ...made.provenance, generator: 'org/model' } };
  assert.equal(client.text(uri), JSON.stringify([written], null, 4));
});

test('without snippets and commands of ours nothing is offered that needs an answer', async (t) => {
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
  const { client, project } = await fixture(t, {}, { capabilities });
  const uri = project.uri('data.jsonl');
  await client.open(uri, `${CLEAN}\n${NOTHING_SAID}\n`);
  await client.next('textDocument/publishDiagnostics');
  const titles = (await client.codeActions(uri, { start: at(1, 0), end: at(1, 0) })).map(({ title }) => title);
  assert.ok(titles.includes('Mark as human'));
  assert.deepEqual(
    titles.filter((title) => title.includes('…') || title.includes('page of')),
    [],
  );
});

test('a choice is repeated in all records, and safe fixes are counted', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  const bad = '{"text": "b", "source": "b", "license": "apache-2.0"}';
  await client.open(uri, [CLEAN, bad, bad, bad, ''].join('\n'));
  assert.equal((await client.checked(uri)).length, 6);
  const licences = await client.action(uri, at(2, 42), "Fix all 3 of 'Licence is not an SPDX expression' in this file");
  await client.apply(licences);
  assert.equal((await client.checked(uri)).length, 3);
  await client.apply(await client.action(uri, at(2, 0), 'Mark all 3 records as human'));
  assert.deepEqual(await client.checked(uri), []);
  const lines = client
    .text(uri)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.ok(lines.every(({ license }) => license !== 'apache-2.0'));
});

test('fix all makes the safe fixes of the whole document at once and adds no key', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  const text = [
    '{"text": "a", "source": "a", "license": "apache-2.0", "digital_source_type": "human"}',
    '{"text": "b", "license": "mit", "digital_source_type": "human", "provenance": {"created": "5 March 2021"}}',
    '',
  ].join('\n');
  await client.open(uri, text);
  await client.checked(uri);
  const range = { start: at(0, 0), end: at(0, 0) };
  for (const only of ['source.fixAll', 'source.fixAll.datasetHygiene', 'source']) {
    const actions = await client.codeActions(uri, range, [only]);
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['source.fixAll.datasetHygiene'],
    );
  }
  assert.deepEqual(await client.codeActions(uri, range, ['source.organizeImports']), []);
  const [action] = await client.codeActions(uri, range, ['source.fixAll.datasetHygiene']);
  await client.apply(await client.resolved(action!));
  const left = await client.checked(uri);
  assert.deepEqual([...new Set(left.map(({ code }) => code))].sort(), ['provenance-partial-rows', 'source-missing']);
  assert.deepEqual(client.text(uri).match(/"(?:license|digital_source_type|created)": "[^"]*"/g), [
    '"license": "Apache-2.0"',
    '"digital_source_type": "digitalCreation"',
    '"license": "MIT"',
    '"digital_source_type": "digitalCreation"',
    '"created": "2021-03-05"',
  ]);
});

test('a client that cannot resolve actions gets their edits at once', async (t) => {
  const capabilities = { textDocument: { codeAction: {} } };
  const { client, project } = await fixture(t, {}, { ...own, capabilities });
  const uri = project.uri('data.jsonl');
  await client.open(uri, '{"text": "a", "license": "mit"}\n{"text": "a", "license": "mit"}\n');
  await client.checked(uri);
  const range = { start: at(0, 0), end: at(0, 30) };
  const actions = await client.codeActions(uri, range);
  assert.ok(actions.every(({ data, edit, command }) => data === undefined && (edit || command)));
  const [all] = await client.codeActions(uri, range, ['source.fixAll']);
  await client.apply(all!);
  await client.checked(uri);
  assert.equal(client.text(uri), '{"text": "a", "license": "MIT"}\n{"text": "a", "license": "MIT"}\n');
});

test('a record without room is written about beside the file', async (t) => {
  const files = { 'dataset-hygiene.json': '// ours\n{\n    "datasets": ["*.csv"] // tables\n}\n' };
  const { client, project } = await fixture(t, files);
  const uri = project.uri('data.csv');
  await client.open(uri, 'text,source,license\n"a, b",s,MIT\nc,s,MIT\n', 'csv');
  assert.equal((await client.checked(uri)).length, 2);
  await client.apply(await client.action(uri, at(1, 0), 'Mark as human in the row sidecar'));
  const sidecar = 'data.csv.provenance.jsonl';
  const [row] = onDisk(project.path(sidecar))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([row.row, row.provenance.digital_source_type], [0, 'digitalCreation']);
  const changed = { changes: [{ uri: project.uri(sidecar), type: 1 }] };
  await client.notify('workspace/didChangeWatchedFiles', changed);
  assert.deepEqual(
    (await client.checked(uri)).map(({ data }) => data.row),
    [1],
  );

  await client.apply(await client.action(uri, at(2, 0), 'Mark as unknown in the row sidecar'));
  await client.notify('workspace/didChangeWatchedFiles', changed);
  assert.deepEqual(await client.checked(uri), []);
  assert.equal(onDisk(project.path(sidecar)).split('\n').length, 3);

  await client.change(uri, { text: 'text,source,license\n"a, b",s,MIT\nd,s,MIT\n' });
  const stale = await client.checked(uri);
  assert.deepEqual(
    stale.map(({ code }) => code),
    ['origin-missing', 'sidecar-misaligned'],
  );
  await client.apply(await client.action(uri, at(2, 0), 'Mark as human for the whole file in dataset-hygiene.json'));
  const configuration = onDisk(project.path('dataset-hygiene.json'));
  assert.match(configuration, /^\/\/ ours\n\{\n {4}"datasets": \["\*\.csv"\], \/\/ tables\n/);
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: project.uri('dataset-hygiene.json'), type: 2 }],
  });
  assert.deepEqual(
    (await client.checked(uri)).map(({ code }) => code),
    ['sidecar-misaligned'],
  );
});

test('the sidecar of all records is written at once, in an open sidecar too', async (t) => {
  const { client, project } = await fixture(t, { 'dataset-hygiene.json': '{"datasets": ["*.csv"]}' });
  const uri = project.uri('data.csv');
  const sidecar = project.uri('data.csv.provenance.jsonl');
  await client.open(uri, 'text,source,license\na,s,MIT\nb,s,MIT\nc,s,MIT\n', 'csv');
  await client.checked(uri);
  await client.open(sidecar, 'not an entry');
  assert.equal((await client.status(sidecar)).state, 'not-a-dataset');
  await client.checked(uri);
  await client.apply(await client.action(uri, at(1, 0), 'Mark all 3 records as human in the row sidecar'));
  await client.checked(sidecar);
  assert.deepEqual(
    (await client.checked(uri)).map(({ code }) => code),
    ['sidecar-misaligned'],
  );
  const lines = client.text(sidecar).trim().split('\n');
  assert.deepEqual([lines.length, lines[0]], [4, 'not an entry']);
});

test('a dataset in which nothing is declared gets one declaration', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data/all [1].jsonl');
  await client.open(uri, `${NOTHING_SAID}\n${NOTHING_SAID}\n`);
  assert.deepEqual(
    (await client.checked(uri)).map(({ code }) => code),
    ['provenance-undeclared'],
  );
  const title = 'Declare provenance for this file in dataset-hygiene.json: human';
  const configuration = project.uri('dataset-hygiene.json');
  await client.apply(await client.action(uri, at(0, 0), title));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: configuration, type: 1 }] });
  const found = await client.checked(uri);
  assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), ['license-missing', 'source-missing']);
});

test('a record that nothing is reported of can be marked too, and can take what it inherits', async (t) => {
  const { client, project } = await fixture(t, {
    'dataset-hygiene.json': '{"provenance": [{"files": "said.jsonl", "digital_source_type": "digitalCreation"}]}',
  });
  const silent = project.uri('silent.jsonl');
  await client.open(silent, `${NOTHING_SAID}\n${NOTHING_SAID}\n`);
  await client.checked(silent);
  const second = { start: at(1, 3), end: at(1, 3) };
  const [human] = await client.codeActions(silent, second, ['refactor.rewrite']);
  assert.equal(human!.title, 'Mark as human');
  await client.apply(human!);
  await client.checked(silent);
  assert.equal(JSON.parse(client.text(silent).split('\n')[1]!).provenance.digital_source_type, 'digitalCreation');

  const said = project.uri('said.jsonl');
  await client.open(said, `${NOTHING_SAID}\n`);
  await client.checked(said);
  const inherit = await client.action(
    said,
    at(0, 3),
    'Write what it inherits from dataset-hygiene.json into the record',
  );
  assert.equal(inherit.kind, 'refactor.rewrite');
  await client.apply(inherit);
  await client.checked(said);
  assert.equal(JSON.parse(client.text(said)).provenance.digital_source_type, 'digitalCreation');
});

test('findings of a second reading stand in no way of fixes, and those about the file are still there', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  const said = (origin: string, more = {}) =>
    JSON.stringify({ text: 'The same text, word for word.', provenance: { digital_source_type: origin, ...more } });
  await client.open(uri, `${said('human')}\n${said('synthetic', { created: '2021-03-05' })}\n`);
  const found = (await client.checked(uri)).map(({ code }) => code);
  assert.ok(found.includes('duplicate-text-conflicting-origin') && found.includes('provenance-partial-rows'));
  const whole = { start: at(0, 0), end: at(1, 5) };
  const [all] = await client.codeActions(uri, whole, ['source.fixAll.datasetHygiene']);
  await client.apply(await client.resolved(all!));
  assert.equal(
    client.text(uri),
    `${said('digitalCreation')}\n${said('trainedAlgorithmicMedia', { created: '2021-03-05' })}\n`,
  );
  await client.checked(uri);
  await client.action(uri, at(0, 0), 'Accept this finding in the baseline (provenance-partial-rows)');
});
