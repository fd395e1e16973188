import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConfiguration } from '../../../server/src/engine/configuration';
import {
  declarationsOfSources,
  type SourceClaim,
  shippedSources,
} from '../../../server/src/engine/provenance/knownSources';
import { configuredSources } from '../../../server/src/engine/provenance/knownSourcesConfigured';
import { namesOfSource, sourceOfId } from '../../../server/src/engine/provenance/knownSourcesNames';
import { evidenceKinds, knownSources, knownSourcesAsOf } from '../../../server/src/engine/provenance/knownSourcesTable';

const named: [source: string, names: string[]][] = [
  ['nvidia/HelpSteer', ['nvidia/helpsteer']],
  ['https://huggingface.co/datasets/nvidia/HelpSteer', ['nvidia/helpsteer']],
  ['https://huggingface.co/datasets/nvidia/HelpSteer/', ['nvidia/helpsteer']],
  ['https://huggingface.co/datasets/nvidia/HelpSteer?row=3', ['nvidia/helpsteer']],
  ['http://www.huggingface.co/datasets/nvidia/HelpSteer/discussions', ['nvidia/helpsteer']],
  ['hf.co/datasets/nvidia/HelpSteer', ['nvidia/helpsteer']],
  ['hf://datasets/nvidia/HelpSteer@main/train.jsonl.gz', ['nvidia/helpsteer#train.jsonl.gz', 'nvidia/helpsteer']],
  ['hf://nvidia/HelpSteer', ['nvidia/helpsteer']],
  ['datasets/nvidia/HelpSteer', ['nvidia/helpsteer']],
  ['nvidia/HelpSteer@v1.0', ['nvidia/helpsteer']],
  ['allenai/tulu-3-sft-mixture#train', ['allenai/tulu-3-sft-mixture#train', 'allenai/tulu-3-sft-mixture']],
  ['org/name:part', ['org/name#part', 'org/name']],
  ['https://huggingface.co/datasets/org/name/viewer/part/train', ['org/name#part', 'org/name']],
  ['https://huggingface.co/datasets/org/name/tree/main/data/part', ['org/name#part', 'org/name']],
  ['https://modelscope.cn/datasets/org/name', ['org/name']],
  ['https://github.com/Org/Repo.git', ['github.com/org/repo']],
  ['git@github.com:Org/Repo.git', ['github.com/org/repo']],
  ['github.com/Org/Repo/blob/main/data.json', ['github.com/org/repo']],
  ['https://raw.githubusercontent.com/Org/Repo/main/data.json', ['github.com/org/repo']],
  ['https://www.ShareGPT.com/c/AbC', ['sharegpt.com/c/abc', 'sharegpt.com/c', 'sharegpt.com']],
  ['https://sharegpt.com', ['sharegpt.com']],
  ['HelpSteer', ['helpsteer']],
  ['Open_Orca', ['openorca']],
  ['open-orca.jsonl.gz', ['openorca']],
  ['alpaca_data.json', ['alpacadata']],
  ['books', ['books']],
  ['/home/someone/alpaca.json', []],
  ['C:\\data\\alpaca.json', []],
  ['', []],
  ['two\nlines', []],
  ['x'.repeat(301), []],
];

