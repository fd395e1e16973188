import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/engine/fix';
import { readCroissant } from '../../../server/src/engine/provenance/declarations/croissant';
import { readDatapackage } from '../../../server/src/engine/provenance/declarations/datapackage';
import { readDps } from '../../../server/src/engine/provenance/declarations/dps';
import { type Json, JsonEdits, UnreadableDocument } from '../../../server/src/engine/provenance/describe/jsonEdits';
import type { ArrayValue, ObjectValue } from '../../../server/src/engine/records/value';
import { describeAs, HUMAN, MACHINE, SILENT, stating, summaryOf, withoutAdditions } from '../../support/describing';
import { openDocument, sayings } from '../../support/documents';

const FILES = {
  'data/train.jsonl':
    stating({ ...MACHINE, license: 'MIT', source: 'org/seed', created: '2024-01-01' }) +
    stating({ ...HUMAN, license: 'MIT', source: 'https://example.org/x', created: '2023-01-01' }),
};
const BOTH = summaryOf(FILES);
const { sha256 } = BOTH.files[0]!;
const HUMANS = summaryOf({ 'a.jsonl': stating({ ...HUMAN, license: 'CC-BY-4.0', source: 'org/seed' }) });
const json = (text: string) => JSON.parse(text);

test('a new Croissant description says what is known and names what is not', () => {
  const { after, missing } = describeAs('croissant', '', BOTH);
  const { '@context': context, distribution, recordSet, ...dataset } = json(after);
  assert.equal(context.prov, 'http://www.w3.org/ns/prov#');
  assert.deepEqual(dataset, {
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    license: 'https://spdx.org/licenses/MIT',
    'prov:wasDerivedFrom': [{ '@type': 'prov:Entity', 'prov:label': 'org/seed' }, { '@id': 'https://example.org/x' }],
    'prov:wasGeneratedBy': [
      {
        '@type': 'prov:Activity',
        'prov:label': 'Generation of text by models',
        'prov:wasAssociatedWith': [{ '@type': 'prov:SoftwareAgent', 'prov:label': 'org/model@v1' }],
      },
    ],
    'rai:hasSyntheticData': true,
  });
  assert.deepEqual(distribution, [
    {
      '@type': 'cr:FileObject',
      '@id': 'data/train.jsonl',
      name: 'train.jsonl',
      contentUrl: 'data/train.jsonl',
      contentSize: `${BOTH.files[0]!.bytes} B`,
      encodingFormat: 'application/jsonlines',
      sha256,
    },
  ]);
  assert.equal(recordSet.length, 1);
  assert.deepEqual(missing, ['name', 'description', 'url', 'creator', 'datePublished']);
});

test('the columns of provenance are declared as they are read', () => {
  const { after } = describeAs('croissant', '', BOTH);
  const { columns } = readCroissant(openDocument('croissant.json', after).root);
  assert.deepEqual(
    columns.map(({ field, path, files }) => `${field} ${path} ${files}`),
    [
      'digital_source_type provenance.digital_source_type data/train.jsonl',
      'generator provenance.generator data/train.jsonl',
      'license provenance.license data/train.jsonl',
      'source provenance.source data/train.jsonl',
      'created provenance.created data/train.jsonl',
    ],
  );
});

test('shards that look alike share a RecordSet over a FileSet', () => {
  const shard = stating(MACHINE);
  const { after } = describeAs(
    'croissant',
    '',
    summaryOf({ 'a 1.jsonl': shard, 'b.jsonl': shard, 'c.csv': 'text,license\nSome words.,MIT\n' }),
  );
  const { distribution, recordSet } = json(after);
  assert.deepEqual(
    distribution.map((node: Record<string, unknown>) => node['@id']),
    ['a%201.jsonl', 'b.jsonl', 'c.csv', 'records-files'],
  );
  assert.deepEqual(distribution[3].includes, ['a 1.jsonl', 'b.jsonl']);
  assert.deepEqual(recordSet[0].field[0].source, { fileSet: { '@id': 'records-files' }, extract: { column: 'text' } });
  assert.deepEqual(recordSet[1].annotation[0].source, {
    fileObject: { '@id': 'c.csv' },
    extract: { column: 'license' },
  });
});

