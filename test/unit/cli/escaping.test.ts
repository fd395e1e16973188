import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record } from './records';
import { folderWith, jsonLines, runCli } from './runCli';

/** What a terminal obeys, or a reader does not see; line feeds are for the output itself. */
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/;
const HOSTILE = 'MIT\x1b]0;owned\x07\x1b[2J\u009b31m\u202e\nerror';
const NAME = 'a\x1b[31m\u202e,b:c%.jsonl';

const options = { skip: process.platform === 'win32' };

test('nothing from a dataset or a file name reaches the terminal raw', options, (t) => {
  const hostile = record({ license: HOSTILE, created: `${HOSTILE} 5 March 2021` });
  const folder = folderWith(t, {
    [NAME]: hostile,
    'fix.jsonl': record({ license: ' apache-2.0\t\n' }),
    'table.csv': `text,license,\x1b[31mcolumn\nA river runs past the mill.,MIT,x\n`,
  });
  const runs = [
    ['check', NAME],
    ['check'],
    ['check', '--format', 'json', NAME],
    ['check', '--format', 'sarif', NAME],
    ['check', '--format', 'github', NAME],
    ['check', `missing${NAME}`],
    ['inspect', NAME, 'table.csv'],
    ['inspect', '--format', 'json', 'table.csv'],
    ['fix', '--dry-run'],
    ['fix', '--rule', '\x1b[31m'],
    ['\x1b[31m'],
    ['check', '--format', '\x1b[31m'],
  ];
  for (const args of runs) {
    const { stdout, stderr } = runCli(folder, ...args);
    assert.doesNotMatch(stdout, UNSAFE, args.join(' '));
    assert.doesNotMatch(stderr, UNSAFE, args.join(' '));
  }
});

test('JSON keeps what it escapes', options, (t) => {
  const folder = folderWith(t, { [NAME]: record({ license: HOSTILE }) });
  const lines = jsonLines(runCli(folder, 'check', '--format', 'json', NAME).stdout);
  assert.ok(lines.length > 1);
  for (const { file } of lines) assert.equal(file, NAME);
});

test('a workflow command ends where it should', options, (t) => {
  const folder = folderWith(t, { [NAME]: record({ license: '100%::error::\r\n' }) });
  const { stdout } = runCli(folder, 'check', '--format', 'github', NAME);
  const [line, ...rest] = stdout.split('\n');
  assert.deepEqual(rest, ['']);
  const [, properties, message] = /^::warning ([^:]*)::(.*)$/.exec(line!)!;
  assert.match(
    properties!,
    /^file=a⟦U\+001B⟧\[31m⟦U\+202E⟧%2Cb%3Ac%25\.jsonl,line=1,endLine=1,col=\d+,endColumn=\d+,title=/,
  );
  assert.doesNotMatch(message!, /%(?!25|0D|0A)/);
});
