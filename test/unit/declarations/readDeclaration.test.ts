import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { SCOPES } from '../../../server/src/engine/provenance/assertion';
import { readDeclaration } from '../../../server/src/engine/provenance/declarations';
import { MAX_DECLARATION_BYTES } from '../../../server/src/engine/provenance/declarations/names';
import { DECLARATION_KINDS, type DeclarationKind } from '../../../server/src/engine/provenance/declarations/reading';
import { provenanceFields } from '../../../server/src/engine/provenance/fields';

const KINDS = DECLARATION_KINDS.filter((kind) => kind !== 'configuration');
const nameOf = (kind: DeclarationKind) => (kind === 'hf-dataset-card' ? 'README.md' : `${kind}.json`);
const folder = join(process.env.DATASET_HYGIENE_ROOT ?? process.cwd(), 'test/fixtures/shapes');
const fixture = (kind: DeclarationKind) =>
  readFileSync(join(folder, kind === 'hf-dataset-card' ? `${kind}.md` : `${kind}.json`), 'utf8');

/** Documents with something at every place that a reader looks at. */
const FULL: Record<string, string> = {
  datapackage: JSON.stringify({
    created: '2020-01-01',
    keywords: ['a'],
    licenses: [{ name: 'MIT', path: 'https://example.org/', title: 'MIT' }],
    sources: [{ title: 'Lake', path: 'lake' }],
    digitalSourceType: 'synthetic',
    resources: [
      {
        name: 'a',
        path: ['a.csv'],
        licenses: ['MIT'],
        schema: { fields: [{ name: 'x', provenance: { license: 'MIT' } }] },
      },
    ],
  }),
  dps: JSON.stringify({
    source: {},
    provenance: {
      'generation-method': [{ code: 'machine-generated-ml-ops', 'long-description': 'GPT' }],
      origin: [{ name: 'Lake' }],
      source: 'urn:a',
      date: '2020-01-01',
      'generation-period': { end: '2020-01-01' },
      'sub-provenance': { 'generation-method': [{ code: 'simulations' }], source: 'urn:b' },
    },
    use: { 'intended-purpose': [{ code: 'research' }], license: ['MIT'] },
  }),
  'dpi-summary': JSON.stringify({
    'Unique Dataset Identifier': 'a',
    'Model Generated': ['GPT', 'Templates'],
    'Text Sources': ['web'],
    'Human Annotation': 'No',
    'Derived from Datasets': ['b'],
    Licenses: [{ License: 'MIT', 'License URL': 'https://example.org/' }],
  }),
  cyclonedx: JSON.stringify({
    bomFormat: 'CycloneDX',
    metadata: { component: { type: 'data', tags: ['a'] } },
    components: [
      {
        type: 'data',
        data: [{ type: 'dataset', contents: { url: 'https://example.org/' } }],
        licenses: [{ license: { id: 'MIT' } }, { expression: 'MIT' }],
        pedigree: { ancestors: [{ name: 'b' }] },
        properties: [{ name: 'x:generator', value: 'org/model' }],
        components: [{ type: 'data' }],
      },
    ],
  }),
  spdx: JSON.stringify({
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      {
        type: 'dataset_DatasetPackage',
        spdxId: 'a',
        originatedBy: ['b'],
        builtTime: '2020',
        software_downloadLocation: 'c',
      },
      { type: 'SoftwareAgent', spdxId: 'b', name: 'org/model' },
      {
        type: 'Relationship',
        relationshipType: 'hasDeclaredLicense',
        from: 'a',
        to: ['https://spdx.org/licenses/MIT', 'b'],
      },
      { type: 'Relationship', relationshipType: 'descendantOf', from: 'a', to: ['a'] },
    ],
  }),
};
const documents = KINDS.flatMap((kind): [DeclarationKind, string][] => [
  [kind, fixture(kind)],
  ...(FULL[kind] ? [[kind, FULL[kind]] as [DeclarationKind, string]] : []),
]);

/** Whatever a document is, reading it ends well, and what it says stands in it. */
function holds(name: string, text: string): void {
  const declaration = readDeclaration(name, text);
  if (!declaration) return;
  const { statements, columns, dataFiles, tags } = declaration.reading;
  const fields = new Set<string>(provenanceFields.map(({ field }) => field));
  const lines = text.split(/\r\n|\n|\r/);
  for (const statement of [...statements, ...columns]) {
    const { start, end } = statement;
    assert.ok(Number.isInteger(start) && 0 <= start && start < end && end <= text.length, `${start}–${end}`);
    const range = declaration.rangeOf(statement);
    assert.ok(range.start.line <= range.end.line && range.end.line < lines.length);
    assert.ok(range.end.column <= lines[range.end.line]!.length);
    assert.ok(fields.has(statement.field));
  }
  for (const { value, quantifier, scope } of statements) {
    assert.ok(typeof value === 'number' || value.length > 0);
    assert.ok(['every', 'some', 'none'].includes(quantifier) && SCOPES.includes(scope));
  }
  for (const glob of [...(dataFiles ?? []), ...tags]) assert.equal(typeof glob, 'string');
}