test('what Croissant says of some records is said of no other', () => {
  const { after } = describeAs('croissant', '', BOTH);
  const reading = readCroissant(openDocument('croissant.json', after).root);
  const universal = sayings(reading, after).filter((line) => line.includes(' every '));
  assert.deepEqual(
    universal.map((line) => line.split(' ')[0]),
    ['license=MIT'],
  );
});

test('rai:hasSyntheticData is false only where every record states a person', () => {
  const said = (summary: typeof BOTH) => json(describeAs('croissant', '', summary).after)['rai:hasSyntheticData'];
  assert.equal(said(HUMANS), false);
  assert.equal(said(summaryOf({ 'a.jsonl': stating(HUMAN) + SILENT })), undefined);
  assert.equal(said(summaryOf({ 'a.jsonl': stating(HUMAN), 'b.parquet': 'PAR1' })), undefined);
  assert.equal(said(summaryOf({ 'a.jsonl': `${stating(HUMAN)}{\n` })), undefined);
  assert.equal(said(summaryOf({ 'a.jsonl': stating({ digital_source_type: 'algorithmicMedia' }) })), true);
});

const CROISSANT = `{
    "@context": {"@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/"},
    "@type": "sc:Dataset",
    "name": "rivers", "license": "mit",
    "isBasedOn": 1.50,
    "distribution": [
        {"@type": "cr:FileObject", "@id": "t", "contentUrl": "data/train.jsonl", "encodingFormat": "application/jsonlines"}
    ],
    "prov:wasDerivedFrom": "org/seed"
}
`;

test('a Croissant description is completed in its own layout, and nothing of it changes', () => {
  const description = describeAs('croissant', CROISSANT, BOTH);
  assert.equal(withoutAdditions(description), CROISSANT);
  const { after } = description;
  assert.ok(after.includes('"prov:wasDerivedFrom": ["org/seed", {"@id": "https://example.org/x"}],\n'), after);
  assert.ok(after.includes(`"encodingFormat": "application/jsonlines", "sha256": "${sha256}"}`));
  assert.ok(after.includes('"prov": "http://www.w3.org/ns/prov#", "rai"'));
  assert.ok(after.includes('"isBasedOn": 1.50'));
  const { recordSet } = json(after);
  assert.equal(recordSet, undefined);
  assert.equal(json(after)['cr:recordSet'][0]['cr:annotation'].length, 5);
});

test('agents are added to our own activity, and those named elsewhere are not named again', () => {
  const before = describeAs(
    'croissant',
    '',
    summaryOf({ 'a.jsonl': stating({ ...MACHINE, generator: 'org/old' }) }),
  ).after;
  const { after } = describeAs(
    'croissant',
    before,
    summaryOf({ 'a.jsonl': stating({ ...MACHINE, generator: 'org/new' }) }),
  );
  const [activity, ...others] = json(after)['prov:wasGeneratedBy'];
  assert.deepEqual(others, []);
  assert.deepEqual(
    activity['prov:wasAssociatedWith'].map((agent: Record<string, string>) => agent['prov:label']),
    ['org/old', 'org/new'],
  );
  const named = CROISSANT.replace(
    '"prov:wasDerivedFrom"',
    '"prov:wasAttributedTo": {"@type": "prov:SoftwareAgent", "name": "org/model"}, "prov:wasDerivedFrom"',
  );
  assert.equal(json(describeAs('croissant', named, BOTH).after)['prov:wasGeneratedBy'], undefined);
});

test('what contradicts the records in Croissant is reported with its line', () => {
  const before = CROISSANT.replace('"isBasedOn": 1.50', '"rai:hasSyntheticData": false')
    .replace('"license": "mit"', '"license": "https://spdx.org/licenses/Apache-2.0"')
    .replace('"data/train.jsonl",', `"data/train.jsonl", "sha256": "${'0'.repeat(64)}",`);
  const description = describeAs('croissant', before, BOTH);
  assert.equal(withoutAdditions(description), before);
  assert.deepEqual(
    description.conflicts.map(({ line, message }) => `${line} ${message}`),
    [
      '3 license says Apache-2.0, but records state MIT (2).',
      '4 rai:hasSyntheticData says false, but 1 of 2 records (50.0%) state text of a machine.',
      `6 sha256 is not that of data/train.jsonl as it is here: ${sha256}.`,
    ],
  );
});

