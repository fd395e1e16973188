import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLEAN, fixture } from './fixture';

/** Cursor at ‸; labels offered and the text after taking the first. */
async function complete(t: Parameters<typeof fixture>[0], marked: string, name = 'data.jsonl') {
  const { client, project } = await fixture(t, {
    'dataset-hygiene.json': '{"datasets": ["*.json"], "provenance": [{"files": "x", "generator": "org/known"}]}',
  });
  const uri = project.uri(name);
  const text = marked.replace('‸', '');
  await client.open(uri, text);
  const position = client.document(uri).positionAt(marked.indexOf('‸'));
  const items =
    (await client.request<CompletionItem[] | null>('textDocument/completion', { textDocument: { uri }, position })) ??
    [];
  await client.checked(uri);
  const [first] = items;
  const after = first && TextDocument.applyEdits(client.document(uri), [first.textEdit as TextEdit]);
  return { labels: items.map(({ label }) => label), after };
}

const cases: [name: string, marked: string, first: string | undefined, after?: string][] = [
  [
    'a key',
    '{"text": "a", "provenance": {‸}}',
    'digital_source_type',
    '{"text": "a", "provenance": {"digital_source_type": }}',
  ],
  [
    'a key in quotes',
    '{"provenance": {"license": "MIT", "‸"}}',
    'digital_source_type',
    '{"provenance": {"license": "MIT", "digital_source_type": }}',
  ],
  [
    'a key that has its value',
    '{"provenance": {"dig‸": "x"}}',
    'digital_source_type',
    '{"provenance": {"digital_source_type": "x"}}',
  ],
  [
    'a key of a line cut short',
    '{"metadata": {"provenance": {"a": [1, {"b": 2}], "‸',
    'digital_source_type',
    '{"metadata": {"provenance": {"a": [1, {"b": 2}], "digital_source_type": ',
  ],
  [
    'a key whose quote is open',
    '{"provenance": {"dig‸, "license": "MIT"}}',
    'digital_source_type',
    '{"provenance": {"digital_source_type": , "license": "MIT"}}',
  ],
  [
    'a value',
    '{"provenance": {"digital_source_type": ‸}}',
    'digitalCreation',
    '{"provenance": {"digital_source_type": "digitalCreation"}}',
  ],
  [
    'a value in quotes',
    '{"text": "a", "digital_source_type": "tr‸ained"}',
    'digitalCreation',
    '{"text": "a", "digital_source_type": "digitalCreation"}',
  ],
  ['a licence', '{"license": "‸"}', 'CC0-1.0', '{"license": "CC0-1.0"}'],
  ['the creator of labels', '{"provenance": {"annotations_creator": "‸"}}', 'found'],
  ['a model', '{"text": "a", "generator": "‸"}', 'org/known'],
  ['nothing in a text', '{"text": "‸"}', undefined],
  ['nothing at a key of the record', '{"‸": 1}', undefined],
  ['nothing at a key elsewhere', '{"messages": [{"‸": 1}]}', undefined],
  ['nothing at a value elsewhere', '{"other": {"license": "‸"}}', undefined],
  ['nothing in a list', '{"provenance": {"derived_from": ["‸"]}}', undefined],
  ['nothing after a value', '{"provenance": {"license": "MIT" ‸}}', undefined],
  ['nothing outside', '‸', undefined],
];

for (const [name, marked, first, after] of cases) {
  test(`completion offers ${name}`, async (t) => {
    const offered = await complete(t, marked);
    assert.equal(offered.labels[0], first);
    if (after) assert.equal(offered.after, after);
    if (name === 'a key in quotes') assert.ok(!offered.labels.includes('license'));
  });
}

test('completion offers models of other records, and works across the lines of a JSON file', async (t) => {
  const made = CLEAN.replace('"source"', '"provenance": {"generator": "org/seen"}, "source"');
  const offered = await complete(
    t,
    `[\n  ${made},\n  {\n    "provenance": {\n      "generator": "‸"\n    }\n  }\n]\n`,
    'data.json',
  );
  assert.deepEqual(offered.labels, ['org/known', 'org/seen']);
});
