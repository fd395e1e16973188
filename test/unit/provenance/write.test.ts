import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse as parseYamlText } from 'yaml';
import { applyEdits } from '../../../server/src/engine/fix';
import { type AssertedValue, CONTAINERS, recordAssertions } from '../../../server/src/engine/provenance/assertion';
import { EffectiveProvenance } from '../../../server/src/engine/provenance/effective';
import { type ProvenanceField, provenanceFields } from '../../../server/src/engine/provenance/fields';
import { canonicalKeys, type ProvenancePatch, writeProvenance } from '../../../server/src/engine/provenance/write';
import { findFrontMatter } from '../../../server/src/engine/records/frontMatter';
import { baselineKey, textHash } from '../../../server/src/engine/records/hash';
import type { DatasetRecord } from '../../../server/src/engine/records/record';
import type { Value } from '../../../server/src/engine/records/value';
import { textsOf } from '../../../server/src/engine/texts';
import { openDataset } from '../../support/datasets';
import { plainValue } from '../../support/plainValue';

const word = fc.constantFrom('digitalCreation', 'org/model@1', 'true', 'no: #"x"', 'é 😀', '2020-01-01', 'a,b', 'x\ny');
const valueFor = (type: 'string' | 'string[]' | 'integer'): fc.Arbitrary<AssertedValue> => {
  if (type === 'integer') return fc.nat(9);
  return type === 'string' ? word : fc.array(word, { minLength: 1, maxLength: 2 });
};
const patches: fc.Arbitrary<ProvenancePatch> = fc.record(
  Object.fromEntries(provenanceFields.map(({ field, type }) => [field, fc.option(valueFor(type))])),
  { requiredKeys: [], noNullPrototype: true },
);
const patchesOfStrings: fc.Arbitrary<ProvenancePatch> = fc.record(
  Object.fromEntries(['digital_source_type', 'generator', 'license'].map((field) => [field, word])),
  { requiredKeys: [], noNullPrototype: true },
);

interface Written {
  before: DatasetRecord;
  after: DatasetRecord;
}

/** Writes a patch into the first record of a file, reads the file again and checks what must always hold. */
function write(name: string, content: string, patch: ProvenancePatch): Written | undefined {
  const { context, records } = openDataset(name, content);
  const { facts } = context;
  const before = records[0]!;
  const edits = writeProvenance(before, patch, facts);
  if (!edits) return undefined;
  const at = content.indexOf(before.source);
  const written = applyEdits(before.source, edits);
  const file = content.slice(0, at) + written + content.slice(at + before.source.length);
  const again = openDataset(name, file);
  const after = again.records[0]!;
  assert.deepEqual(after.faults, [], file);
  assert.equal(again.records.length, records.length);
  const effective = new EffectiveProvenance(recordAssertions(after, facts.shape));
  for (const [field, value] of Object.entries(patch) as [ProvenanceField, AssertedValue | null][]) {
    const own = effective.chain(field).filter(({ own }) => own?.by === 'canonical' || facts.format.kind === 'csv');
    assert.deepEqual(own[0]?.value ?? null, value, `${field} in ${written}`);
    assert.ok(
      own.every((assertion) => JSON.stringify(assertion.value) === JSON.stringify(value)),
      written,
    );
  }
  const hashOf = ({ root }: DatasetRecord) => textHash(textsOf(root!, facts.shape.text).map(({ text }) => text));
  assert.equal(hashOf(after), hashOf(before));
  const paths = [...CONTAINERS, ...canonicalKeys, ...facts.shape.provenance.map(({ path }) => path)];
  const flat = canonicalKeys.map((field) => `provenance.${field}`);
  assert.equal(baselineKey('r', after, [...paths, ...flat]), baselineKey('r', before, [...paths, ...flat]));
  assert.deepEqual(writeProvenance(after, patch, facts), [], `writing twice changes ${written}`);
  return { before, after };
}

const isProvenance = (path: string) => /(?:^|\.)provenance(?:$|\.)/.test(path) || canonicalKeys.includes(path as never);

/** Source text of everything that is no provenance, by path; bags are looked into. */
function others({ root, source }: DatasetRecord): Map<string, string> {
  const found = new Map<string, string>();
  const look = (value: Value, prefix: string) => {
    if (value.type !== 'object') return;
    for (const { key, value: inner } of value.members) {
      const path = prefix + key;
      if (isProvenance(path)) continue;
      if ((key === 'metadata' || key === 'meta') && inner.type === 'object') look(inner, `${path}.`);
      else if (inner.type !== 'null') found.set(path, source.slice(inner.start, inner.end));
    }
  };
  look(root!, '');
  return found;
}

function assertWritten(name: string, content: string, patch: ProvenancePatch): Written {
  const written = write(name, content, patch);
  assert.ok(written, `no room in ${content}`);
  assert.deepEqual([...others(written.after)], [...others(written.before)]);
  return written;
}

