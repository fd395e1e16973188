import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CheckOnDisk, type StatusParams } from '../../server/src/protocol';
import { own } from './client';
import { at, CLEAN, fixture } from './fixture';

const NO_SOURCE = CLEAN.replace('"source": "mill", ', '');

test('past versions that git shows, and other schemes, are not looked at', async (t) => {
  const { client, project } = await fixture(t);
  for (const scheme of ['git', 'vscode-userdata', 'output', 'memfs']) {
    const uri = project.uri('data.jsonl').replace('file:', `${scheme}:`);
    await client.open(uri, NO_SOURCE);
    await client.change(uri, { text: '{' });
    assert.deepEqual(await client.codeActions(uri, { start: at(0, 0), end: at(0, 0) }), []);
    await client.close(uri);
  }
});

test('a document that was never saved is checked when it is JSON Lines', async (t) => {
  const { client } = await fixture(t);
  await client.open('untitled:Untitled-1', NO_SOURCE);
  const [found] = await client.checked('untitled:Untitled-1');
  assert.equal(found?.code, 'source-missing');
  const titles = (await client.codeActions('untitled:Untitled-1', found!.range)).map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title) => /baseline|sidecar|json:/.test(title)),
    [],
  );
  await client.open('untitled:Untitled-2', NO_SOURCE, 'plaintext');
  assert.equal((await client.status('untitled:Untitled-2')).state, 'not-a-dataset');
});

test('a status says why a document is not checked', async (t) => {
  const { client, project } = await fixture(t, { 'dataset-hygiene.json': '{"exclude": ["out/**"]}' });
  const expected: [name: string, text: string, state: string, reason: RegExp][] = [
    ['README.md', '# Notes\n', 'not-a-dataset', /not a data file/],
    ['out/a.jsonl', NO_SOURCE, 'not-a-dataset', /excluded/],
    ['notes.txt', 'Hello.', 'not-a-dataset', /nothing names it/],
    ['log.jsonl', '{"level": "info", "msg": "up", "time": 1}\n'.repeat(5), 'not-a-dataset', /sampled records/],
    ['data.jsonl', NO_SOURCE, 'checked', /JSON Lines/],
  ];
  for (const [name, text, state, reason] of expected) {
    await client.open(project.uri(name), text, 'plaintext');
    const status = await client.status(project.uri(name));
    assert.equal(status.state, state, name);
    assert.match(status.reason, reason);
  }
});

test('no document stops the server', async (t) => {
  const { client, project } = await fixture(t);
  const texts = [
    '',
    '\ufeff',
    '\0'.repeat(5000),
    'a\0'.repeat(3000),
    '[',
    '[,,',
    ']'.repeat(1000),
    '{"a":'.repeat(100_000),
    '['.repeat(200_000),
    `{"text": "${'\\ud800'.repeat(1000)}"}`,
    `{"text": "\ud800\udc00\ud83d"}\n\udc00`,
    `${'{"text": "a"}\r'.repeat(50)}\n\r\n`,
    '{"text": "\u2028\u2029\u0085"}\n',
    'PAR1',
    'version https://git-lfs.github.com/spec/v1\n',
    '---\nprovenance: {a: &a [*a]}\n',
    '"'.repeat(999),
    `{"provenance": ${JSON.stringify({ license: {}, created: [], source: 7, generator: false })}}`,
    `{"text": "${'x'.repeat(300_000)}"}\n`.repeat(3),
  ];
  const uris = ['a.jsonl', 'a.csv', 'a.json', 'a.md', 'a.tsv', 'dataset-hygiene.json'].map((name) => project.uri(name));
  for (const uri of uris) await client.open(uri, '', 'plaintext');
  for (const uri of uris) {
    for (const text of texts) {
      await client.change(uri, { text });
      const range = { start: at(0, 0), end: at(0, 5) };
      await client.codeActions(uri, range);
      await client.codeActions(uri, range, ['source.fixAll']);
      await client.request('textDocument/hover', { textDocument: { uri }, position: at(0, 3) });
      await client.request('textDocument/completion', { textDocument: { uri }, position: at(0, 3) });
    }
    await client.status(uri);
  }
  // The configuration is open, too: what it says last decides about the others.
  await client.quiet();
});