test('a document that is something else, or no JSON, is refused', () => {
  const otherProv = '{"@context": {"prov": "https://example.org/"}, "@type": "https://schema.org/Dataset"}';
  for (const text of ['{', '[]', '{"@type": "Person"}', '{"a": 1} x', otherProv]) {
    assert.throws(() => describeAs('croissant', text, BOTH), UnreadableDocument, text);
  }
  for (const text of ['', ' ', '"x"', `${'['.repeat(400)}`]) {
    if (text !== '') assert.throws(() => describeAs('datapackage', text, BOTH), UnreadableDocument, text);
  }
  assert.throws(() => describeAs('dps', '{"source": {"title": "x"}, "provenance": {}}', BOTH), /1\.0\.0/);
});

test('a new data package has a resource a file, and says of licences and sources what holds for all of it', () => {
  const { after } = describeAs(
    'datapackage',
    '',
    summaryOf({ ...FILES, 'b/Train 1.csv': 'text,license,source\nSome words.,MIT,x\nSome more.,,x\n' }),
  );
  const { $schema, resources } = json(after);
  assert.equal($schema, 'https://datapackage.org/profiles/2.0/datapackage.json');
  assert.deepEqual(
    resources.map(({ name, path, licenses, sources }: Record<string, unknown>) => ({ name, path, licenses, sources })),
    [
      {
        name: 'b-train-1',
        path: 'b/Train 1.csv',
        licenses: undefined,
        sources: [{ title: 'x' }],
      },
      {
        name: 'data-train',
        path: 'data/train.jsonl',
        licenses: [{ name: 'MIT', path: 'https://spdx.org/licenses/MIT' }],
        sources: [{ title: 'org/seed' }, { title: 'https://example.org/x', path: 'https://example.org/x' }],
      },
    ],
  );
  assert.equal(resources[1].hash, `sha256:${sha256}`);
  const reading = readDatapackage(openDocument('datapackage.json', after).root);
  const universal = sayings(reading, after).filter((line) => line.includes(' every '));
  assert.deepEqual(
    universal.map((line) => line.split(' ')[0]),
    ['source=x', 'license=MIT'],
  );
});

test('what a package says for its resources is not shadowed', () => {
  const before =
    '{\n  "name": "p",\n  "licenses": [{"name": "CC0-1.0"}],\n  "sources": [{"title": "elsewhere"}],\n  "resources": [{"name": "t", "path": "data/train.jsonl", "bytes": 1}]\n}\n';
  const description = describeAs('datapackage', before, BOTH);
  assert.equal(withoutAdditions(description), before);
  assert.deepEqual(Object.keys(json(description.after).resources[0]), ['name', 'path', 'bytes', 'hash']);
  assert.deepEqual(
    description.conflicts.map(({ message }) => message),
    [
      `bytes is not that of data/train.jsonl as it is here: ${BOTH.files[0]!.bytes}.`,
      'licenses say CC0-1.0, but records of data/train.jsonl state MIT (2).',
    ],
  );
  assert.ok(description.missing[0]!.startsWith('sources of data/train.jsonl: the package names others than org/seed'));
});

