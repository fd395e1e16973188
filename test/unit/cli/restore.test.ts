import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, runCli } from './runCli';

const lines = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const texts = ['A river runs past the mill.', 'A boat lies in the reeds.', 'Snow fell on the gate all night.'];
const upstream = texts.map((text, i) => ({
  id: `r${i}`,
  text,
  source: `s${i}`,
  license: 'MIT',
  provenance: { digital_source_type: 'digitalCreation', generator: null },
}));

const said = (folder: string, name = 'data.jsonl') =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).provenance ?? null)
    .map((provenance) => provenance && [provenance.digital_source_type, provenance.source, provenance.license]);

const RESTORED = (i: number) => ['digitalCreation', `s${i}`, 'MIT'];

test('dropped provenance is put back by the texts, from another format and order, and can be taken back', (t) => {
  const table = `text,source,license\n${upstream.map(({ text, source }) => `"${text}",${source},MIT`).join('\n')}\n`;
  const content = lines([...texts].reverse().map((text, i) => ({ text, n: i })));
  const folder = folderWith(t, { 'data.jsonl': content, 'upstream.csv': table });
  const preview = runCli(folder, 'restore', 'data.jsonl', '--from', 'upstream.csv', '--dry-run');
  assert.equal(readFileSync(join(folder, 'data.jsonl'), 'utf8'), content);
  assert.match(preview.stdout, /Would change 3 records in 1 file\.\nFound 3 of 3 records among 3 upstream\.\n$/);
  const { code, stdout } = runCli(folder, 'restore', 'data.jsonl', '--from', 'upstream.csv');
  assert.equal(code, 0, stdout);
  assert.deepEqual(
    said(folder),
    [2, 1, 0].map((i) => [null, `s${i}`, 'MIT']),
  );
  assert.equal(runCli(folder, 'undo').code, 0);
  assert.equal(readFileSync(join(folder, 'data.jsonl'), 'utf8'), content);
});

test('by key: numbers keep their digits, and what is not found or ambiguous is left and named', (t) => {
  const big =
    '{"id": 12345678901234567890, "text": "One text.", "source": "big"}\n{"id": 12345678901234567891, "text": "One text.", "source": "bigger"}\n';
  const twice =
    '{"id": 7, "text": "Two.", "source": "x"}\n{"id": 7, "text": "Two.", "source": "y"}\n{"id": 8, "text": "Three.", "source": "z"}\n{"id": "8", "text": "Three.", "source": "z"}\n';
  const folder = folderWith(t, {
    'data.jsonl':
      '{"id": 12345678901234567891, "text": "Changed."}\n{"id": 7, "text": "Two."}\n{"id": "8", "text": "Three."}\n{"id": 9, "text": "Four."}\n{"text": "No id."}\n',
    'upstream.jsonl': big + twice,
  });
  const { code, stdout } = runCli(folder, 'restore', 'data.jsonl', '--from', 'upstream.jsonl', '--key', 'id');
  assert.equal(code, 1);
  assert.deepEqual(stdout.split('\n').slice(-4), [
    'Found 2 of 5 records among 6 upstream.',
    'Not found: 2 (rows 3, 4)',
    'Ambiguous, with different provenance upstream: 1 (row 1)',
    '',
  ]);
  assert.deepEqual(
    said(folder).map((one) => one?.[1] ?? null),
    ['bigger', null, 'z', null, null],
  );
});

test('what the record says itself is left; what it lacks is added', (t) => {
  const folder = folderWith(t, {
    'data.jsonl': lines([
      { id: 'r0', text: texts[0], license: 'Apache-2.0' },
      { id: 'r1', text: texts[1] },
    ]),
    'upstream.jsonl': lines(upstream),
  });
  const { code, stdout } = runCli(folder, 'restore', 'data.jsonl', '--from', 'upstream.jsonl', '--key', '/id');
  assert.equal(code, 0);
  assert.match(stdout, /Saying something else themselves, left as they are: 1 \(row 0\)\n$/);
  const [first, second] = said(folder);
  assert.deepEqual([first?.[1], second], ['s0', RESTORED(1)]);
  assert.equal(JSON.parse(readFileSync(join(folder, 'data.jsonl'), 'utf8').split('\n')[0]!).license, 'Apache-2.0');
});

test('records without room get a sidecar, tables get columns', (t) => {
  const messages = (text: string) => [
    { role: 'user', content: text },
    { role: 'assistant', content: 'It does.' },
  ];
  const folder = folderWith(t, {
    'chat.jsonl': lines(texts.map((text) => ({ messages: messages(text) }))),
    'full.jsonl': lines(texts.map((text, i) => ({ messages: messages(text), source: `s${i}`, license: 'MIT' }))),
    'table.csv': `id,text\n${upstream.map(({ id, text }) => `${id},"${text}"`).join('\n')}\n`,
    'upstream.jsonl': lines(upstream),
  });
  assert.equal(runCli(folder, 'restore', 'chat.jsonl', '--from', 'full.jsonl').code, 0);
  assert.deepEqual(
    said(folder, 'chat.jsonl.provenance.jsonl'),
    [0, 1, 2].map((i) => [null, `s${i}`, 'MIT']),
  );
  assert.equal(runCli(folder, 'restore', 'table.csv', '--from', 'upstream.jsonl', '--key', 'id').code, 0);
  assert.equal(
    readFileSync(join(folder, 'table.csv'), 'utf8').split('\n')[1],
    `r0,"${texts[0]}",digitalCreation,s0,MIT`,
  );
});

test('wrong usage, and an upstream that cannot be read', (t) => {
  const folder = folderWith(t, {
    'data.jsonl': lines([{ text: texts[0] }]),
    'x.parquet': 'PAR1',
    'config.json': '{"a": 1}',
  });
  for (const args of [
    [],
    ['data.jsonl'],
    ['data.jsonl', 'x', '--from', 'y'],
    ['data.jsonl', '--from', 'x', '--key', '/'],
  ]) {
    assert.equal(runCli(folder, 'restore', ...args).code, 2);
  }
  for (const from of ['missing.jsonl', 'x.parquet', 'config.json']) {
    const { code, stderr } = runCli(folder, 'restore', 'data.jsonl', '--from', from);
    assert.deepEqual([code, stderr.startsWith(`data.jsonl: nothing was restored from ${from}: `)], [2, true], stderr);
  }
});
