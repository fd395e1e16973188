import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../server/src/engine/fix';
import { readCroissant } from '../../../../server/src/engine/provenance/declarations/croissant';
import { annotateColumns } from '../../../../server/src/engine/provenance/declarations/croissantAnnotation';
import { CroissantDocument } from '../../../../server/src/engine/provenance/declarations/croissantDocument';
import {
  addValues,
  declarePrefix,
  insertOrFill,
  type Json,
} from '../../../../server/src/engine/provenance/declarations/croissantEdits';
import type { Edit } from '../../../../server/src/engine/provenance/write';
import { CONTEXT, openCroissant, REQUIRED, tableOf } from '../../../support/croissant';
import { openDocument } from '../../../support/documents';

type Text = ReturnType<typeof openDocument>;

/** The description after edits, parsed; what is not inserted is as it was, in place. */
function after(text: Text, edits: readonly Edit[]): Record<string, unknown> {
  const source = applyEdits(text.source, edits);
  assert.equal(openDocument('croissant.json', source).source, source);
  return JSON.parse(source);
}

const dataset = ({ root }: Text) => CroissantDocument.of(root).dataset;

test('what is inserted has the layout of what is there', () => {
  const text = openCroissant({});
  const edits = insertOrFill(text, dataset(text), [['rai:dataBiases', [{ '@type': 'x', name: 'y' }]]]);
  assert.equal(
    applyEdits(text.source, edits),
    text.source.replace(
      '"2024-05-01"\n}',
      '"2024-05-01",\n  "rai:dataBiases": [\n    {\n      "@type": "x",\n      "name": "y"\n    }\n  ]\n}',
    ),
  );
  const flat = openDocument('croissant.json', JSON.stringify({ '@context': CONTEXT, ...REQUIRED }));
  const flatEdits = insertOrFill(flat, dataset(flat), [['rai:dataBiases', 'none']]);
  assert.equal(applyEdits(flat.source, flatEdits), flat.source.replace(/\}$/, ',"rai:dataBiases":"none"}'));
});

test('an empty value is filled in where it stands', () => {
  const text = openCroissant({ creator: '', version: '1' });
  const parsed = after(
    text,
    insertOrFill(text, dataset(text), [
      ['sc:creator', { name: 'x' }],
      ['sc:keywords', 'y'],
    ]),
  );
  assert.deepEqual(parsed.creator, { name: 'x' });
  assert.deepEqual(Object.keys(parsed).slice(-2), ['version', 'keywords']);
});

test('a prefix is declared in contexts of every form', () => {
  const { prov: _, ...without } = CONTEXT;
  const iri = 'http://www.w3.org/ns/prov#';
  for (const [context, expected] of [
    [without, { ...without, prov: iri }],
    [{}, { prov: iri }],
    ['https://example.org/c', ['https://example.org/c', { prov: iri }]],
    [['https://example.org/c'], ['https://example.org/c', { prov: iri }]],
    [
      ['https://example.org/c', without],
      ['https://example.org/c', { ...without, prov: iri }],
    ],
    [[], [{ prov: iri }]],
  ]) {
    const text = openCroissant({}, context);
    assert.deepEqual(after(text, declarePrefix(text, 'prov'))['@context'], expected);
  }
  const text = openCroissant({}, undefined);
  const bare = openDocument(
    'croissant.json',
    JSON.stringify({ '@type': 'sc:Dataset', conformsTo: REQUIRED.conformsTo, name: 'x', '@context': null }),
  );
  assert.deepEqual(after(text, declarePrefix(text, 'prov'))['@context'], { ...CONTEXT, prov: iri });
  assert.equal(typeof after(bare, declarePrefix(bare, 'prov')), 'object');
});

test('columns are declared as annotations that read back as what was declared', () => {
  for (const recordSets of [1, 2]) {
    const table = tableOf(['text', 'model', 'meta']);
    const recordSet =
      recordSets === 1 ? table.recordSet : [{ '@type': 'cr:RecordSet', '@id': 'splits' }, ...table.recordSet];
    const { prov: _, ...without } = CONTEXT;
    const text = openCroissant({ ...table, recordSet }, without);
    const columns = [
      { field: 'generator', path: 'model' },
      { field: 'source', path: 'meta.source' },
      { field: 'derived_from', path: 'meta.parents[].id' },
      { field: 'generation_depth', path: 'depth' },
    ] as const;
    const source = applyEdits(text.source, annotateColumns(text, columns, 'data.jsonl'));
    const reading = readCroissant(openDocument('croissant.json', source).root);
    assert.deepEqual(
      reading.columns.map(({ field, path, files }) => ({ field, path, files })),
      columns.slice(0, 3).map((column) => ({ ...column, files: ['./data.jsonl'] })),
    );
    assert.equal(JSON.parse(source)['@context'].prov, 'http://www.w3.org/ns/prov#');
    const again = openDocument('croissant.json', source);
    const more = applyEdits(source, annotateColumns(again, [{ field: 'license', path: 'licence' }], 'data.jsonl'));
    assert.equal(readCroissant(openDocument('croissant.json', more).root).columns.length, 4);
    assert.deepEqual(annotateColumns(text, columns, 'other.jsonl'), []);
  }
});

test('adding values keeps those that are there, and every other byte', () => {
  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      fc.string({ maxLength: 6 }),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('value'), { maxKeys: 2, noNullPrototype: true }),
    ),
  })).value;
  const present = fc.option(fc.oneof(json, fc.array(json, { maxLength: 3 })), { nil: undefined });
  fc.assert(
    fc.property(
      present,
      fc.array(json, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(0, 1, 2, '\t'),
      (old, values, space) => {
        const written = { '@context': CONTEXT, ...REQUIRED, ...(old !== undefined && { keywords: old }), version: '1' };
        const text = openDocument('croissant.json', JSON.stringify(written, null, space));
        const edits = addValues(text, dataset(text), 'sc:keywords', values);
        const kept = old === undefined ? [] : Array.isArray(old) ? old : [old];
        assert.deepEqual(after(text, edits), { ...written, keywords: [...kept, ...values] });
        const replaced = edits.filter(({ start, end }) => end > start);
        assert.ok(replaced.every(({ start, end }) => text.source.slice(start, end).replace(/\s/g, '') === '[]'));
      },
    ),
    { numRuns: 300 },
  );
});
