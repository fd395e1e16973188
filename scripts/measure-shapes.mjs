// Compares the shapes detected in the sample corpora with what their manifest calls them:
// node scripts/measure-shapes.mjs [manifest shape …]   (a shape to list its files one by one)
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = join(process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared'), 'samples');

const DOCUMENT = ['document'];
const POINTER = ['pointer'];
const BINARY = ['unsupported'];

/** Ids that mean the convention the manifest names. A shape that is not listed here is no record convention. */
const CONVENTIONS = {
  'Alpaca JSON array (instruction/input/output)': ['alpaca'],
  'Alpaca tiny example': ['alpaca'],
  'Alpaca-CoT / chatml / preference demo JSONL': ['alpaca', 'openai-chat', 'preference'],
  'Anthropic model-written evals JSONL': ['model-written-evals'],
  'Azure eval/finetune JSONL': ['rag-evaluation', 'openai-chat'],
  'BBH {canary, examples:[]}': ['big-bench'],
  'Banking77 CSV': ['text-label'],
  'Common Pile single doc JSON': ['dolma'],
  'Croissant 0.8': ['croissant'],
  'Croissant 1.0': ['croissant'],
  'Croissant 1.1': ['croissant'],
  'Croissant invalid/other': ['croissant'],
  'CrowS-Pairs CSV': ['crows-pairs'],
  'CycloneDX data/ML-BOM': ['cyclonedx'],
  'DPI data summary': ['dpi-summary'],
  'DPO/KTO preference': ['preference', 'kto'],
  'DPO/KTO preference & multi-turn (Firefly)': ['preference', 'kto', 'ms-swift-conversation'],
  'DPS spec/example': ['dps', ...DOCUMENT, ...BINARY],
  'Dolma documents JSONL': ['dolma'],
  DVC: [...POINTER, ...BINARY],
  'FairytaleQA CSV': ['fairytaleqa'],
  'Frictionless datapackage (tests)': ['datapackage', ...BINARY],
  'Frictionless datapackage.json': ['datapackage'],
  'Git LFS pointer': POINTER,
  'HF dataset card': ['hf-dataset-card'],
  'HF dataset_infos.json': ['hf-dataset-infos'],
  'HumanEval JSONL': ['humaneval', 'cruxeval'],
  'LLM responses JSONL (nested API object)': ['response-log', 'chat-completion'],
  'Label Studio export': ['label-studio', 'label-studio-min'],
  'MMLU headerless CSV': ['mmlu-csv', 'multiple-choice'],
  'MOSS conversation JSON': ['moss'],
  'MT-bench question/answer JSONL': ['mt-bench-question', 'mt-bench-answer', 'mt-bench-judgment'],
  'Magpie / UltraFeedback-like multi-response': ['magpie', 'ultrafeedback'],
  'Markdown TOML front matter': DOCUMENT,
  'Markdown YAML front matter': DOCUMENT,
  'NeMo audio manifest JSONL': ['nemo-audio-manifest'],
  'OpenAI chat messages': ['openai-chat', 'chat-messages', 'messages-source', 'multimodal-chat', 'rlvr'],
  'OpenAssistant JSON (sampling report / seed)': ['oasst-sampling-report', 'prompt-response'],
  'OpenAssistant export JSONL': ['oasst-message', 'oasst-tree'],
  Parquet: BINARY,
  'Parquet (text)': BINARY,
  'Parquet/Arrow': BINARY,
  'Plain Markdown': DOCUMENT,
  'Prodigy / spaCy JSONL': ['prodigy', 'text-meta'],
  'PubMedQA JSON map by PMID': ['pubmedqa'],
  'QuALITY-like MCQ JSONL': ['quality'],
  'RO-Crate JSON-LD': ['ro-crate'],
  'RedPajama/Pile text+meta JSONL': ['redpajama-v1', 'pile', 'text-meta', 'text-only'],
  'SPDX 3 dataset/AI': ['spdx'],
  'SQuAD JSON': ['squad', 'squad-flat'],
  'ShareGPT conversations from/value': ['sharegpt'],
  'T0/P3 template JSONL': ['flan', 'openai-prompt-completion'],
  'TruthfulQA CSV': ['truthfulqa'],
  'TyDiQA JSONL (nested byte offsets)': ['tydiqa', 'tydiqa-predictions'],
  'UltraFeedback-like annotation mix (batch API)': ['ultrafeedback', 'openai-batch-input', 'text-only'],
  'alpaca_eval outputs JSON array': ['alpaca-eval-outputs', 'alpaca-eval-annotations', 'alpaca'],
  'dialogue JSON nested': ['dialogue'],
  'doccano export/import': ['doccano', 'text-label'],
  'eval JSONL (WizardLM testset / MBPP+)': ['prompts', 'mbpp', 'humaneval'],
  'garak JSONL': ['garak', 'garak-calibration'],
  'intent/slot JSON with spans': ['intent-slots'],
  'issue-tracker JSONL (non-dataset / empty)': ['issue-tracker', 'empty'],
  'jsonl.gz': BINARY,
  'csv compressed': BINARY,
  'mlx lora {"text"} JSONL': ['text-only'],
  'model predictions JSONL': ['model-predictions'],
  'ms-swift RL JSONL': ['ms-swift-rl'],
  'multimodal chat messages JSON': ['multimodal-chat'],
  'plain text': DOCUMENT,
  'preference / chat tiny JSON': ['preference', 'paired-responses', 'sharegpt', 'openai-chat', 'chat-messages'],
  'promptflow eval JSONL (question/ground_truth)': ['rag-evaluation', 'question-answer'],
  'prompt/length eval JSONL': ['prompts'],
  'ragas annotation JSON': ['rag-evaluation'],
  'role-play seeds JSONL': ['prompts'],
  'schema.org Dataset JSON-LD': ['schema-org-dataset'],
  'self-instruct seed tasks JSONL': ['self-instruct-seed'],
  'text+meta JSONL': ['text-meta', 'redpajama-v1', 'pile', 'text-images'],
  'text2sql JSONL': ['text-to-sql'],
};

/** Files that are not what the manifest calls their group, and what they are instead. */
const EXCEPTIONS = {
  // Not of the convention of their group, by their keys.
  'json_datasets/Taskmaster__apis.json': ['generic'],
  'jsonl_train_eval/Firefly__dummy_pretrain.jsonl': ['text-only'],
  'jsonl_train_eval/LLaMA-Factory__v1_dpo_demo.jsonl': ['preference'],
  'jsonl_train_eval/MedicalGPT__sample.jsonl': ['question-answer'],
  'jsonl_train_eval/dolma__f1.jsonl': ['text-only'],
  'jsonl_train_eval/garak__slurprompts_mini.jsonl': ['generic'],
  'jsonl_train_eval/label-studio-converter__label_config_repeater.json': ['generic'],
  'jsonl_train_eval/open-instruct__acecode_sample.jsonl': ['code-contests'],
  'jsonl_train_eval/open-instruct__if_constraint_fewshots_handwritten.json': ['generic'],
  'jsonl_train_eval/open-instruct__test.jsonl': ['openai-batch-input'],
  'jsonl_train_eval/promptflow__data.jsonl': ['text-only'],
  'metadata/dps__product_hardware.json': ['json-schema'],
  'metadata/science-on-schema.org__R2R.json': ['json-ld'],
  'metadata/spdx-examples__README.md': DOCUMENT,
  'metadata/spdx-examples__data.csv': ['generic'],
  'metadata/vega-datasets__datapackage.md': DOCUMENT,
  // No record to go by: an empty file, and two that are no JSON.
  'jsonl_train_eval/doccano__example.jsonl': ['empty'],
  'jsonl_train_eval/doccano__segmentation_example.jsonl': ['empty'],
  'jsonl_train_eval/promptflow__chat-basic_data.jsonl': ['empty'],
};

/** Shapes that claim nothing about a convention; right wherever the manifest names none. */
const NO_CLAIM = new Set(['generic', 'document', 'bare-strings', 'empty', 'unsupported', 'pointer']);

const outfile = join(root, 'out/measure-shapes.mjs');
await build({
  entryPoints: [join(root, 'server/src/engine/facts.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
});
const { computeFacts, HEAD_BYTES } = await import(pathToFileURL(outfile).href);

const [header, ...lines] = readFileSync(join(samples, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n');
const columns = header.split('\t');
const files = lines.map((line) => {
  const cells = line.split('\t');
  return { path: cells[columns.indexOf('path')], named: cells[columns.indexOf('shape')] };
});

const table = new Map();
const totals = { right: 0, convention: 0, exceptions: 0, quiet: 0, claimed: 0 };
let slowest = { ms: 0 };
for (const { path, named } of files) {
  const file = join(samples, path);
  const { size } = statSync(file);
  const head = readFileSync(file).subarray(0, HEAD_BYTES);
  const began = performance.now();
  const { shape, match } = computeFacts(path, head, size <= HEAD_BYTES);
  const ms = performance.now() - began;
  if (ms > slowest.ms) slowest = { ms, path };
  const accepted = EXCEPTIONS[path] ?? CONVENTIONS[named];
  const verdict = accepted
    ? accepted.includes(shape.id)
      ? 'right'
      : 'WRONG'
    : NO_CLAIM.has(shape.id)
      ? 'not a convention'
      : 'not a convention, claimed';
  if (verdict === 'right') totals.right++;
  if (verdict === 'right' && !CONVENTIONS[named]?.includes(shape.id)) totals.exceptions++;
  if (accepted) totals.convention++;
  else if (NO_CLAIM.has(shape.id)) totals.quiet++;
  else totals.claimed++;
  const row = table.get(named) ?? new Map();
  table.set(named, row);
  const cell = `${shape.id}  ${verdict}`;
  row.set(cell, [...(row.get(cell) ?? []), { path, match }]);
}

const wanted = process.argv.slice(2);
for (const [named, row] of [...table].sort(([a], [b]) => a.localeCompare(b))) {
  if (wanted.length > 0 && !wanted.includes(named)) continue;
  console.log(named);
  for (const [cell, found] of row) {
    console.log(`  ${String(found.length).padStart(3)}  ${cell}`);
    if (wanted.length === 0 && !cell.endsWith('WRONG') && !cell.endsWith('claimed')) continue;
    for (const { path, match } of found)
      console.log(`         ${path}: ${match.evidence}; text ${match.shape.text.slice(0, 4).join(' ')}`);
  }
}
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
console.log(`\nFiles of a named convention recognised: ${share(totals.right, totals.convention)}`);
console.log(`  of which by exception, the file not being what its group is called: ${totals.exceptions}`);
console.log(`Files of no convention left unclaimed: ${share(totals.quiet, totals.quiet + totals.claimed)}`);
console.log(`Slowest: ${slowest.ms.toFixed(0)} ms for ${slowest.path}`);
