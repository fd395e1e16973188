import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclarationKind, Statement } from '../../../server/src/engine/provenance/declarations/reading';
import { inherit, type NearDeclaration } from '../../../server/src/engine/provenance/inheritance';

type Said = [
  kind: DeclarationKind,
  scope: Statement['scope'],
  value: string,
  more?: Partial<Statement> & { above?: number },
];

/** Declarations near `data/train.jsonl`, each with one statement of a licence. */
function near(...said: Said[]): NearDeclaration[] {
  return said.map(([kind, scope, value, { above = 0, ...more } = {}], index) => {
    const statement: Statement = {
      field: 'license',
      value,
      scope,
      quantifier: 'every',
      start: index,
      end: index + 1,
      ...more,
    };
    return {
      declaration: {
        kind,
        reading: { statements: [statement], columns: [], dataFiles: undefined, tags: [] },
        rangeOf: ({ start, end }) => ({ start: { line: 0, column: start }, end: { line: 0, column: end } }),
      },
      file: `${kind} ${index}`,
      path: 'data/train.jsonl',
      above,
    };
  });
}

const cases: [name: string, said: Said[], inherited: string[]][] = [
  [
    'file before split before directory before dataset',
    [
      ['hf-dataset-card', 'dataset', 'd'],
      ['configuration', 'directory', 'c'],
      ['hf-dataset-card', 'split', 'b'],
      ['datapackage', 'file', 'a'],
    ],
    ['a', 'b', 'c', 'd'],
  ],
  [
    'at the same scope the nearer folder',
    [
      ['hf-dataset-card', 'dataset', 'far', { above: 1 }],
      ['hf-dataset-card', 'dataset', 'near'],
    ],
    ['near', 'far'],
  ],
  [
    'a nearer scope before a nearer folder',
    [
      ['hf-dataset-card', 'dataset', 'near'],
      ['croissant', 'file', 'far', { above: 2 }],
    ],
    ['far', 'near'],
  ],
  [
    'in the same folder Croissant before the data package before DPS before the card; the configuration before all',
    [
      ['hf-dataset-card', 'dataset', 'card'],
      ['dps', 'dataset', 'dps'],
      ['datapackage', 'dataset', 'package'],
      ['croissant', 'dataset', 'croissant'],
      ['configuration', 'dataset', 'configuration'],
    ],
    ['configuration', 'croissant', 'package', 'dps', 'card'],
  ],
  [
    'existential and negative statements are not inherited',
    [
      ['hf-dataset-card', 'dataset', 'some', { quantifier: 'some' }],
      ['croissant', 'dataset', 'none', { quantifier: 'none' }],
    ],
    [],
  ],
  [
    'a statement about other files says nothing',
    [
      ['datapackage', 'file', 'other', { files: ['data/test.jsonl'] }],
      ['datapackage', 'file', 'this', { files: ['data/*.jsonl'] }],
    ],
    ['this'],
  ],
  ['a statement about one column is not one about the record', [['croissant', 'column', 'x', { column: 'text' }]], []],
];

for (const [name, said, inherited] of cases) {
  test(name, () => {
    assert.deepEqual(
      inherit(near(...said)).assertions.map(({ value }) => value),
      inherited,
    );
  });
}

test('what is not inherited is claimed all the same, with its place', () => {
  const { claims, columns } = inherit(
    near(['hf-dataset-card', 'dataset', 'a', { quantifier: 'some' }], ['croissant', 'column', 'b', { column: 'text' }]),
  );
  assert.deepEqual(
    claims.map(({ value, quantifier, place }) => [value, quantifier, place.file, place.range.start.column]),
    [['a', 'some', 'hf-dataset-card 0', 0]],
  );
  assert.deepEqual(
    columns.map(({ value, column, scope }) => [value, column, scope]),
    [['b', 'text', 'column']],
  );
});
