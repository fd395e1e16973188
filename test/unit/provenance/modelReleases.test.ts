import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readIsoDate } from '../../../server/src/engine/provenance/isoDate';
import { releaseOf } from '../../../server/src/engine/provenance/modelReleases';
import { tokensOf } from '../../../server/src/engine/provenance/modelReleasesNames';
import {
  modelReleases,
  modelReleasesAsOf,
  releaseEvidence,
} from '../../../server/src/engine/provenance/modelReleasesTable';

/** Names as datasets have them, and the first day of their release. */
const known: [generator: string, date: string][] = [
  ['gpt-4', '2023-03-14'],
  ['GPT-4', '2023-03-14'],
  ['GPT4', '2023-03-14'],
  ['OpenAI GPT-4', '2023-03-14'],
  ['openai/gpt-4@2023-06', '2023-03-14'],
  ['gpt-4-0613', '2023-06-13'],
  ['gpt-4-32k-0314', '2023-03-14'],
  ['gpt-4-0125-preview', '2024-01-25'],
  ['gpt-4-1106-preview', '2023-11-06'],
  ['gpt-4-turbo-2024-04-09', '2024-04-09'],
  ['gpt-4o-2024-08-06', '2024-08-06'],
  ['gpt-4o-mini', '2024-07-18'],
  ['OpenAI GPT-3.5-Turbo', '2023-03-01'],
  ['gpt-3.5-turbo-0301', '2023-03-01'],
  ['gpt-3.5-turbo-16k-0613', '2023-06-13'],
  ['gpt-35-turbo', '2023-03-01'],
  ['text-davinci-003', '2022-11-28'],
  ['text-davinci-002', '2022-01-27'],
  ['davinci', '2020-05-28'],
  ['gpt2-xl', '2019-02-14'],
  ['o1-preview', '2024-09-12'],
  ['o3-mini-high', '2025-01-31'],
  ['openai/gpt-oss-120b', '2025-08-05'],
  ['claude-3-opus-20240229', '2024-03-04'],
  ['anthropic/claude-3.5-sonnet', '2024-06-20'],
  ['anthropic/claude-3-5-sonnet-20241022', '2024-10-22'],
  ['claude-3-opus@20240229', '2024-03-04'],
  ['us.anthropic.claude-3-haiku-20240307-v1:0', '2024-03-13'],
  ['claude-sonnet-4-5-20250929', '2025-09-29'],
  ['claude-opus-4-20250514', '2025-05-22'],
  ['claude-instant-1.2', '2023-08-09'],
  ['Claude 2.1', '2023-11-21'],
  ['gemini-1.5-pro-preview-0409', '2024-04-09'],
  ['models/gemini-1.5-flash-8b', '2024-08-27'],
  ['google/gemma-2-9b-it', '2024-06-27'],
  ['google/gemma-2b-it', '2024-02-21'],
  ['google/text-bison@001', '2023-05-10'],
  ['meta-llama/Llama-3.1-8B-Instruct', '2024-07-23'],
  ['meta-llama/Meta-Llama-3-70B-Instruct', '2024-04-18'],
  ['meta.llama3-1-70b-instruct-v1:0', '2024-07-23'],
  ['meta-llama/Llama-2-7b-chat-hf', '2023-07-18'],
  ['llama3.1:8b-instruct-q4_0', '2024-07-23'],
  ['TheBloke/Llama-2-13B-chat-GGUF', '2023-07-18'],
  ['https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct/tree/main', '2024-12-06'],
  ['mistralai/Mixtral-8x7B-Instruct-v0.1', '2023-12-08'],
  ['mistralai/Mixtral-8x7B-Instruct-v0.1@1e637f2', '2023-12-08'],
  ['mistralai/Mistral-7B-Instruct-v0.2', '2023-12-11'],
  ['mistral-large-2407', '2024-07'],
  ['mistralai/Mistral-Small-24B-Instruct-2501', '2025-01'],
  ['Qwen/Qwen2.5-72B-Instruct', '2024-09-19'],
  ['Qwen/Qwen2.5-Coder-32B-Instruct', '2024-09-19'],
  ['Qwen/Qwen3-235B-A22B-Instruct-2507', '2025-07'],
  ['Qwen/QwQ-32B-Preview', '2024-11-28'],
  ['Qwen/QwQ-32B', '2025-03-06'],
  ['deepseek-ai/DeepSeek-R1', '2025-01-20'],
  ['deepseek-ai/DeepSeek-R1-0528', '2025-05-28'],
  ['deepseek-ai/DeepSeek-R1-Distill-Qwen-32B', '2025-01-20'],
  ['deepseek-v3-0324', '2025-03-24'],
  ['microsoft/phi-2', '2023-12-12'],
  ['microsoft/Phi-3-mini-4k-instruct', '2024-04-23'],
  ['HuggingFaceH4/zephyr-7b-beta', '2023-10-10'],
  ['HuggingFaceTB/SmolLM2-1.7B-Instruct', '2024-10-31'],
  ['CohereForAI/c4ai-command-r-plus', '2024-04-04'],
  ['command-r-08-2024', '2024-08'],
  ['tiiuae/falcon-180B-chat', '2023-09-06'],
  ['EleutherAI/gpt-j-6b', '2021-06-04'],
  ['EleutherAI/gpt-neox-20b', '2022-02-02'],
  ['bigscience/bloom', '2022-06-28'],
  ['nvidia/Nemotron-4-340B-Instruct', '2024-06'],
  ['nvidia/Llama-3_3-Nemotron-Super-49B-v1_5', '2025-07-25'],
  ['nvidia/nemotron-3-8b-base-4k', '2023-11-15'],
  ['allenai/OLMo-2-1124-7B-Instruct', '2024-11-26'],
  ['allenai/Llama-3.1-Tulu-3-8B', '2024-11-21'],
  ['xai/grok-2-1212', '2024-12-12'],
  ['moonshotai/Kimi-K2-Instruct-0905', '2025-09-05'],
  ['zai-org/GLM-4.5-Air', '2025-07-28'],
  ['01-ai/Yi-34B-Chat', '2023-11-02'],
  ['databricks/dbrx-instruct', '2024-03-27'],
  ['lmsys/vicuna-13b-v1.5', '2023-03-30'],
];

