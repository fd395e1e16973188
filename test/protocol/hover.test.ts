import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { at, fixture, span } from './fixture';

const CARD = '---\nlicense: cc-by-4.0\n---\n';

async function hoverAt(t: Parameters<typeof fixture>[0], text: string, character: number, name = 'data.jsonl') {
  const files = { 'README.md': CARD, 'dataset-hygiene.json': '{"datasets": ["*.csv", "*.md", "*.json"]}' };
  const { client, project } = await fixture(t, files);
  const uri = project.uri(name);
  await client.open(uri, text, 'plaintext');
  await client.checked(uri);
  const hover = await client.request<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: at(text.split('\n').length > 2 ? 1 : 0, character),
  });
  return (
    hover && {
      value: (hover.contents as MarkupContent).value,
      kind: (hover.contents as MarkupContent).kind,
      range: hover.range,
    }
  );
}

test('hovering a record tells its provenance, where it is from and what it overrides', async (t) => {
  const text = '{"text": "Hi", "provenance": {"license": "MIT", "digital_source_type": "human"}}';
  const hover = await hoverAt(t, text, 3);
  assert.deepEqual(hover, {
    kind: 'markdown',
    range: span(0, 0, text.length),
    value: [
      '**Provenance of this record**',
      '',
      '- `digital_source_type`: `human` from this record',
      '  - understood as digitalCreation: Written by a person, without a generative tool.',
      '- `license`: `MIT` from this record',
      '  - overrides `CC-BY-4.0` inherited from `README.md` line 2',
      '',
      'Not stated: `annotations_creator`, `generator`, `source`, `created`, `added`, `derived_from`, `generation_depth`',
    ].join('\n'),
  });
});

test('hovering a provenance key tells of that field', async (t) => {
  const text = '{"text": "Hi", "provenance": {"license": "MIT", "digital_source_type": "noAssertion"}}';
  const hover = await hoverAt(t, text, text.indexOf('noAss'));
  assert.deepEqual(hover!.range, span(0, text.indexOf('"digital'), text.length - 2));
  assert.match(hover!.value, /^\*\*Origin of the text\*\* \(`digital_source_type`\)/);
  assert.match(hover!.value, /Nothing is claimed about who or what made the text\./);
});

test('text of the dataset cannot become markup', async (t) => {
  const evil = '`` [x](command:evil) ![i](http://h/i.png) <b>\u202e``` ` \\n\\n# h';
  const text = `{"text": "Hi", "provenance": {"source": "${evil}", "license": "\`"}}`;
  const hover = await hoverAt(t, text, 3);
  const line = hover!.value.split('\n').find((one) => one.includes('command:'))!;
  assert.match(line, /^- `source`: ````\s`` \[x\].*⟦U\+202E⟧``` ` # h ```` from this record$/);
  assert.match(hover!.value, /`license`: `` ` `` from/);
});

test('a CSV row has provenance, too', async (t) => {
  const hover = await hoverAt(t, 'text,license\n"a ""b""",mit\n', 2, 'data.csv');
  assert.match(hover!.value, /`license`: `mit` from this record/);
  assert.deepEqual(hover!.range, span(1, 0, 13));
});

test('where there is no record there is no hover', async (t) => {
  assert.equal(await hoverAt(t, '\n\n\n', 0), null);
});
