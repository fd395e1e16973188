import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'jsonc-parser';
import { applyEdits } from '../../server/src/engine/fix';
import { rowEdits } from '../../server/src/lsp/edits/sidecarEdit';
import { declare } from '../../server/src/workspace/declare';

const cases: [name: string, before: string, after: string][] = [
  ['an empty object', '{}', '{"provenance": [{"files":"a.csv","source":"s"}]}'],
  ['one line', '{"datasets": ["*.csv"]}', '{"datasets": ["*.csv"], "provenance": [{"files":"a.csv","source":"s"}]}'],
  [
    'lines with tabs, CRLF and a comment',
    '{\r\n\t"datasets": ["*.csv"] // tables\r\n}\r\n',
    '{\r\n\t"datasets": ["*.csv"], // tables\r\n\t"provenance": [\r\n\t\t{\r\n\t\t\t"files": "a.csv",\r\n\t\t\t"source": "s"\r\n\t\t}\r\n\t]\r\n}\r\n',
  ],
  [
    'a trailing comma',
    '{\n  "datasets": [], // none\n}\n',
    '{\n  "datasets": [], // none\n  "provenance": [\n    {\n      "files": "a.csv",\n      "source": "s"\n    }\n  ]\n}\n',
  ],
  ['an empty list', '{"provenance": []}', '{"provenance": [{"files":"a.csv","source":"s"}]}'],
  [
    'another declaration',
    '{\n  "provenance": [\n    { "files": "*" /* all */ }\n  ]\n}',
    '{\n  "provenance": [\n    { "files": "*" /* all */ },\n    {\n      "files": "a.csv",\n      "source": "s"\n    }\n  ]\n}',
  ],
  [
    'a declaration of this file',
    '{"provenance": [{"files": "*"}, {"files": ["a.csv"], "source": "old"}]}',
    '{"provenance": [{"files": "*"}, {"files": ["a.csv"], "source": "s"}]}',
  ],
  [
    'a declaration of this file without the field',
    '{"provenance": [\n  {\n    "files": "a.csv",\n    "license": "MIT"\n  }\n]}',
    '{"provenance": [\n  {\n    "files": "a.csv",\n    "license": "MIT",\n    "source": "s"\n  }\n]}',
  ],
];

for (const [name, before, after] of cases) {
  test(`a declaration is added to ${name}`, () => {
    const edits = declare(before, 'a.csv', { source: 's' });
    assert.equal(applyEdits(before, edits!), after);
    const errors: unknown[] = [];
    parse(after, errors as never, { allowTrailingComma: true });
    assert.deepEqual(errors, []);
  });
}

test('a declaration of several values replaces and adds', () => {
  const before = '{"provenance": [{"files": "a.csv", "source": "old"}]}';
  const edits = declare(before, 'a.csv', { source: 's', license: 'MIT' });
  assert.equal(applyEdits(before, edits!), '{"provenance": [{"files": "a.csv", "source": "s", "license": "MIT"}]}');
});

test('a configuration that is no object, or whose declarations are no list, is left alone', () => {
  for (const broken of ['[]', '"', '{"provenance": {}}', '7'])
    assert.equal(declare(broken, 'a', { source: 's' }), undefined);
});

const row = (n: number, source: string) => ({ row: n, recordHash: 'h', provenance: { source } });
const line = (n: number, source: string) => JSON.stringify(row(n, source));

test('sidecar rows are replaced and appended, other lines stay', () => {
  const before = `${line(0, 'old')}\r\nnot an entry\r\n\r\n${line(2, 'older')}\r\n${line(2, 'old')}`;
  const edits = rowEdits(before, [row(2, 'new'), row(1, 'one'), row(0, 'zero')]);
  const after = `${line(0, 'zero')}\r\nnot an entry\r\n\r\n${line(2, 'older')}\r\n${line(2, 'new')}\r\n${line(1, 'one')}\r\n`;
  assert.equal(applyEdits(before, edits), after);
  assert.equal(applyEdits('', rowEdits('', [row(1, 'a')])), `${line(1, 'a')}\n`);
  assert.equal(applyEdits('x', rowEdits('x', [row(1, 'a')])), `x\n${line(1, 'a')}\n`);
});