const holders: unknown[] = [
  {},
  { provenance: null },
  { provenance: {} },
  { provenance: { source: 'x', generator: null } },
  { provenance: { model: 'm', synthetic: true, url: 'u' } },
  { digital_source_type: 'human', derived_from: ['z'] },
  { 'provenance.license': 'MIT', 'provenance.source': '' },
  { metadata: { provenance: { license: 'mit' }, id: 7 } },
  { metadata: { id: 7, lang: 'en' } },
  { metadata: null },
  { metadata: {} },
  { meta: { a: 1.5, b: { c: [] } } },
  { meta: '{"json": "in a string"}', provenance: { license: 'MIT' } },
];
const members = fc.array(
  fc.tuple(fc.constantFrom('id', 'naïve', 'stats', 'n'), fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme' })),
  { maxLength: 3 },
);
const layouts = fc.constantFrom<(value: unknown) => string>(
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 2),
  (value) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n'),
  (value) => JSON.stringify(value).replaceAll(',"', ', "').replaceAll('":', '": '),
  (value) => JSON.stringify(value).replaceAll('é', '\\u00e9'),
);
const records = fc
  .tuple(fc.constantFrom(...holders), members, fc.boolean(), layouts)
  .map(([holder, pairs, first, layout]) => {
    const rest = { ...Object.fromEntries(pairs), text: 'The ferry leaves at noon, a long way from the naïve town.' };
    const record = (first ? { ...(holder as object), ...rest } : { ...rest, ...(holder as object) }) as object;
    return { compact: JSON.stringify(record), laidOut: layout(record) };
  });

test('JSON Lines: the patch is in force, and nothing else changed', () => {
  fc.assert(
    fc.property(records, patches, ({ compact }, patch) => {
      assertWritten('a.jsonl', `${compact}\n{"text": "Another line of text, which stays as it is."}\n`, patch);
    }),
    { numRuns: 120 },
  );
});

test('JSON in any layout: the patch is in force, and nothing else changed', () => {
  fc.assert(
    fc.property(records, patches, ({ laidOut }, patch) => {
      assertWritten('a.json', `[\n${laidOut},\n{"text": "Another one, which stays as it is."}\n]`, patch);
    }),
    { numRuns: 120 },
  );
});

const cell = fc.constantFrom('', 'plain', '"quoted, text"', '"say ""no"""', ' spaced ');
test('CSV: a patch of columns that are there is in force, and no other cell changed', () => {
  const delimiters = fc.constantFrom(',', ';', '\t', '|');
  fc.assert(
    fc.property(delimiters, fc.tuple(cell, cell, cell, cell), patchesOfStrings, (mark, cells, patch) => {
      const text = '"The ferry leaves at noon, a long way from the town; nobody waits."';
      const header = ['id', 'provenance.license', 'digital_source_type', 'text', 'provenance.generator'];
      const row = [cells[0], cells[1], cells[2], text, cells[3]];
      const content = `${header.join(mark)}\r\n${row.join(mark)}\r\n9${mark.repeat(3)}${text}${mark}\r\n`;
      const written = assertWritten(mark === '\t' ? 'a.tsv' : 'a.csv', content, patch);
      assert.deepEqual(
        [...others(written.after)].map(([path]) => path),
        [...others(written.before)].map(([path]) => path),
      );
    }),
    { numRuns: 120 },
  );
});

test('CSV without the column has no room, but nothing to clear either', () => {
  const content = 'text,id\n"The ferry leaves at noon, a long way from the town.",1\n';
  assert.equal(write('a.csv', content, { license: 'MIT' }), undefined);
  assert.ok(write('a.csv', content, { license: null }));
});

test('a CSV column that is text, a flag or a class label is never written to', () => {
  const prose = '"The ferry leaves at noon, a long way from the town, and nobody waits for it."';
  const files: [content: string, patch: ProvenancePatch][] = [
    [`problem,deepseek_reasoning,deepseek_solution\n${prose},${prose},${prose}\n`, { generator: 'org/model' }],
    [`text,synthetic\n${prose},true\n${prose},false\n`, { digital_source_type: 'digitalCreation' }],
    [`text,label\n${prose},human\n${prose},ai\n`, { digital_source_type: 'digitalCreation' }],
  ];
  for (const [content, patch] of files) assert.equal(write('a.csv', content, patch), undefined, content);
});

const pages = [
  'The body.',
  '---\ntitle: A page\n---\nThe body.',
  '---\r\ntitle: "A: page" # a note\r\ntags: [x, y]\r\n---\r\nThe body.\r\n',
  '---\ntitle: x\nprovenance:\n  source: a # where\n  license:\n---\nThe body.',
  '---\nprovenance:\n    license:\n      - MIT\n    derived_from:\n      - a\n      - b\ntitle: x\n---\nThe body.',
  '---\nprovenance: {source: a, license: }\ntitle: x\n---\nThe body.',
  '---\nprovenance: {}\n---\nThe body.',
  '---\nprovenance:\n---\nThe body.',
  '---\nprovenance: null\ntitle: x\n---\nThe body.',
  '---\nprovenance: ~ # later\n---\nThe body.',
  '---\nprovenance:\n  source: >\n    folded\n    words\n---\nThe body.',
  '---\nprovenance:\n  license: |\n    MIT\ntitle: x\n---\nThe body.',
  '---\nprovenance:\n  model: m\n  license: "MIT"\n# the end\n---\nThe body.',
  '---\ndigital_source_type: human\ntitle: x\n---\nThe body.',
  '---\n  title: x\n  tags:\n  - a\n---\nThe body.',
  '---\n# nothing yet\n\n---\nThe body.',
  '---\n---\nThe body.',
  '---\ntitle: |+\n  kept\n\n---\nThe body.',
  '---\nnot closed\nThe body.',
];

