import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readOrigin } from '../../server/src/engine/provenance/vocabulary';
import { at, fixture } from './fixture';

type Json = Record<string, unknown>;

const fields = {
  license: fc.constantFrom('MIT', 'mit', 'apache-2.0', 'CC-BY', 'see below', '', null),
  source: fc.constantFrom('s', '', null, 'https://example.org/\u{1f600}"\\'),
  digital_source_type: fc.constantFrom(
    'human',
    'digitalCreation',
    'trainedAlgorithmicMedia',
    'humann',
    'synthetic',
    null,
  ),
  generator: fc.constantFrom('org/model', null, ''),
  created: fc.constantFrom('2021-03-05', '5 March 2021', '03/05/2021', '2999-01-01', null),
};
const provenance = fc.record(fields, { requiredKeys: [] });
const record = fc.record(
  {
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a\nb\t"c"', '\u202e hidden', 'As an AI language model, I'),
    ),
    id: fc.oneof(fc.nat(), fc.string()),
    ...fields,
    provenance: fc.oneof(provenance, fc.constant(null)),
    metadata: fc.oneof(fc.record({ lang: fc.constant('en'), provenance }, { requiredKeys: [] }), fc.constant(null)),
    messages: fc.constant([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello ⟦\u200b⟧' },
    ]),
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Json>;

const layouts: Record<string, (value: Json) => string> = {
  compact: (value) => JSON.stringify(value),
  spaced: (value) => JSON.stringify(value, null, 1).replace(/\n */g, ' '),
  escaped: (value) =>
    JSON.stringify(value).replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
};
const text = fc
  .tuple(
    fc.array(record, { minLength: 1, maxLength: 5 }),
    fc.constantFrom(...Object.keys(layouts)),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([records, layout, eol, end]) => records.map(layouts[layout]!).join(eol) + (end ? eol : ''));

const KEYS = ['provenance', ...Object.keys(fields)];

/** A record without what fixes may write. */
function rest(value: Json): Json {
  const kept = Object.fromEntries(Object.entries(value).filter(([key]) => !KEYS.includes(key)));
  // Turns have provenance of their own.
  if (Array.isArray(kept.messages)) kept.messages = kept.messages.map((turn) => rest(turn as Json)) as never;
  if (kept.metadata) kept.metadata = rest(kept.metadata as Json);
  if (kept.metadata === null || JSON.stringify(kept.metadata) === '{}') delete kept.metadata;
  return kept;
}

const recordsOf = (lines: string): Json[] =>
  lines
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Keys and types of all values: what a fix of form leaves as it is. */
function skeleton(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, member]) => [key, skeleton(member)]);
}

function origins(value: Json): unknown[] {
  const bags = [value, value.provenance, (value.metadata as Json | null)?.provenance].filter(Boolean) as Json[];
  return bags.map(({ digital_source_type: origin }) => {
    const reading = typeof origin === 'string' ? readOrigin(origin) : undefined;
    return reading && reading.kind !== 'unknown' ? reading.type.class : origin;
  });
}

test('whatever action is chosen, all other text stays as it is', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, '');
  let applied = 0;
  const property = fc.asyncProperty(text, fc.nat(), fc.nat(), async (before, line, choice) => {
    await client.change(uri, { text: before });
    const lines = before.split(/\r?\n/);
    const at1 = line % lines.length;
    const range = { start: at(at1, 0), end: at(at1, lines[at1]!.length) };
    const actions = (await client.codeActions(uri, range)).filter(
      ({ edit, data }) => data !== undefined || touches(edit, uri),
    );
    if (actions.length === 0) return;
    const action = await client.resolved(actions[choice % actions.length]!);
    if (!action.edit) return;
    applied++;
    await client.apply(action);
    const after = client.text(uri);
    assert.deepEqual(after.match(/\r?\n/g), before.match(/\r?\n/g));
    assert.deepEqual(recordsOf(after).map(rest), recordsOf(before).map(rest), action.title);
    const orders = (records: Json[]) => records.map((value) => Object.keys(rest(value)));
    assert.deepEqual(orders(recordsOf(after)), orders(recordsOf(before)));
  });
  await fc.assert(property, { numRuns: 300 });
  assert.ok(applied > 150, `${applied} actions were applied`);
  await client.quiet();
});

