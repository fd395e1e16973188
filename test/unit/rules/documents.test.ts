import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const RULE = 'dps-method-code-migrated';
const SCHEMA = 'https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json';

async function found(name: string, document: object, rule: string, indent = 2) {
  const content = JSON.stringify(document, null, indent);
  const checked = await check(name, content);
  const findings = checked.findings.filter((finding) => finding.rule === rule);
  const fixes = findings.map((finding) => fixedFiles(content, finding, checked.records, checked.summary.context));
  return { content, findings, fixes };
}

const dps = (method: object, more: object = {}) => ({
  $schema: SCHEMA,
  source: {},
  provenance: { 'generation-method': [method] },
  use: { 'intended-purpose': [{ code: 'pre-training' }] },
  ...more,
});
const methodsOf = (content: string) => JSON.parse(content).provenance['generation-method'];

test('a code that loses nothing is replaced safely', async () => {
  const { fixes } = await found('dps.json', dps({ code: 'simulations-na' }), RULE);
  assert.deepEqual(
    fixes[0]!.map(({ fix, content }) => [fix.safety, methodsOf(content)]),
    [['safe', [{ code: 'simulations' }]]],
  );
});

test('what a new code does not say can be kept', async () => {
  for (const method of [{ code: 'feeds-rss-source' }, { code: 'feeds-rss-source', system: 'x' }]) {
    for (const indent of [0, 2]) {
      const { fixes } = await found('dps.json', dps(method), RULE, indent);
      const kept = { ...method, code: 'feeds', 'long-description': 'feeds-rss-source' };
      assert.deepEqual(
        fixes[0]!.map(({ fix, content }) => [fix.safety, methodsOf(content)]),
        [
          ['unsafe', [kept]],
          ['unsafe', [{ ...method, code: 'feeds' }]],
        ],
      );
    }
  }
  const described = { code: 'feeds-rss-source', 'long-description': 'RSS.' };
  assert.equal((await found('dps.json', dps(described), RULE)).fixes[0]!.length, 1);
});

test('every place of a code is looked at', async () => {
  const document = dps(
    { code: 'machine-generated-mlops-generative' },
    {
      provenance: {
        'generation-method': [{ code: 'data-mining' }],
        'sub-provenance': { 'generation-method': [{ code: 'machine-generated-mlops-twin' }] },
      },
      use: {
        'intended-purpose': [{ code: 'ai-pre-training' }, { code: 'research' }],
        classification: [{ regulation: { code: 'pii' } }, { regulation: { code: 'phi' } }],
      },
    },
  );
  const { findings, content } = await found('dps.json', document, RULE);
  const problems = findings.map(({ problem }) => content.slice(problem!.start, problem!.end));
  assert.deepEqual(problems, ['"machine-generated-mlops-twin"', '"ai-pre-training"', '"pii"']);
});

test('documents of version 1.0.0 keep their codes', async () => {
  const old = dps({ code: 'machine-generated-mlops-generative' }, { $schema: '../data-provenance.json' });
  assert.deepEqual((await found('dps.json', old, RULE)).findings, []);
  const { $schema: _, ...bare } = old;
  assert.deepEqual((await found('dps.json', bare, RULE)).findings, []);
});

const PACKAGE_RULE = 'datapackage-resource-provenance-missing';
const licenses = [{ name: 'MIT' }];
const sources = [{ title: 'Lake' }];
const pack = (resources: object[], more: object = {}) => ({ name: 'lake', ...more, resources });
const resource = (name: string, more: object = {}) => ({ name, path: `${name}.csv`, ...more });

const packages: [what: string, document: object, messages: string[]][] = [
  ['the package names both', pack([resource('a')], { licenses, sources }), []],
  ['each resource names both', pack([resource('a', { licenses, sources }), resource('b', { licenses, sources })]), []],
  [
    'none names any',
    pack([resource('a'), resource('b')]),
    [
      'Neither the package nor any of its 2 resources names a licence.',
      'Neither the package nor any of its 2 resources names a source.',
    ],
  ],
  [
    'some name none',
    pack([resource('a', { licenses: [] }), resource('b', { licenses }), resource('c'), resource('d'), resource('e')], {
      sources,
    }),
    ['The package names no licence, and 4 of 5 resources name none either: "a", "c", "d", ….'],
  ],
  ['the licence of a package before v1', pack([resource('a')], { license: 'MIT', sources }), []],
];

for (const [what, document, messages] of packages) {
  test(`data package: ${what}`, async () => {
    const { findings } = await found('datapackage.json', document, PACKAGE_RULE);
    assert.deepEqual(
      findings.map(({ message }) => message),
      messages,
    );
  });
}

test('data package: a fix says that nothing is known, and that is enough', async () => {
  for (const document of [pack([resource('a')], { sources }), pack([resource('a')], { sources, licenses: [] })]) {
    const { fixes } = await found('datapackage.json', document, PACKAGE_RULE);
    const fixed = JSON.parse(fixes[0]![0]!.content);
    assert.deepEqual(fixed.licenses, [{ name: 'notspecified', title: 'License not specified' }]);
    assert.deepEqual((await found('datapackage.json', fixed, PACKAGE_RULE)).findings, []);
  }
});
