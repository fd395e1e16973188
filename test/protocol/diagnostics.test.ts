import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, CLEAN, fixture, span } from './fixture';

test('an opened dataset is checked, an edit checks it again, closing it clears its diagnostics', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, `${CLEAN}\n{"text": "Hello."}\n`);
  const found = await client.checked(uri);
  assert.deepEqual(found.map(({ code }) => code).sort(), ['license-missing', 'origin-missing', 'source-missing']);
  for (const { source, range, codeDescription, data } of found) {
    assert.equal(source, 'dataset-hygiene');
    assert.deepEqual(range, span(1, 0, 1));
    assert.match(codeDescription!.href, /^https:.*\/docs\/rules\/[\w-]+\.md$/);
    assert.deepEqual([data.row, data.version], [1, 1]);
  }
  await client.change(uri, { range: { start: at(1, 0), end: at(1, 18) }, text: CLEAN });
  assert.deepEqual(await client.checked(uri), []);
  await client.change(uri, { text: '{"text": "Hello."\n' });
  assert.deepEqual(
    (await client.checked(uri)).map(({ code }) => code),
    ['record-unparseable'],
  );
  await client.close(uri);
  assert.deepEqual(await client.next('textDocument/publishDiagnostics'), { uri, diagnostics: [] });
});

test('ranges are exact after JSON escapes, astral characters and CSV quotes', async (t) => {
  const { client, project } = await fixture(t);
  const json = project.uri('data.jsonl');
  const text =
    '{"text": "\\u00e9\\n\u{1f600}\\"pay \\u202efive", "source": "a", "license": "apache-2.0", "digital_source_type": "human"}';
  await client.open(json, text);
  const inJson = new Map((await client.checked(json)).map((found) => [found.code, found]));
  const placeOf = (needle: string) => span(0, text.indexOf(needle), text.indexOf(needle) + needle.length);
  assert.deepEqual(inJson.get('hidden-characters')!.range, placeOf('\\u202e'));
  assert.deepEqual(inJson.get('license-not-spdx')!.range, placeOf('"apache-2.0"'));
  assert.deepEqual(inJson.get('origin-unknown-value')!.range, placeOf('"human"'));
  assert.match(String(inJson.get('hidden-characters')!.message), /^⟦U\+202E⟧/);

  const csv = project.uri('data.csv');
  project.write('dataset-hygiene.json', '{"datasets": ["*.csv"]}');
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: project.uri('dataset-hygiene.json'), type: 1 }],
  });
  await client.checked(json);
  await client.open(
    csv,
    'text,source,license,digital_source_type\n"say ""hi""\nthere",a,"apache-2.0",digitalCreation\n',
    'csv',
  );
  const inCsv = await client.checked(csv);
  assert.deepEqual(
    inCsv.map(({ code, range }) => [code, range]),
    [['license-not-spdx', span(2, 9, 21)]],
  );
});