for (const [kind, text] of documents) {
  test(`a ${kind} document of ${text.length} characters is known by its keys`, () => {
    assert.equal(readDeclaration(nameOf(kind), text)?.kind, kind);
    holds(nameOf(kind), text);
  });
}

test('documents with something everywhere say something from everywhere', () => {
  const counts = Object.entries(FULL).map(([kind, text]) => [
    kind,
    readDeclaration('x.json', text)!.reading.statements.length,
  ]);
  assert.deepEqual(Object.fromEntries(counts), { datapackage: 5, dps: 9, 'dpi-summary': 7, cyclonedx: 5, spdx: 6 });
});

test('documents of other kinds, and what is no document', () => {
  for (const text of [
    '',
    '[]',
    '{}',
    'null',
    '"croissant"',
    '{"resources": 3}',
    '{"text": "Hello."}',
    '---\n',
    '---\ntitle: x\n---\n',
  ]) {
    for (const name of ['README.md', 'x.json', 'x']) assert.equal(readDeclaration(name, text), undefined, text);
  }
});

test('what is too large or nests too deep is not read', () => {
  const large = `{"bomFormat": "CycloneDX", "x": "${'x'.repeat(MAX_DECLARATION_BYTES)}"}`;
  assert.equal(readDeclaration('x.json', large), undefined);
  const deep = `{"bomFormat": "CycloneDX", "x": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
  assert.equal(readDeclaration('x.json', deep), undefined);
  assert.equal(readDeclaration('README.md', `---\nlicense: mit\nx: ${'['.repeat(10_000)}\n---\n`), undefined);
});

test('nesting as deep as is read does no harm', () => {
  const nested = (key: string, levels: number) =>
    `${`{"type": "data", "${key}": [`.repeat(levels)}${']}'.repeat(levels)}`;
  holds('x.json', `{"bomFormat": "CycloneDX", "components": [${nested('components', 120)}]}`);
  const layers = `${'{"source": "urn:a", "sub-provenance": '.repeat(250)}null${'}'.repeat(250)}`;
  const text = `{"source": {}, "provenance": ${layers}, "use": {"intended-purpose": []}}`;
  assert.equal(readDeclaration('x.json', text)?.reading.statements.length, 250);
});

test('a document that is cut short anywhere', () => {
  for (const [kind, text] of documents) {
    const step = Math.max(1, Math.floor(text.length / 200));
    for (let end = 0; end < text.length; end += step) holds(nameOf(kind), text.slice(0, end));
  }
});

test('a document with any value in the place of any other', () => {
  const odd = fc.constantFrom(
    'null',
    '""',
    '" "',
    '"\\ud800"',
    '7',
    '-1e999',
    'true',
    '[]',
    '{}',
    '[[]]',
    '[null, "x", 3]',
    '{"@id": 3}',
    '[{"a": [{}]}]',
  );
  const json = documents.filter(([kind]) => kind !== 'hf-dataset-card');
  fc.assert(
    fc.property(
      fc.constantFrom(...json),
      fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }),
      ([, text], changes) => {
        let changed = text;
        for (const [at, value] of changes) {
          const values = [
            ...changed.matchAll(/(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+|true|false|null|\[\s*\]|\{\s*\})/g),
          ];
          const hit = values[at % Math.max(1, values.length)];
          if (hit) changed = changed.slice(0, hit.index) + value + changed.slice(hit.index + hit[0].length);
        }
        holds('x.json', changed);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a document with characters changed', () => {
  const unit = fc.constantFrom(
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '\n',
    '\r',
    ' ',
    '-',
    '\u0000',
    '\ud83d',
    '*',
    '&a',
    '|',
    '#',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(fc.tuple(fc.nat(), unit), { minLength: 1, maxLength: 5 }),
      ([kind, text], changes) => {
        let changed = text;
        for (const [at, units] of changes) {
          const place = at % changed.length;
          changed = changed.slice(0, place) + units + changed.slice(place + 1);
        }
        holds(nameOf(kind), changed);
      },
    ),
    { numRuns: 2000 },
  );
});
