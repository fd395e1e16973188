import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../support/datasets';

interface Row {
  id?: string;
  text?: string;
  from?: string[];
  depth?: number;
  origin?: string;
  license?: string;
}

let texts = 0;
const file = (...rows: Row[]) =>
  rows
    .map(({ id, text, from, depth, origin = 'human', license = 'MIT' }) =>
      JSON.stringify({
        id,
        text: text ?? `The ferry number ${texts++} leaves at noon, a long way from the town.`,
        provenance: {
          digital_source_type: origin === 'human' ? 'digitalCreation' : 'trainedAlgorithmicMedia',
          generator: origin === 'human' ? null : 'org/model',
          source: 's',
          license,
          derived_from: from ?? null,
          generation_depth: depth ?? null,
        },
      }),
    )
    .map((line) => `${line}\n`)
    .join('');

const found = async (rule: string, ...rows: Row[]) => {
  const { findings } = await check('a.jsonl', file(...rows));
  return findings.filter((finding) => finding.rule === rule).map(({ row, message }) => [row, message]);
};

test('depth is counted over models only, along the longest path', async () => {
  assert.deepEqual(
    await found(
      'generation-depth-mismatch',
      { id: 'human', depth: 0 },
      { id: 'first', from: ['human'], origin: 'machine', depth: 1 },
      { id: 'edited', from: ['first'], depth: 1 },
      { id: 'second', from: ['human', 'edited'], origin: 'machine', depth: 1 },
    ),
    [[3, 'Generation depth 1 is declared, but its ancestors give 2.']],
  );
});

test('an ancestor that is not known leaves the depth open; a declared one is taken', async () => {
  const rows = (depth?: number): Row[] => [
    { id: 'a', origin: 'machine', ...(depth !== undefined && { depth }) },
    { id: 'b', from: ['a'], origin: 'machine', depth: 5 },
  ];
  assert.deepEqual(await found('generation-depth-mismatch', ...rows()), []);
  assert.deepEqual(await found('generation-depth-mismatch', ...rows(1)), [
    [1, 'Generation depth 5 is declared, but its ancestors give 2.'],
  ]);
});

test('a cycle is found from each of its records and from no other', async () => {
  const cycle = await found(
    'derived-from-cycle',
    { id: 'a', from: ['c'] },
    { id: 'b', from: ['a'] },
    { id: 'c', from: ['b'] },
    { id: 'd', from: ['c'] },
    { id: 'e', from: ['e'] },
  );
  assert.deepEqual(
    cycle.map(([row]) => row),
    [0, 1, 2, 4],
  );
  assert.match(String(cycle[0]![1]), /over 3 records: 1 → 3 → 2 → 1 /);
  assert.equal(cycle[3]![1], 'This record derives from itself.');
});

test('a chain as long as the file is no problem', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i): Row => {
    return { id: `r${i}`, origin: 'machine', ...(i > 0 && { from: [`r${i - 1}`] }) };
  });
  rows[0] = { id: 'r0' };
  const { findings } = await check('a.jsonl', file(...rows.reverse()));
  assert.equal(findings.filter(({ rule }) => rule === 'generation-depth-exceeds-limit').length, 20_000 - 3);
});

test('parents outside are not looked up, those in other files are', async () => {
  const rows: Row[] = [
    { id: 'a', from: ['https://example.org/1'] },
    { id: 'b', from: ['org/dataset'] },
    { id: 'c', from: ['elsewhere', 'nowhere'] },
  ];
  const { findings } = await check('a.jsonl', file(...rows), {
    idsElsewhere: async () => (id) => id === 'elsewhere',
  });
  assert.deepEqual(
    findings.map(({ rule, row, message }) => [rule, row, message]),
    [['derived-from-unresolved', 2, 'Derived from "nowhere", which no record here is.']],
  );
});

test('terms of a parent that are lost are named', async () => {
  const rows: Row[] = [
    { id: 'a', license: 'CC-BY-NC-SA-4.0' },
    { id: 'b', from: ['a'], license: 'CC-BY-4.0' },
    { id: 'c', from: ['a'], license: 'CC-BY-NC-SA-3.0' },
    { id: 'd', from: ['a'], license: 'LicenseRef-own' },
  ];
  const looser = await found('license-looser-than-parent', ...rows);
  assert.deepEqual(
    looser.map(([row]) => row),
    [1],
  );
  assert.match(
    String(looser[0]![1]),
    /no commercial use and sharing alike is lost|sharing alike and no commercial use is lost/,
  );
});

test('the same text with origins that contradict: the later record is reported, the copies of the first are not', async () => {
  const text = 'The mill stands by the river, and nobody has worked there for forty years.';
  assert.deepEqual(
    await found(
      'duplicate-text-conflicting-origin',
      { text },
      { text: text.toUpperCase().replaceAll(' ', '  '), origin: 'machine' },
      { text },
      { text: `${text.slice(0, 40)} but ${text.slice(40)}`, origin: 'machine' },
      { text: 'Yes.' },
      { text: 'Yes.', origin: 'machine' },
    ),
    [[1, 'Declared machine-made, but record 1 has the same text and is declared human.']],
  );
});
