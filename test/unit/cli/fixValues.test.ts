import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, runCli } from './runCli';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

/** What a record of JSON Lines says of its provenance. */
const provenanceOf = (line: string) => JSON.parse(line).provenance;

const plain = (text: string, more = {}) => `${JSON.stringify({ text, ...more })}\n`;
const chat = (text: string) =>
  `${JSON.stringify({
    messages: [
      { role: 'user', content: text },
      { role: 'assistant', content: 'Yes, it does.' },
    ],
  })}\n`;

test('a person sets values: the codes of the standards, in every record', (t) => {
  const folder = folderWith(t, { 'data.jsonl': plain('A river.') + plain('A mill.') });
  const args = ['--set', 'digital_source_type=synthetic', '--set', 'generator=org/model', '--set', 'license=apache_v2'];
  const { code, stdout, stderr } = runCli(folder, 'fix', ...args);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^data\.jsonl: 2 records changed\nChanged 2 records in 1 file\./);
  const lines = read(folder, 'data.jsonl').trimEnd().split('\n');
  for (const line of lines) {
    const { digital_source_type, generator, license, source } = provenanceOf(line);
    assert.deepEqual(
      [digital_source_type, generator, license, source],
      ['trainedAlgorithmicMedia', 'org/model', 'Apache-2.0', null],
    );
  }
  assert.match(lines[0]!, /^\{"text":"A river\.","provenance":\{/);
  assert.equal(
    runCli(folder, 'fix', ...args).stdout,
    'data.jsonl: 0 records changed (2 say it already)\nChanged 0 records in 0 files.\n',
  );
});

test('what makes no sense is not set', (t) => {
  const folder = folderWith(t, { 'data.jsonl': plain('A river.') });
  const wrong: [string[], RegExp][] = [
    [['--set', 'licence=MIT'], /no provenance field "licence"/],
    [['--set', 'license'], /write license=VALUE/],
    [['--set', 'license=gpl'], /names a family of licences/],
    [['--set', 'license=Apache 3'], /is no SPDX expression/],
    [['--set', 'license=MIT', '--set', 'license=MIT'], /set twice/],
    [['--set', 'digital_source_type=digitalCreaton'], /Did you mean digitalCreation\?/],
    [['--set', 'created=yesterday'], /ISO 8601 date/],
    [['--set', 'generation_depth=-1'], /whole number/],
    [['--set', 'annotations_creator=me'], /is one of found/],
    [['--set', 'license=MIT', '--where', 'missing:everything'], /no provenance field "everything"/],
    [['--set', 'license=MIT', '--where', 'source'], /is no condition/],
    [['--set', 'license=MIT', '--where', 'row=x'], /takes a number or two/],
    [['--set', 'license=MIT', '--placement', 'somewhere'], /is one of inline, columns/],
    [['--placement', 'sidecar'], /needs --set/],
    [['--set', 'license=MIT', '--placement', 'sidecar', '--out', 'x'], /--out is for changes in the records/],
    [['--set', 'license=MIT', '--rule', 'provenance-partial-rows'], /is about whole files/],
  ];
  for (const [args, message] of wrong) {
    const { code, stderr } = runCli(folder, 'fix', ...args);
    assert.deepEqual([code, message.test(stderr)], [2, true], `${args.join(' ')}: ${stderr}`);
  }
  assert.equal(read(folder, 'data.jsonl'), plain('A river.'));
});

test('only the records that are meant: by source, missing field, other key, row, shape and rule', (t) => {
  const lines = [
    plain('A river.', { source: 'a', lang: 'en', meta: { n: 1.5 } }),
    plain('A mill.', { source: 'b', license: 'MIT', lang: 'de' }),
    plain('A boat.', { source: 'b', lang: 'en' }),
  ];
  const conditions: [string[], number[]][] = [
    [['source=b'], [1, 2]],
    [['missing:license'], [0, 2]],
    [['lang=en'], [0, 2]],
    [['/meta/n=1.5'], [0]],
    [['row=1-2'], [1, 2]],
    [['row=0', 'lang=de'], []],
    [['source=b', 'missing:license'], [2]],
    [['shape=no-such-shape'], []],
  ];
  for (const [where, rows] of conditions) {
    const folder = folderWith(t, { 'data.jsonl': lines.join('') });
    const { code } = runCli(folder, 'fix', '--set', 'added=2024-05-17', ...where.flatMap((one) => ['--where', one]));
    assert.equal(code, 0);
    const changed = read(folder, 'data.jsonl')
      .split('\n')
      .flatMap((line, row) => (line.includes('2024-05-17') ? [row] : []));
    assert.deepEqual(changed, rows, where.join(' '));
  }
  const folder = folderWith(t, { 'data.jsonl': lines.join('') });
  runCli(folder, 'fix', '--rule', 'license-missing', '--set', 'license=CC0-1.0');
  const licences = read(folder, 'data.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    licences.map(({ provenance, license }) => provenance?.license ?? license),
    ['CC0-1.0', 'MIT', 'CC0-1.0'],
  );
  assert.doesNotMatch(runCli(folder, 'check').stdout, /license-missing/);
});

test('a table gets the columns it lacks, and keeps its other bytes', (t) => {
  const table = 'id;text;license\r\n1;"A ""river"";\r\nruns";mit\r\n2;A mill;\r\n\r\n3;"x";MIT';
  const folder = folderWith(t, { 'data.csv': table });
  const args = ['data.csv', '--set', 'source=here; "there"', '--set', 'license=MIT', '--where', 'row=0-1'];
  assert.equal(runCli(folder, 'fix', ...args).code, 0);
  assert.equal(
    read(folder, 'data.csv'),
    'id;text;license;provenance.source\r\n1;"A ""river"";\r\nruns";MIT;"here; ""there"""\r\n2;A mill;MIT;"here; ""there"""\r\n\r\n3;"x";MIT;',
  );
  assert.equal(runCli(folder, 'undo', 'data.csv').code, 0);
  assert.equal(read(folder, 'data.csv'), table);
  const { code, stderr } = runCli(folder, 'fix', ...args, '--placement', 'inline');
  assert.deepEqual([code, stderr.split('\n')[0]], [1, 'data.csv:2: left as it is: it has no room for provenance']);
});

test('a table whose rows do not end where its columns do gets none', (t) => {
  for (const rows of ['1,a,b,c\n', '1,"a\n', '1\n']) {
    const table = `id,text,more\n0,A river runs,x\n${rows}`;
    const folder = folderWith(t, { 'data.csv': table });
    const { code, stderr } = runCli(folder, 'fix', 'data.csv', '--set', 'license=MIT');
    assert.equal(code, 2, rows);
    assert.match(stderr, /columns cannot be added, because of record 1: /);
    assert.equal(read(folder, 'data.csv'), table);
    assert.deepEqual(readdirSync(folder).sort(), ['.dataset-hygiene', '.git', 'data.csv']);
  }
});

test('strict chat records get a sidecar that check reads, and stay as they are', (t) => {
  const content = chat('Does it rain?') + chat('Does it snow?');
  const folder = folderWith(t, { 'chat.jsonl': content });
  const args = ['--set', 'digital_source_type=mixed', '--set', 'source=notes', '--set', 'license=MIT'];
  const { stdout } = runCli(folder, 'fix', ...args);
  assert.match(stdout, /^chat\.jsonl: 2 records changed, in chat\.jsonl\.provenance\.jsonl\n/);
  assert.equal(read(folder, 'chat.jsonl'), content);
  const before = read(folder, 'chat.jsonl.provenance.jsonl');
  assert.doesNotMatch(
    runCli(folder, 'check').stdout,
    /origin-missing|source-missing|license-missing|sidecar-misaligned/,
  );
  // What a row said stays; the row of one record is replaced, the others are not touched.
  runCli(folder, 'fix', '--set', 'generator=org/model', '--where', 'row=1');
  const [first, second] = read(folder, 'chat.jsonl.provenance.jsonl').trimEnd().split('\n');
  assert.equal(`${first}\n`, before.slice(0, before.indexOf('\n') + 1));
  assert.deepEqual(
    [JSON.parse(second!).provenance.generator, JSON.parse(second!).provenance.source],
    ['org/model', 'notes'],
  );
  runCli(folder, 'undo');
  assert.equal(read(folder, 'chat.jsonl.provenance.jsonl'), before);
  runCli(folder, 'undo');
  assert.ok(!existsSync(join(folder, 'chat.jsonl.provenance.jsonl')));
});

test('one declaration instead of an edit of every record, for all files of a kind', (t) => {
  const folder = folderWith(t, {
    'data/a.jsonl': plain('A river.') + plain('A mill.'),
    'data/b.jsonl': plain('A boat.'),
    'other.jsonl': plain('A stone.', { license: 'MIT' }),
  });
  const preview = runCli(folder, 'fix', 'data', '--set', 'license=MIT', '--dry-run').stdout;
  assert.match(
    preview,
    /^data\/a\.jsonl: all 2 records would say the same\. One declaration .*--placement declaration\.\n/,
  );
  const args = ['fix', 'data', '--set', 'license=MIT', '--set', 'source=here', '--placement', 'declaration'];
  assert.match(runCli(folder, ...args).stdout, /^data\/a\.jsonl: 2 records changed, in dataset-hygiene\.json\n/);
  assert.deepEqual(JSON.parse(read(folder, 'dataset-hygiene.json')), {
    provenance: [{ files: 'data/*.jsonl', license: 'MIT', source: 'here' }],
  });
  assert.equal(read(folder, 'data/b.jsonl'), plain('A boat.'));
  const findings = runCli(folder, 'check', 'data', '--format', 'json').stdout;
  assert.doesNotMatch(findings, /license-missing|source-missing/);
  runCli(folder, 'undo');
  assert.ok(!existsSync(join(folder, 'dataset-hygiene.json')));
});

test('a declaration holds for no record that is not meant', (t) => {
  const folder = folderWith(t, { 'data.jsonl': plain('A river.', { lang: 'en' }) + plain('A mill.') });
  const { code, stderr } = runCli(
    folder,
    'fix',
    '--set',
    'license=MIT',
    '--where',
    'lang=en',
    '--placement',
    'declaration',
  );
  assert.equal(code, 2);
  assert.match(
    stderr,
    /^data\.jsonl: cannot be changed: a declaration would also hold for 1 record that is not meant\nNothing was changed\.\n$/,
  );
  assert.ok(!existsSync(join(folder, 'dataset-hygiene.json')));
});

test('the configuration says where values are written', (t) => {
  const folder = folderWith(t, {
    'dataset-hygiene.json': '{ "placement": "sidecar" }',
    'data.jsonl': plain('A river.'),
  });
  runCli(folder, 'fix', '--set', 'license=MIT');
  assert.equal(read(folder, 'data.jsonl'), plain('A river.'));
  assert.ok(existsSync(join(folder, 'data.jsonl.provenance.jsonl')));
  runCli(folder, 'undo');
  writeFileSync(join(folder, 'dataset-hygiene.json'), '{ "placement": "columns" }');
  runCli(folder, 'fix', '--set', 'license=MIT');
  assert.equal(provenanceOf(read(folder, 'data.jsonl')).license, 'MIT');
});

test('--out writes a new file and leaves the old one; never over another', (t) => {
  const folder = folderWith(t, { 'data.jsonl': record({ license: 'mit' }), 'there.jsonl': 'x' });
  assert.equal(runCli(folder, 'fix', 'data.jsonl', '--out', 'new.jsonl').code, 0);
  assert.deepEqual([read(folder, 'data.jsonl'), read(folder, 'new.jsonl')], [record({ license: 'mit' }), record()]);
  const { code, stderr } = runCli(folder, 'fix', 'data.jsonl', '--out', 'there.jsonl');
  assert.deepEqual([code, read(folder, 'there.jsonl')], [2, 'x']);
  assert.match(stderr, /there is such a file already/);
});

test('a file that cannot be changed: none is', (t) => {
  const folder = folderWith(t, { 'a.jsonl': plain('A river.'), 'b.parquet': 'PAR1....PAR1' });
  const { code, stdout, stderr } = runCli(folder, 'fix', 'a.jsonl', 'b.parquet', '--set', 'license=MIT');
  assert.deepEqual([code, stdout], [2, '']);
  assert.equal(stderr, 'b.parquet: cannot be changed: unsupported: Parquet is not read yet\nNothing was changed.\n');
  assert.equal(read(folder, 'a.jsonl'), plain('A river.'));
});

test('--diff shows every change as a unified diff that a reader can follow, and changes nothing', (t) => {
  const content = Array.from({ length: 30 }, (_, i) => plain(`River ${i}.`)).join('');
  const folder = folderWith(t, {
    'data.jsonl': content,
    'page.md': 'A page.\n',
    'dataset-hygiene.json': '{"datasets": ["page.md"]}',
  });
  const { stdout } = runCli(folder, 'fix', '--set', 'license=MIT', '--diff');
  const added = stdout.split('\n').filter((line) => line.startsWith('+{'));
  assert.equal(added.length, 30);
  assert.match(
    stdout,
    /^@@ -17,1 \+17,1 @@\n-\{"text":"River 16\."\}\n\+\{"text":"River 16\.","provenance":\{.*"license":"MIT".*\}\}$/m,
  );
  assert.match(stdout, /^--- page\.md\n\+\+\+ page\.md\n@@ -1,1 \+1,13 @@\n-A page\.\n\+---\n\+provenance:\n/m);
  assert.equal(read(folder, 'data.jsonl'), content);
  const sampled = runCli(folder, 'fix', 'data.jsonl', '--set', 'license=MIT', '--dry-run').stdout;
  assert.equal(sampled.split('\n').filter((line) => line.startsWith('@@')).length, 20);
  assert.match(sampled, /Would change 30 records in 1 file\.\n$/);
});

test('nothing hidden in a dataset or a journal reaches the terminal raw', (t) => {
  const folder = folderWith(t, { 'data.jsonl': plain('A \u202eriver\u0007 runs.', { license: '\u001b[31mmit' }) });
  const outputs = [
    runCli(folder, 'fix', '--set', 'source=\u001b]0;x\u0007', '--diff'),
    runCli(folder, 'fix', '--set', 'source=\u001b]0;x\u0007'),
    runCli(folder, 'undo'),
  ];
  for (const { stdout, stderr } of outputs) assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('a rule that is named runs: in a dataset that declares nothing, and where the configuration has it off', (t) => {
  const folder = folderWith(t, {
    'dataset-hygiene.json': '{ "rules": { "license-missing": "off" } }',
    'data.jsonl': plain('A river.') + plain('A mill.', { license: 'MIT' }),
  });
  const { stdout } = runCli(folder, 'fix', '--rule', 'license-missing', '--set', 'license=CC0-1.0');
  assert.match(stdout, /^data\.jsonl: 1 record changed\n/);
});

test('a file under two names is changed once', (t) => {
  const folder = folderWith(t, { 'data.jsonl': plain('A river.') });
  symlinkSync('data.jsonl', join(folder, 'link.jsonl'));
  const { code, stdout, stderr } = runCli(folder, 'fix', 'data.jsonl', 'link.jsonl', '--set', 'license=MIT');
  assert.deepEqual([code, stderr], [0, 'Not changed: 1 data file (1 another name of a file).\n']);
  assert.match(stdout, /Changed 1 record in 1 file\./);
});

test('a table whose rows a sidecar is about keeps its bytes: new values go there too', (t) => {
  const table = 'id,text\n1,A river runs past the mill\n2,A boat lies in the reeds\n';
  const folder = folderWith(t, { 'data.csv': table });
  runCli(folder, 'fix', 'data.csv', '--set', 'source=here', '--placement', 'sidecar');
  assert.equal(runCli(folder, 'fix', 'data.csv', '--set', 'license=MIT').code, 0);
  assert.equal(read(folder, 'data.csv'), table);
  const rows = read(folder, 'data.csv.provenance.jsonl').trimEnd().split('\n');
  assert.deepEqual(
    rows.map((row) => JSON.parse(row).provenance).map(({ source, license }) => [source, license]),
    [
      ['here', 'MIT'],
      ['here', 'MIT'],
    ],
  );
  const { code, stderr } = runCli(folder, 'fix', 'data.csv', '--set', 'license=MIT', '--placement', 'columns');
  assert.equal(code, 2);
  assert.match(stderr, /columns cannot be added, because of record 0: data\.csv\.provenance\.jsonl is about its bytes/);
});