test('in a JSON document and in a table, all other text stays as it is, too', async (t) => {
  const { client, project } = await fixture(t, { 'dataset-hygiene.json': '{"datasets": ["*.json", "*.csv"]}' });
  const [json, csv] = [project.uri('data.json'), project.uri('data.csv')];
  await client.open(json, '', 'json');
  await client.open(csv, '', 'csv');
  const choose = async (uri: string, before: string, line: number, choice: number) => {
    await client.change(uri, { text: before });
    const actions = (await client.codeActions(uri, { start: at(line, 0), end: at(line + 12, 0) })).filter(
      ({ edit, data }) => data !== undefined || touches(edit, uri),
    );
    const action = actions[choice % actions.length] && (await client.resolved(actions[choice % actions.length]!));
    if (!action?.edit || !touches(action.edit, uri)) return;
    applied++;
    await client.apply(action);
  };
  let applied = 0;
  const documents = fc.asyncProperty(
    fc.array(record, { minLength: 1, maxLength: 4 }),
    fc.nat(40),
    fc.nat(),
    async (records, line, choice) => {
      await choose(json, JSON.stringify(records, null, 2), line, choice);
      const after = JSON.parse(client.text(json)) as Json[];
      assert.deepEqual(after.map(rest), records.map(rest));
    },
  );
  await fc.assert(documents, { numRuns: 150 });
  const columns = ['text', 'license', 'note', 'digital_source_type', 'created'] as const;
  const cell = fc.constantFrom('a', '"x ""y"""', '"two\nlines, "', '\u{1f600}', '', ' s ');
  const table = fc.array(
    fc.tuple(
      cell,
      fields.license.map((value) => value ?? ''),
      cell,
      fields.digital_source_type.map((value) => value ?? ''),
      fields.created.map((value) => (value ? `"${value}"` : '')),
    ),
    { minLength: 1, maxLength: 4 },
  );
  const tables = fc.asyncProperty(table, fc.nat(8), fc.nat(), async (rows, line, choice) => {
    await choose(csv, `${columns.join(',')}\n${rows.map((row) => row.join(',')).join('\n')}\n`, line, choice);
    const kept = rows.map(([text, , note]) => `${text},[^,\n]*,${note},[^,\n]*,[^,\n]*`.replace(/[.()]/g, '\\$&'));
    assert.match(client.text(csv), new RegExp(`^${columns.join(',')}\n${kept.join('\n')}\n$`));
  });
  await fc.assert(tables, { numRuns: 150 });
  assert.ok(applied > 100, `${applied} actions were applied`);
  await client.quiet();
});

test('fixing all safe problems adds no key, changes no type and no class of origin, and ends', async (t) => {
  const { client, project } = await fixture(t);
  const uri = project.uri('data.jsonl');
  await client.open(uri, '');
  const fixAll = async () => {
    const [action] = await client.codeActions(uri, { start: at(0, 0), end: at(0, 0) }, ['source.fixAll']);
    // Records without any text are no dataset, and get no action.
    const edit = action && (await client.resolved(action)).edit;
    if (edit) await client.apply({ title: '', edit });
    return edit !== undefined;
  };
  const property = fc.asyncProperty(text, async (before) => {
    await client.change(uri, { text: before });
    await fixAll();
    const after = client.text(uri);
    assert.deepEqual(recordsOf(after).map(rest), recordsOf(before).map(rest));
    assert.deepEqual(recordsOf(after).map(skeleton), recordsOf(before).map(skeleton));
    assert.deepEqual(recordsOf(after).map(origins), recordsOf(before).map(origins));
    assert.equal(await fixAll(), false);
  });
  await fc.assert(property, { numRuns: 200 });
  await client.quiet();
});

function touches(edit: unknown, uri: string): boolean {
  const changes =
    (edit as { documentChanges?: { textDocument?: { uri: string } }[] } | undefined)?.documentChanges ?? [];
  return changes.length > 0 && changes.every(({ textDocument }) => textDocument?.uri === uri);
}
