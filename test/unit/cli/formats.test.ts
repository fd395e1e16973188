import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { record } from './records';
import { FIXTURES, folderOfFixtures, folderWith, jsonLines, runCli } from './runCli';

const FILES = ['clean.csv', 'mixed.jsonl'];

/** Compares with a stored output; `UPDATE_GOLDEN=1` stores it anew. */
function assertGolden(actual: string, name: string): void {
  const path = join(FIXTURES, 'expected', name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'), `${name}; UPDATE_GOLDEN=1 stores it anew`);
}

for (const format of ['text', 'json', 'github']) {
  test(`check --format ${format}`, (t) => {
    const folder = folderOfFixtures(t, ...FILES);
    const { code, stdout, stderr } = runCli(folder, 'check', '--format', format, ...[...FILES].reverse());
    assert.deepEqual([code, stderr], [1, '']);
    assertGolden(stdout, `check.${format}.txt`);
  });
}

for (const format of ['text', 'json']) {
  test(`inspect --format ${format}`, (t) => {
    const folder = folderOfFixtures(t, ...FILES);
    const { code, stdout, stderr } = runCli(folder, 'inspect', '--format', format, ...FILES);
    assert.deepEqual([code, stderr], [0, '']);
    assertGolden(stdout, `inspect.${format}.txt`);
  });
}

test('the places of the JSON format hold the text they are about', (t) => {
  const folder = folderOfFixtures(t, 'mixed.jsonl');
  const lines = readFileSync(join(folder, 'mixed.jsonl'), 'utf8').split('\n');
  const found = jsonLines(runCli(folder, 'check', '--format', 'json', 'mixed.jsonl').stdout).filter(({ rule }) => rule);
  const marked = found.map(({ line, column, endColumn }) =>
    lines[(line as number) - 1]!.slice((column as number) - 1, (endColumn as number) - 1),
  );
  assert.deepEqual(marked.slice(0, 2), ['"apache-2.0"', ':contentReference[oaicite:0]{index=0}']);
  assert.equal(marked[3], '"synthetic"');
});

test('JSON: findings of records in order, then those of the file, then the file', (t) => {
  const folder = folderWith(t, { 'a.jsonl': '{"text": "One \\u202e."}\n{"text": "Two \\u202e."}\n' });
  const rows = jsonLines(runCli(folder, 'check', '--format', 'json').stdout);
  assert.deepEqual(
    rows.map(({ row }) => row),
    [0, 1, null, undefined],
  );
  assert.equal(rows[3]?.checked, true);
  assert.equal(rows[3]?.findings, 3);
});

test('text shows the first few of many findings of a rule, and how many more there are', (t) => {
  const folder = folderWith(t, {
    'ten.jsonl': record({ license: 'apache-2.0' }).repeat(10),
    'many.jsonl': record({ license: 'apache-2.0' }).repeat(123),
  });
  const { stdout } = runCli(folder, 'check');
  const [many, ten] = stdout.split('\n\n') as [string, string];
  assert.equal(many.split('\n').length, 1 + 5 + 1);
  assert.match(many, /… and 118 more {2}license-not-spdx$/);
  assert.equal(ten.split('\n').length, 1 + 10);
  assert.match(stdout, /133 warnings in 2 of 2 files, 133 records checked\.\n$/);
});

test('text has no colours when it is not for a terminal', (t) => {
  const folder = folderOfFixtures(t, ...FILES);
  assert.ok(!runCli(folder, 'check', ...FILES).stdout.includes('\x1b'));
});

test('SARIF 2.1.0', (t) => {
  const folder = folderWith(t, {
    'sub folder/a#1.jsonl':
      record({ license: 'apache-2.0' }) +
      record({ text: 'The mark ":contentReference[oaicite:0]{index=0}" stands there.' }),
    'b.jsonl': '{"text": "A river runs past the mill."}\n',
  });
  const { code, stdout } = runCli(folder, 'check', '--format', 'sarif');
  assert.equal(code, 1);
  const log = JSON.parse(stdout);
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema, /sarif-2\.1\.0/);
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  assert.equal(run.columnKind, 'utf16CodeUnits');
  const { driver } = run.tool;
  assert.equal(driver.name, 'Dataset Hygiene');
  for (const rule of driver.rules) {
    assert.match(rule.id, /^[a-z0-9-]+$/);
    assert.ok(rule.shortDescription.text && rule.fullDescription.text && rule.help.text);
    assert.ok(rule.helpUri.startsWith('https://') && rule.helpUri.endsWith(`/docs/rules/${rule.id}.md`));
    assert.ok(['none', 'note', 'warning', 'error'].includes(rule.defaultConfiguration.level));
  }
  assert.equal(run.results.length, 3);
  for (const result of run.results) {
    assert.equal(driver.rules[result.ruleIndex].id, result.ruleId);
    assert.ok(result.message.text);
    assert.equal(result.kind, result.level === 'none' ? 'informational' : 'fail');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.doesNotMatch(artifactLocation.uri, /[ #\\]|^\./);
    assert.ok(region.startLine >= 1 && region.startColumn >= 1);
    assert.ok(region.endLine > region.startLine || region.endColumn > region.startColumn);
    assert.match(Object.values(result.partialFingerprints)[0] as string, /^[0-9a-f]{32}$/);
  }
  assert.deepEqual(
    run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level]),
    [
      ['provenance-undeclared', 'note'],
      ['license-not-spdx', 'warning'],
      ['llm-artefact', 'none'],
    ],
  );
  assert.equal(run.results[1].locations[0].physicalLocation.artifactLocation.uri, 'sub%20folder/a%231.jsonl');
  assert.equal(run.invocations[0].executionSuccessful, true);
});

test('SARIF without findings, and with a file that cannot be read', (t) => {
  const folder = folderWith(t, { 'a.jsonl': record() });
  const { code, stdout } = runCli(folder, 'check', '--format', 'sarif', 'a.jsonl', 'none.jsonl');
  assert.equal(code, 2);
  const [run] = JSON.parse(stdout).runs;
  assert.deepEqual(run.results, []);
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, /there is no such file/);
});

test('rules: every rule with its page', (t) => {
  const folder = folderWith(t, {});
  const listed = jsonLines(runCli(folder, 'rules', '--format', 'json').stdout);
  assert.ok(listed.length > 10);
  for (const { rule, severity, title, page } of listed) {
    assert.ok(['error', 'warning', 'information', 'hint'].includes(severity as string));
    assert.ok(title);
    assert.ok((page as string).endsWith(`/docs/rules/${rule}.md`));
  }
  const text = runCli(folder, 'rules').stdout;
  for (const { rule } of listed) assert.ok(text.includes(rule as string));
});
