import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { FixOnDisk, FixOnDiskCommand, Trusted } from '../../server/src/protocol';
import { onDisk, own } from './client';
import { at, CLEAN, fixture } from './fixture';

const NO_SOURCE = '{"text": "a", "license": "MIT", "digital_source_type": "digitalCreation"}';

test('findings are accepted in the baseline, one or all of a rule', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, [1, 2, 3].map((n) => NO_SOURCE.replace('"a"', `"a${n}"`)).join('\n'));
  assert.equal((await client.checked(uri)).length, 3);
  const one = await client.action(uri, at(1, 0), 'Accept this finding in the baseline (source-missing)');
  await client.request('workspace/executeCommand', one.command);
  assert.deepEqual(
    (await client.checked(uri)).map(({ data }) => data.row),
    [0, 2],
  );
  const all = await client.action(
    uri,
    at(0, 0),
    'Accept all 2 findings of source-missing in this file in the baseline',
  );
  await client.request('workspace/executeCommand', all.command);
  const { findings, suppressed } = await client.status(uri);
  assert.deepEqual([findings, suppressed], [0, 3]);
  const accepted = JSON.parse(onDisk(project.path('.dataset-hygiene/baseline.json'))).accepted;
  assert.equal(accepted['source-missing'].length, 3);
  // What is accepted stays so when it moves and its provenance changes.
  await client.change(uri, { text: `${CLEAN}\n${NO_SOURCE.replace('"a"', '"a3"').replace('MIT', 'CC0-1.0')}` });
  assert.deepEqual(await client.checked(uri), []);
});

test('findings about the file are accepted too', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, '{"text": "Hello."}\n');
  assert.equal((await client.checked(uri)).length, 1);
  const accept = await client.action(uri, at(0, 0), 'Accept this finding in the baseline (provenance-undeclared)');
  await client.request('workspace/executeCommand', accept.command);
  assert.deepEqual(await client.checked(uri), []);
});

test('a baseline is not honoured in a restricted workspace, until it is trusted', async (t) => {
  const { client, project } = await fixture(t, {}, { initializationOptions: { push: true, trusted: false } });
  const uri = project.uri('data.jsonl');
  await client.open(uri, NO_SOURCE);
  await client.checked(uri);
  const offered = await client.codeActions(uri, { start: at(0, 0), end: at(0, 0) });
  assert.deepEqual(
    offered.filter(({ title }) => title.includes('baseline')),
    [],
  );
  await client.notify(Trusted);
  assert.equal((await client.checked(uri)).length, 1);
  const accept = await client.action(uri, at(0, 0), 'Accept this finding in the baseline (source-missing)');
  await client.request('workspace/executeCommand', accept.command);
  assert.deepEqual(await client.checked(uri), []);
});

test('a damaged baseline is told and accepts nothing', async (t) => {
  const { client, project } = await fixture(t, { '.dataset-hygiene/baseline.json': '{"version": 1,' });
  const uri = project.uri('data.jsonl');
  await client.open(uri, NO_SOURCE);
  const [problem, finding] = await client.checked(uri);
  assert.match(String(problem!.message), /baseline .* is damaged/);
  assert.equal(finding!.code, 'source-missing');
});

test('a configuration, a card and a sidecar count as they stand in the editor', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data/train.jsonl');
  const configuration = project.uri('dataset-hygiene.json');
  const card = project.uri('data/README.md');
  await client.open(uri, NO_SOURCE);
  assert.equal((await client.checked(uri)).length, 1);
  await client.open(configuration, '{"rules": {"source-missing": "off"}}', 'jsonc');
  assert.deepEqual(await client.checked(configuration), []);
  assert.deepEqual(await client.checked(uri), []);
  await client.change(configuration, {
    text: '{"rules": {"source-missing": "error", "no-such-rule": "off"}, "globs": 1}',
  });
  const problems = await client.checked(configuration);
  assert.deepEqual(
    problems.map(({ source, severity }) => [source, severity]),
    [
      ['dataset-hygiene', 2],
      ['dataset-hygiene', 2],
    ],
  );
  assert.deepEqual(
    (await client.checked(uri)).map(({ severity }) => severity),
    [1],
  );
  await client.open(card, '---\nlicense: mit\nsource_datasets: [squad]\n---\n', 'markdown');
  assert.deepEqual(await client.checked(uri), []);
  await client.checked(card);
  await client.close(card);
  assert.equal((await client.checked(uri)).length, 1);
  await client.close(configuration);
  assert.deepEqual(await client.next('textDocument/publishDiagnostics'), { uri: configuration, diagnostics: [] });
  assert.deepEqual(
    (await client.checked(uri)).map(({ severity }) => severity),
    [2],
  );
});

