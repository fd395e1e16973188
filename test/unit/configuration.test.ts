import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConfiguration } from '../../server/src/engine/configuration';
import { matchesAny, matchesGlob } from '../../server/src/engine/glob';
import { jsonText } from '../support/jsonText';

test('a whole configuration, with comments and a trailing comma', () => {
  const text = `{
  // what is what
  "$schema": "./schema.json",
  "datasets": ["data/*.csv"],
  "exclude": "logs/**",
  "rules": { "llm-artefact": "off", "license-missing": "error" },
  "provenance": [
    {
      "files": "data/*.csv",
      "digital_source_type": "noAssertion",
      "derived_from": ["a", "b"],
      "generation_depth": 0,
      "generator": null,
    },
  ],
  "maxGenerationDepth": 3,
}`;
  const { configuration, problems } = parseConfiguration(text);
  assert.deepEqual(problems, []);
  assert.equal(configuration.maxGenerationDepth, 3);
  assert.deepEqual(configuration.datasets, ['data/*.csv']);
  assert.deepEqual(configuration.exclude, ['logs/**']);
  assert.deepEqual(
    [...configuration.rules],
    [
      ['llm-artefact', 'off'],
      ['license-missing', 'error'],
    ],
  );
  const [declaration] = configuration.provenance;
  assert.deepEqual(declaration?.files, ['data/*.csv']);
  assert.deepEqual(
    [...declaration.values].map(([field, { value, span }]) => [field, value, text.slice(span.start, span.end)]),
    [
      ['digital_source_type', 'noAssertion', '"digital_source_type": "noAssertion"'],
      ['derived_from', ['a', 'b'], '"derived_from": ["a", "b"]'],
      ['generation_depth', 0, '"generation_depth": 0'],
    ],
  );
});

const wrong: [text: string, at: string, message: RegExp][] = [
  ['{"dataset": []}', '"dataset"', /Unknown key "dataset"/],
  ['{"datasets": [1]}', '1', /glob is a string/],
  [`{"datasets": "${'a'.repeat(1001)}"}`, `"${'a'.repeat(1001)}"`, /at most 1000 characters/],
  ['{"rules": {"no-such": "off"}}', '"no-such"', /no rule "no-such"/],
  ['{"rules": {"llm-artefact": "loud"}}', '"loud"', /severity is one of off, hint/],
  ['{"rules": []}', '[]', /object of rule names/],
  ['{"maxGenerationDepth": -1}', '-1', /whole number/],
  ['{"provenance": {}}', '{}', /list of objects/],
  ['{"provenance": [1]}', '1', /declaration is an object/],
  ['{"provenance": [{"license": "MIT"}]}', '{"license": "MIT"}', /needs "files"/],
  ['{"provenance": [{"files": "*", "licence": "MIT"}]}', '"licence"', /no provenance field "licence"/],
  ['{"provenance": [{"files": "*", "license": 1}]}', '1', /is a string/],
  ['{"provenance": [{"files": "*", "generation_depth": -1}]}', '-1', /whole number, 0 or more/],
  ['{"provenance": [{"files": "*", "generation_depth": 1.5}]}', '1.5', /whole number/],
  ['{"provenance": [{"files": "*", "derived_from": [2]}]}', '2', /string or a list of strings/],
  ['{"provenance": [{"files": "*", "digital_source_type": "handmade"}]}', '"handmade"', /no digital source type/],
  ['[]', '[]', /is an object/],
];

for (const [text, at, message] of wrong) {
  test(`says what is wrong with ${text.slice(0, 70)}`, () => {
    const [problem, ...others] = parseConfiguration(text).problems;
    assert.deepEqual(others, []);
    assert.match(problem!.message, message);
    assert.match(problem!.message, /\.$/);
    assert.equal(text.slice(problem!.start, problem!.end), at);
    assert.deepEqual(problem!.position, { line: 0, column: problem!.start });
  });
}

test('what is wrong does not take the rest with it', () => {
  const { configuration, problems } = parseConfiguration(
    '{"datasets": ["a", 1], "provenance": [2, {"files": "*", "license": "MIT", "source": 3}]}',
  );
  assert.equal(problems.length, 3);
  assert.deepEqual(configuration.datasets, ['a']);
  assert.equal(configuration.provenance[0]?.values.get('license')?.value, 'MIT');
});

test('no text makes the reader throw', () => {
  const keys = fc.constantFrom('"datasets"', '"rules"', '"provenance"', '"files"', '"license"', '"exclude"');
  const text = fc.tuple(keys, jsonText, keys, jsonText).map(([a, x, b, y]) => `{${a}:${x},${b}:[{${a}:${y}}]}`);
  fc.assert(
    fc.property(fc.oneof(text, jsonText, fc.string()), (text) => {
      for (const { start, end } of parseConfiguration(text).problems) assert.ok(start >= 0 && end > start);
    }),
    { numRuns: 300 },
  );
  assert.match(parseConfiguration('['.repeat(100_000)).problems[0]!.message, /too deep/);
});

const globs: [pattern: string, path: string, matches: boolean][] = [
  ['*.csv', 'data/a.csv', true],
  ['./data/*.csv', 'data/a.csv', true],
  ['data/*.csv', 'data/deep/a.csv', false],
  ['data/**', 'data/deep/.hidden/a.csv', true],
  ['**/a.{csv,tsv}', 'x/y/a.tsv', true],
  ['#notes.csv', '#notes.csv', true],
  ['!a.csv', 'b.csv', false],
  ['', 'a.csv', false],
];

for (const [pattern, path, matches] of globs) {
  test(`${JSON.stringify(pattern)} ${matches ? 'matches' : 'does not match'} ${path}`, () =>
    assert.equal(matchesGlob(path, pattern), matches));
}

test('no pattern takes long', () => {
  const name = `${'a'.repeat(120)}/${'a'.repeat(120)}c`;
  const patterns = [
    '*a'.repeat(60),
    `${'*a'.repeat(30)}b`,
    `${'*a*'.repeat(30)}b*`,
    '+(+(+(+(a))))b',
    '*(*(*(a|aa)))b',
    `${'**/'.repeat(40)}x/${'**/'.repeat(40)}y`,
    `${'{a,b}'.repeat(40)}`,
    `{1..1000000}`,
    '['.repeat(500),
  ];
  assert.equal(matchesAny(name, patterns), false);
});