for (const [generator, date] of known) {
  test(`${generator} is of ${date}`, () => {
    const release = releaseOf(generator);
    assert.equal(release?.date, date);
    assert.equal(release?.earliest, readIsoDate(date)!.earliest);
  });
}

test('an unknown version is as old as its family at most', () => {
  assert.equal(releaseOf('llama-9-8b')?.date, '2023-02-24');
});

test('what is only named after a model, or is of no known version, matches none', () => {
  const others = [
    'my-gpt-4-filter',
    'gpt-4-filter',
    'gpt4all-lora-quantized-medic',
    'not-gpt-4',
    'gpt-4.7',
    'gpt',
    'acme/Llama-3-Medical-8B',
    'chip20b',
    'human',
    'unrecorded',
    'template',
    'Google Translate',
    'command-line tool',
    'nova',
    'phi',
    'falcon',
    'orca-whale',
    'opt-out',
    'gpt-4 and claude-3',
    'org/model',
    '',
    '@',
    '/',
    '4',
    '__proto__',
    'constructor',
  ];
  for (const name of others) assert.equal(releaseOf(name), undefined, name);
});

test('the table is dated, cited, and free of repeated names', () => {
  const seen = new Map<string, string>();
  const asOf = readIsoDate(modelReleasesAsOf)!.latest;
  for (const { names, date, citation, checked, vendor } of modelReleases) {
    assert.match(date, /^\d{4}-\d\d(?:-\d\d)?$/, names[0]);
    assert.ok(readIsoDate(date)!.earliest <= asOf, names[0]);
    assert.match(citation, /^https:\/\/[\w.-]+\/[\w./-]*$/, names[0]);
    assert.ok(vendor.length > 2, names[0]);
    for (const letter of checked) assert.ok(Object.hasOwn(releaseEvidence, letter), `${names[0]}: ${letter}`);
    for (const name of names) {
      assert.match(name, /^[a-z][a-z0-9.-]*$/);
      const key = tokensOf(name).join(' ');
      assert.equal(seen.get(key), undefined, `${name} stands twice`);
      seen.set(key, name);
      assert.equal(releaseOf(name)?.date, date, name);
    }
  }
  assert.ok(seen.size >= 250, String(seen.size));
});

test('a longer name is no older than the family it begins with, but where a preview came first', () => {
  const dates = new Map(
    modelReleases.flatMap(({ names, date }) => names.map((name) => [tokensOf(name).join(' '), date] as const)),
  );
  const older: string[] = [];
  for (const [name, date] of dates) {
    const words = name.split(' ');
    for (let length = 1; length < words.length; length++) {
      const family = dates.get(words.slice(0, length).join(' '));
      if (family && date < family) older.push(name);
    }
  }
  assert.deepEqual(older, ['o 3 mini', 'qwq 32b preview', 'deepseek r 1 lite', 'deepseek v 3.2 exp']);
});

test('any text is read, in time that does not run away', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'gpt-4o_./@:0123 llama') })), (text) => {
      const release = releaseOf(text);
      assert.ok(release === undefined || Number.isFinite(release.earliest));
    }),
  );
  for (const hostile of ['gpt-4'.repeat(10_000), '-'.repeat(100_000), '4-4'.repeat(60), `${'a.'.repeat(90)}`]) {
    const start = process.hrtime.bigint();
    releaseOf(hostile);
    assert.ok(process.hrtime.bigint() - start < 1_000_000_000n);
  }
});