test('a new OASIS document has the fields of its schema that records can fill', () => {
  const { after, missing } = describeAs('dps', '', BOTH);
  const document = json(after);
  assert.deepEqual(document, {
    $schema: 'https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json',
    set: { 'schema-version': '1.0' },
    source: { id: { hashes: [{ 'tree-hashes': [{ algorithm: 'sha256', value: sha256 }], path: 'data/train.jsonl' }] } },
    provenance: {
      'generation-method': [
        {
          code: 'machine-generated-ml-ops',
          'long-description':
            'Text of models: 1 of 2 records (50.0%). Generators: org/model@v1 in 1 of 2 records (50.0%).',
        },
        {
          code: 'other',
          'long-description':
            'Text of other or no stated origin: 1 of 2 records (50.0%); beside text of a machine in 0 of 2 records (0.0%).',
        },
      ],
      'generation-period': { start: '2023-01-01T00:00:00.000Z', end: '2024-01-01T23:59:59.999Z' },
    },
    use: { license: ['https://spdx.org/licenses/MIT'] },
  });
  assert.ok(missing.includes('source.issuer') && missing.includes('use.intended-purpose'));
  const reading = readDps(openDocument('data-provenance.json', after).root);
  assert.ok(
    sayings(reading, after).some((line) => line.startsWith('digital_source_type=trainedAlgorithmicMedia some')),
  );
  const all = describeAs('dps', '', summaryOf({ 'a.jsonl': stating(MACHINE) })).after;
  assert.equal(json(all).provenance['generation-method'].length, 1);
  assert.equal(json(describeAs('dps', '', HUMANS).after).provenance, undefined);
});

test('figures of ours in an OASIS document are brought up to date, words of others stay', () => {
  const before = describeAs('dps', '', BOTH).after.replace('"set"', '"note": "by hand",\n  "set"');
  const more = summaryOf({ 'data/train.jsonl': FILES['data/train.jsonl'] + stating(MACHINE) });
  const { after, conflicts } = describeAs('dps', before, more);
  assert.match(after, /Text of models: 2 of 3 records \(66\.7%\)/);
  assert.match(after, /"note": "by hand"/);
  assert.match(conflicts[0]!.message, /The hash is not that of data\/train\.jsonl/);
  const ours = { code: 'machine-generated-ml-ops', 'long-description': 'By hand.' };
  const own = JSON.stringify({ $schema: json(before).$schema, set: {}, provenance: { 'generation-method': [ours] } });
  assert.deepEqual(json(describeAs('dps', own, BOTH).after).provenance['generation-method'], [ours]);
});

test('any JSON: members and items are added, and nothing else changes', () => {
  const key = fc.constantFrom('a', 'b', 'list', 'x y', '"', 'é');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, 1.5, 'x\u202e"', '', true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  const document = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<
    Record<string, unknown>
  >;
  const layout = fc.constantFrom(undefined, '', '  ', '\t', 3);
  fc.assert(
    fc.property(document, layout, fc.constantFrom('\n', '\r\n'), (object, indent, eol) => {
      const source = JSON.stringify(object, null, indent).replaceAll('\n', eol);
      const edits = new JsonEdits(source);
      const expected = structuredClone(object) as Record<string, unknown>;
      const added: Json[] = [{ n: 1, s: '\u202e' }, 'y'];
      edits.addTo(edits.root, 'list', added);
      edits.addTo(edits.root, 'list', ['z']);
      const present = Object.hasOwn(object, 'list') ? object.list : null;
      expected.list = [...(Array.isArray(present) ? present : present === null ? [] : [present]), ...added, 'z'];
      edits.addMember(edits.root, 'new', { deep: [1, {}] });
      expected.new = { deep: [1, {}] };
      for (const { key: name, value: inner } of edits.root.members) {
        if (name === 'list') continue;
        if (inner.type === 'object' && !Object.hasOwn(expected[name] as object, 'in')) {
          edits.addMember(inner as ObjectValue, 'in', 2);
          expected[name] = { ...(expected[name] as object), in: 2 };
        } else if (inner.type === 'array') {
          edits.addItem(inner as ArrayValue, 3);
          expected[name] = [...(expected[name] as unknown[]), 3];
        }
      }
      const after = applyEdits(source, edits.edits);
      assert.deepEqual(JSON.parse(after), expected);
      assert.equal(withoutAdditions({ before: source, edits: edits.edits, conflicts: [], missing: [] }), source);
      if (eol === '\r\n') assert.equal(/[^\r]\n/.test(after), false);
      if (indent === undefined && Object.keys(object).length > 0) assert.equal(after.includes('\n'), false);
    }),
    { numRuns: 500 },
  );
});