for (const [source, names] of named) {
  test(`${JSON.stringify(source.slice(0, 80))} may be known as ${names.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(namesOfSource(source), names);
  });
}

const found: [source: string, origin: string, quantifier: string][] = [
  ['nvidia/HelpSteer', 'mixed', 'every'],
  ['HelpSteer', 'mixed', 'every'],
  ['https://huggingface.co/datasets/NVIDIA/helpsteer', 'mixed', 'every'],
  ['tatsu-lab/alpaca@dce01c9', 'machine', 'every'],
  ['https://github.com/tatsu-lab/stanford_alpaca', 'machine', 'every'],
  ['alpaca', 'machine', 'every'],
  ['stanford_alpaca', 'machine', 'every'],
  ['HuggingFaceTB/cosmopedia', 'machine', 'every'],
  ['cosmopedia', 'machine', 'every'],
  ['allenai/tulu-3-sft-mixture', 'machine', 'some'],
  ['ai2-adapt-dev/personahub_math_v5_regen_149960', 'machine', 'every'],
  ['HuggingFaceTB/smollm-corpus', 'machine', 'some'],
  ['HuggingFaceTB/smollm-corpus/cosmopedia-v2', 'machine', 'every'],
  ['sharegpt.com', 'mixed', 'every'],
  ['https://chatgpt.com/share/1234', 'mixed', 'every'],
];

for (const [source, origin, quantifier] of found) {
  test(`the table knows ${source}`, () => {
    const claim = shippedSources(source);
    assert.deepEqual([claim?.origin, claim?.quantifier], [origin, quantifier]);
  });
}

test('what is only like a known name, or a part that people wrote, is not known', () => {
  const others = [
    'alpacas',
    'alpaca farming',
    'The alpaca is a camelid',
    'wiki/alpaca',
    'animals/alpaca.txt',
    'tatsu-lab/alpaca-notes',
    'someone/alpaca',
    'helpsteering',
    'books',
    'camel',
    'gorilla',
    'soda',
    'nectar',
    'orca',
    'capybara',
    'magpie',
    'dolphin',
    'selfinstruct',
    'vicuna',
    'koala',
    'raid',
    'oig',
    'web',
    'wikipedia',
    'common-crawl',
    'https://huggingface.co/nvidia/HelpSteer',
    'https://chatgpt.com/features',
    'https://example.org/datasets/tatsu-lab/alpaca',
    'HuggingFaceTB/smollm-corpus/fineweb-edu-dedup',
    'https://huggingface.co/datasets/HuggingFaceTB/smollm-corpus/viewer/python-edu',
    'HuggingFaceFW/fineweb-edu',
    'HuggingFaceH4/no_robots',
    'databricks/databricks-dolly-15k',
    'OpenAssistant/oasst1',
    'ai2-adapt-dev/no_robots_converted',
    '__proto__',
    'constructor',
    'toString',
  ];
  for (const source of others) assert.equal(shippedSources(source), undefined, source);
});

test('the name that the id of a record begins with', () => {
  assert.equal(sourceOfId('HelpSteer-4'), 'HelpSteer');
  assert.equal(sourceOfId('nvidia/HelpSteer/12'), 'nvidia/HelpSteer');
  assert.equal(sourceOfId('alpaca-7'), undefined);
  assert.equal(sourceOfId('HelpSteer'), undefined);
  assert.equal(sourceOfId('-'.repeat(1000)), undefined);
});

test('the table is dated, cited, supported, and free of repeated names', () => {
  const seen = new Map<string, string>();
  assert.match(knownSourcesAsOf, /^\d{4}-\d\d-\d\d$/);
  for (const { names, except, kind, generators, since, checked, citation, says } of knownSources) {
    const [first] = names;
    assert.ok(['machine', 'mixed', 'some'].includes(kind), first);
    assert.match(since, /^20\d\d-\d\d$/, first);
    assert.ok(since <= knownSourcesAsOf, first);
    assert.match(citation, /^https:\/\/[\w.-]+\/[\w./#-]*$/, first);
    if (citation.startsWith('https://huggingface.co/datasets/'))
      assert.match(citation, /^[^?]+\/[\w.-]+\/[\w.-]+(?:#source)?$/);
    assert.ok(checked.length > 0 && checked.every((word) => Object.hasOwn(evidenceKinds, word)), first);
    assert.match(says, /^[^\s].{15,}[^.\s]$/, first);
    for (const generator of generators) assert.match(generator, /^\S.*\S$/, first);
    for (const name of [...names, ...except]) {
      const [key] = namesOfSource(name);
      assert.ok(key, name);
      assert.equal(seen.get(key), undefined, `${name} stands twice`);
      seen.set(key, name);
      assert.equal(shippedSources(name)?.source, except.includes(name) ? undefined : first, name);
      // Three letters stand for too many things.
      assert.ok(key.includes('/') || key.length > 4, name);
    }
  }
  assert.ok(knownSources.length >= 120, String(knownSources.length));
});

const CONFIGURATION = `{
  "sources": {
    "nvidia/HelpSteer": { "digital_source_type": "noAssertion" },
    "Our Letters": { "digital_source_type": "human" },
    "lake-bot": { "digital_source_type": "synthetic", "generator": ["lake/one", "lake/two"], "url": "https://lake.example/bot" },
    "https://lake.example/generated/**": { "digital_source_type": "compositeSynthetic", "generator": "lake/one" },
    "lake/gen-*": { "digital_source_type": "composite" }
  }
}`;

function configured(text = CONFIGURATION) {
  const { configuration, problems } = parseConfiguration(text);
  assert.deepEqual(problems, []);
  return configuredSources(configuration.sources, text, 'dataset-hygiene.json');
}

test('a configuration declares sources by id, name, address and glob', () => {
  const sources = configured();
  const bot = sources('Lake Bot')!;
  assert.deepEqual([bot.origin, bot.quantifier, bot.citation], ['machine', 'every', 'https://lake.example/bot']);
  assert.deepEqual(bot.generators, ['lake/one', 'lake/two']);
  assert.equal(bot.place?.range.start.line, 4);
  assert.equal(sources('our_letters')?.origin, 'human');
  assert.equal(sources('https://huggingface.co/datasets/nvidia/HelpSteer')?.origin, 'unknown');
  assert.equal(sources('https://lake.example/generated/2024/1.html')?.origin, 'mixed');
  assert.equal(sources('https://lake.example/written/1.html'), undefined);
  assert.equal(sources('lake/gen-3@main')?.quantifier, 'some');
  assert.equal(sources('lake'), undefined);
});

test('the project is heard before what lies beside the data, and that before the table', () => {
  const claim = (source: string): SourceClaim => ({
    source,
    origin: 'human',
    quantifier: 'every',
    generators: [],
    evidence: 'its card says so',
  });
  const beside = (source: string) =>
    ['nvidia/HelpSteer', 'tatsu-lab/alpaca'].includes(source) ? claim(source) : undefined;
  const sources = declarationsOfSources(configured(), beside);
  assert.equal(sources('nvidia/HelpSteer')?.origin, 'unknown');
  assert.equal(sources('tatsu-lab/alpaca')?.origin, 'human');
  assert.equal(sources('HuggingFaceTB/cosmopedia')?.origin, 'machine');
  assert.equal(sources('nothing known'), undefined);
});

const wrong: [sources: string, message: RegExp][] = [
  ['[]', /object of dataset ids/],
  ['{"a": 1}', /object with "digital_source_type"/],
  ['{"a": {}}', /object with "digital_source_type"/],
  ['{"a": {"digital_source_type": "sideways"}}', /no digital source type/],
  ['{"a": {"digital_source_type": "human", "generator": 1}}', /generator is a string/],
  ['{"a": {"digital_source_type": "human", "url": 1}}', /address is a string/],
  ['{"a": {"digital_source_type": "human", "licence": "MIT"}}', /Unknown key "licence"/],
  [`{"${'a'.repeat(1001)}": {"digital_source_type": "human"}}`, /at most 1000 characters/],
];

for (const [sources, message] of wrong) {
  test(`a configuration with sources ${sources.slice(0, 60)} is told what is wrong`, () => {
    const { problems } = parseConfiguration(`{"sources": ${sources}}`);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, message);
  });
}

test('any text is looked up, in time that does not run away', () => {
  const sources = declarationsOfSources(configured());
  const pieces = fc.string({
    unit: fc.constantFrom('/', ':', '@', '#', '?', '.', '-', '4', 'a', 'hf', 'datasets', 'github.com', 'https://'),
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), pieces), (text) => {
      const names = namesOfSource(text);
      assert.ok(names.length <= 3 && names.every((name) => name === name.toLowerCase()));
      sources(text);
    }),
  );
  for (const hostile of [
    '/'.repeat(100_000),
    'a/'.repeat(140),
    'https://'.repeat(37),
    '-1'.repeat(140),
    `hf://${'@'.repeat(290)}`,
  ]) {
    const start = process.hrtime.bigint();
    sources(hostile);
    sourceOfId(hostile);
    assert.ok(process.hrtime.bigint() - start < 1_000_000_000n);
  }
});
