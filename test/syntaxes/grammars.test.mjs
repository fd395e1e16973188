import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { createRegistryFromGrammars } = require('vscode-tmgrammar-test/dist/common/index.js');
const { parseGrammarTestCase, runGrammarTestCase } = require('vscode-tmgrammar-test/dist/unit/index.js');

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const hostScopes = {
  '.json': 'source.json',
  '.jsonl': 'source.json.lines',
  '.yaml': 'source.yaml',
  '.md': 'text.html.markdown',
  '.csv': 'text.csv',
  '.tsv': 'text.tsv',
};
const maxLineLength = 20_000;
const maxLineMilliseconds = 1_000;

const contributed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes?.grammars ?? [];
const hosts = readdirSync(join(here, 'hosts')).map((name) => {
  const path = join(here, 'hosts', name);
  return { path, scopeName: JSON.parse(readFileSync(path, 'utf8')).scopeName };
});
const registry = createRegistryFromGrammars(
  [...hosts, ...contributed.map((grammar) => ({ ...grammar, path: join(root, grammar.path) }))].map((grammar) => ({
    grammar,
    content: readFileSync(grammar.path, 'utf8'),
  })),
);

async function tokenize(scopeName, text) {
  const grammar = await registry.loadGrammar(scopeName);
  let stack = null;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

test('every grammar file is contributed under the scope name it declares', () => {
  const files = readdirSync(join(root, 'syntaxes')).map((name) => `./syntaxes/${name}`);
  assert.deepEqual(contributed.map(({ path }) => path).sort(), files.sort());
  for (const { path, scopeName, injectTo } of contributed) {
    const grammar = JSON.parse(readFileSync(join(root, path), 'utf8'));
    assert.equal(grammar.scopeName, scopeName);
    assert.ok(grammar.injectionSelector && injectTo?.length, `${path} is not an injection`);
  }
});

let assertionCount = 0;
for (const name of readdirSync(join(here, 'cases'))) {
  test(`scopes: ${name}`, async () => {
    const testCase = parseGrammarTestCase(readFileSync(join(here, 'cases', name), 'utf8'));
    const failures = await runGrammarTestCase(registry, testCase);
    assert.deepEqual(
      failures.map(({ line, start, end, missing, unexpected, actual }) => ({
        at: `${name}:${line + 1}:${start + 1}-${end + 1}`,
        missing,
        unexpected,
        actual,
      })),
      [],
    );
    const count = testCase.assertions.reduce((sum, { scopeAssertions }) => sum + scopeAssertions.length, 0);
    assert.ok(count > 0, 'no assertions');
    assertionCount += count;
  });
}

for (const name of readdirSync(join(here, 'ordinary'))) {
  test(`ordinary data keeps its colours: ${name}`, async () => {
    const tokens = await tokenize(hostScopes[extname(name)], readFileSync(join(here, 'ordinary', name), 'utf8'));
    const painted = tokens.filter(({ scopes }) => scopes.some((scope) => scope.endsWith('.dataset-hygiene')));
    assert.deepEqual(painted, []);
  });
}

const fill = (piece) => piece.repeat(Math.ceil(maxLineLength / piece.length)).slice(0, maxLineLength);
const longLines = [
  ['.jsonl', `{"text":"${fill('the \\"digital_source_type\\" ')}"}`],
  ['.jsonl', `[${fill('{"provenance":{"digital_source_type":"digitalCreation","source":"x"}},')}]`],
  ['.jsonl', fill('"provenance"          ')],
  ['.jsonl', fill('"digital_source_type":')],
  ['.yaml', `a: ${fill('digital_source_type: print ')}`],
  ['.yaml', `{${fill('digital_source_type: print, ')}}`],
  ['.yaml', `provenance:${fill(' ')}x`],
  ['.csv', fill('a,')],
  ['.csv', fill('     ,')],
  ['.csv', `${fill('a,')}digital_source_type`],
  ['.csv', `digital_source_type\n${fill('digitalCreation,')}`],
  ['.csv', `digital_source_type\n${fill('"""",""')}`],
  ['.csv', `digital_source_type\n${fill('   "')}`],
  ['.csv', `digital_source_type\n${fill(',"a')}`],
  ['.tsv', `digital_source_type\n${fill('print\t')}`],
  ['.tsv', `digital_source_type\n${fill(' ')}`],
];
test('a 20,000 character line is tokenized in time', async () => {
  for (const [extension, text] of longLines) {
    await tokenize(hostScopes[extension], '');
    const start = performance.now();
    await tokenize(hostScopes[extension], text);
    const elapsed = performance.now() - start;
    assert.ok(elapsed < maxLineMilliseconds, `${extension} ${text.slice(0, 40)}: ${elapsed.toFixed(0)} ms`);
  }
});

test.after(() => console.log(`${assertionCount} scope assertions`));