test('after rapid edits the diagnostics are those of the final text', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, Array.from({ length: 4000 }, () => CLEAN).join('\n'));
  for (let i = 0; i < 200; i++) {
    const line = (i * 37) % 4000;
    await client.change(uri, { range: { start: at(line, 0), end: at(line, 1) }, text: i % 3 ? '' : '{' });
    if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
    if (i % 50 === 10) void client.codeActions(uri, { start: at(0, 0), end: at(0, 0) });
  }
  const found = await client.checked(uri);
  const again = project.uri('again.jsonl');
  await client.open(again, client.text(uri));
  const expected = await client.checked(again);
  const essence = (diagnostics: typeof found) => diagnostics.map(({ range, message }) => ({ range, message }));
  assert.ok(found.length > 50);
  assert.deepEqual(essence(found), essence(expected));
});

test('a check that is outdated is given up', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  const text = Array.from({ length: 60_000 }, () => CLEAN).join('\n');
  await client.open(uri, text);
  await client.change(uri, { text: CLEAN });
  const versions: (number | null)[] = [];
  for (let state = ''; state !== 'checked'; ) {
    const status = await client.next<StatusParams>('datasetHygiene/status');
    if (status.state === 'checked') versions.push(status.version);
    state = status.state;
  }
  assert.deepEqual(versions, [2]);
  await client.next('textDocument/publishDiagnostics');
  // Closing gives up as well: nothing is heard of it.
  await client.change(uri, { text });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await client.close(uri);
  await client.quiet();
});

test('a check that takes long shows progress', async (t) => {
  const { client, project } = await fixture(t, {}, { ...own, capabilities: { window: { workDoneProgress: true } } });
  const uri = project.uri('data.jsonl');
  await client.open(uri, Array.from({ length: 150_000 }, () => NO_SOURCE).join('\n'));
  const { token } = await client.next<{ token: string }>('window/workDoneProgress/create');
  const begin = await client.next<{ token: string; value: { kind: string; title: string } }>('$/progress');
  assert.deepEqual(begin, { token, value: { kind: 'begin', title: 'Checking data.jsonl' } });
  await client.checked(uri);
  assert.equal((await client.next<{ value: { kind: string } }>('$/progress')).value.kind, 'end');
});

test('a file is checked from disk when it is asked for', async (t) => {
  const { client, project } = await fixture(t, {
    'big.jsonl': `${CLEAN}\n${NO_SOURCE}\n`,
    'notes.json': '{"text": "Hello."}',
    'data.parquet': 'PAR1',
  });
  const check = (name: string) => client.request<StatusParams>(CheckOnDisk, { uri: project.uri(name) });
  const status = await check('big.jsonl');
  assert.deepEqual([status.state, status.version, status.records, status.findings], ['checked', null, 2, 1]);
  const pushed = await client.next<{ uri: string; diagnostics: { code: string; data: object }[] }>(PUBLISH);
  assert.equal(pushed.uri, project.uri('big.jsonl'));
  assert.deepEqual(pushed.diagnostics[0]?.data, { row: 1, rule: 'source-missing', version: null });
  await client.next('datasetHygiene/status');
  for (const name of ['notes.json', 'data.parquet']) {
    assert.equal((await check(name)).findings, 1, name);
    await client.next(PUBLISH);
    await client.next('datasetHygiene/status');
  }
  const gone = await check('gone.jsonl');
  assert.deepEqual([gone.state, gone.reason], ['not-a-dataset', 'there is no such file or folder']);
});

const PUBLISH = 'textDocument/publishDiagnostics';