test('another place that explains a finding is linked', async (t) => {
  const { client, project } = await fixture(t, {
    'dataset-hygiene.json': '{"provenance": [\n{"files": "*.jsonl",\n"digital_source_type": "digitalCreation"}]}',
  });
  const uri = project.uri('data.jsonl');
  await client.open(uri, '{"text": "a", "license": "MIT", "source": "s", "generator": "org/model"}\n');
  const found = (await client.checked(uri)).find(({ code }) => code === 'human-with-generator');
  assert.deepEqual(
    found?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
    [
      [uri, 0],
      [project.uri('dataset-hygiene.json'), 2],
    ],
  );
});

test('a file that the editor would rewrite is fixed on disk', async (t) => {
  const text = `${CLEAN}\r\n${CLEAN.replace('CC0-1.0', 'mit')}\n`;
  const { client, project } = await fixture(t, { 'data.jsonl': text });
  const uri = project.uri('data.jsonl');
  await client.open(uri, text.replaceAll('\r\n', '\n'));
  const [found] = await client.checked(uri);
  const actions = await client.codeActions(uri, found!.range);
  assert.deepEqual(
    actions.filter(({ edit, data }) => edit || data),
    [],
  );
  const fix = actions.find(({ command }) => command?.command === FixOnDiskCommand);
  assert.deepEqual(fix?.command?.arguments, [uri]);
  assert.deepEqual(await client.codeActions(uri, found!.range, ['source.fixAll']), []);
  assert.deepEqual(await client.request(FixOnDisk, { uri }), { changed: 1 });
  assert.equal(onDisk(project.path('data.jsonl')), text.replace('mit', 'MIT'));
  const refused = await client.request<{ refused: string }>(FixOnDisk, { uri });
  assert.match(refused.refused, /not saved/);
});

test('the setting switches checks off and on', async (t) => {
  const settings = new Map<string, unknown>();
  const { client, project } = await fixture(t, {}, { ...own, settings });
  const uri = project.uri('data.jsonl');
  await client.open(uri, NO_SOURCE);
  assert.equal((await client.checked(uri)).length, 1);
  settings.set(uri, false);
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.equal((await client.status(uri)).state, 'disabled');
  settings.delete(uri);
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.equal((await client.checked(uri)).length, 1);
  assert.ok(!existsSync(project.path('.dataset-hygiene')));
});

test('each folder of a workspace has its own configuration', async (t) => {
  const { client, project } = await fixture(t, {
    'one/dataset-hygiene.json': '{"rules": {"source-missing": "off"}}',
    'two/dataset-hygiene.json': '{"rules": {"source-missing": "hint"}}',
  });
  const expected: [string, (number | undefined)[]][] = [
    ['one/data.jsonl', []],
    ['two/data.jsonl', [4]],
    ['three/data.jsonl', [2]],
  ];
  for (const [name, severities] of expected) {
    await client.open(project.uri(name), NO_SOURCE);
    const found = await client.checked(project.uri(name));
    assert.deepEqual(
      found.map(({ severity }) => severity),
      severities,
    );
  }
});

test('a finding about the file names some of the records', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, `${CLEAN.replace('}', ', "generation_depth": 0}')}\n${CLEAN}\n`);
  const [found] = await client.checked(uri);
  assert.equal(found?.code, 'provenance-partial-rows');
  const places = found?.relatedInformation?.map(({ location }) => location);
  assert.deepEqual(places, [{ uri, range: { start: at(1, 0), end: at(1, 0) } }]);
});

test('nothing is written over a damaged baseline', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, NO_SOURCE);
  await client.checked(uri);
  const accept = await client.action(uri, at(0, 0), 'Accept this finding in the baseline (source-missing)');
  project.write('.dataset-hygiene/baseline.json', '<<<<<<<');
  await client.request('workspace/executeCommand', accept.command);
  const { message } = await client.next<{ message: string }>('window/showMessage');
  assert.match(message, /^Nothing was accepted/);
  assert.equal(onDisk(project.path('.dataset-hygiene/baseline.json')), '<<<<<<<');
});