for (const page of pages) {
  test(`front matter: ${JSON.stringify(page.slice(0, 60))}`, () => {
    fc.assert(
      fc.property(patches, (patch) => {
        const { after } = assertWritten('a.md', page, patch);
        const block = findFrontMatter(after.source);
        if (block) parseYamlText(after.source.slice(block.start, block.end));
      }),
      { numRuns: 30 },
    );
  });
}

test('front matter that is no YAML map leaves no room', () => {
  const patch: ProvenancePatch = { license: 'MIT' };
  for (const content of [
    '+++\ntitle = "x"\n+++\nThe body.',
    '---\n- a\n- b\n---\nThe body.',
    '---\njust words\n---\nThe body.',
    '---\n{title: x}\n---\nThe body.',
    '---\ntitle: "never closed\n---\nThe body.',
    '---\nprovenance: from a friend\n---\nThe body.',
    '---\nprovenance: [a]\n---\nThe body.',
  ]) {
    assert.equal(write('a.md', content, patch), undefined, content);
  }
});

test('a value where an object should be leaves no room, and is not doubled', () => {
  for (const provenance of ['"from a friend"', '[1]', '7']) {
    const content = `{"text": "The ferry leaves at noon, a long way from the town.", "provenance": ${provenance}}\n`;
    const { context, records } = openDataset('a.jsonl', content);
    const facts = { ...context.facts, shape: { ...context.facts.shape, placement: 'provenance' as const } };
    assert.equal(writeProvenance(records[0]!, { license: 'MIT' }, facts), undefined);
  }
});

test('a shape whose consumers reject unknown keys has no room', () => {
  const content =
    '{"messages": [{"role": "user", "content": "When does the ferry leave?"}, {"role": "assistant", "content": "At noon."}]}\n';
  assert.equal(write('a.jsonl', content.repeat(3), { license: 'MIT' }), undefined);
});

test('a new object has the keys of the file, in canonical order, and what the patch adds', () => {
  const content =
    '{"text": "The ferry leaves at noon, a long way from the town.", "id": 1}\n' +
    '{"text": "Another line of text, which stays as it is.", "id": 2, "provenance": {"license": null, "source": "x"}}\n';
  const { after } = assertWritten('a.jsonl', content, { generator: 'org/model' });
  assert.equal(
    after.source,
    '{"text": "The ferry leaves at noon, a long way from the town.", "id": 1, ' +
      '"provenance": {"generator": "org/model", "source": null, "license": null}}',
  );
  const { after: full } = assertWritten('a.jsonl', content.split('\n')[0]!, { generator: 'org/model' });
  const { provenance } = plainValue(full.root!) as { provenance: Record<string, unknown> };
  assert.deepEqual(Object.keys(provenance), canonicalKeys);
});

test('what is inserted looks like what is there', () => {
  const pretty = JSON.stringify([{ text: 'The ferry leaves at noon, a long way from the town.', id: 1 }], null, 4);
  const { after } = assertWritten('a.json', pretty, { source: 'x' });
  assert.match(after.source, /"id": 1,\n {8}"provenance": \{"digital_source_type": null, /);
  const compact = '{"text":"The ferry leaves at noon, a long way from the town."}\n';
  assert.match(
    assertWritten('a.jsonl', compact, { source: 'x' }).after.source,
    /,"provenance":\{"digital_source_type":null,/,
  );
});

test('a field is set where the record has it, so that nothing contradicts it', () => {
  const content = (rest: string) => `{"text": "The ferry leaves at noon, a long way from the town.", ${rest}}\n`;
  const set = (rest: string, patch: ProvenancePatch) =>
    assertWritten('a.jsonl', content(rest), patch).after.source.slice(content('').length - 2, -1);
  assert.equal(
    set('"digital_source_type": "digitalCreation"', { digital_source_type: 'noAssertion' }),
    '"digital_source_type": "noAssertion"',
  );
  assert.equal(set('"provenance": {"model": "a"}', { generator: 'b' }), '"provenance": {"model": "b"}');
  assert.equal(
    set('"provenance": {"generator": "a"}, "generation_depth": 1', { generation_depth: 2 }),
    '"provenance": {"generator": "a"}, "generation_depth": 2',
  );
  assert.equal(
    set('"provenance": {"license": "A", "license": "B"}', { license: 'C' }),
    '"provenance": {"license": "A", "license": "C"}',
  );
});
