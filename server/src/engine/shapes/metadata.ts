import type { Shape } from './shape';

const CARD_KEYS = [
  'annotations_creators',
  'language_creators',
  'task_categories',
  'task_ids',
  'size_categories',
  'source_datasets',
  'multilinguality',
  'dataset_info',
  'configs',
  'pretty_name',
  'paperswithcode_id',
  'extra_gated_prompt',
];
const MODEL_CARD_KEYS = ['library_name', 'pipeline_tag', 'base_model', 'model-index', 'model_name', 'inference'];

/** What a dataset description has in common: it is about data and holds none. */
function metadata(shape: Pick<Shape, 'id' | 'title' | 'signatures' | 'source' | 'formats'>): Shape {
  return { ...shape, role: 'metadata', text: [], provenance: [], placement: 'none' };
}

/** Documents about data, by keys that hardly occur elsewhere. */
export const metadataShapes: readonly Shape[] = [
  metadata({
    id: 'croissant',
    title: 'Croissant',
    signatures: [
      { has: ['@context'], matches: { conformsTo: /mlcommons\.org\/croissant/ } },
      { has: ['@context'], matches: { 'dct:conformsTo': /mlcommons\.org\/croissant/ } },
      { has: ['@context'], matches: { 'conformsTo[]': /mlcommons\.org\/croissant/ } },
      { has: ['@context.recordSet', '@type'] },
      { has: ['@context', '@type', 'recordSet'] },
      { has: ['@context', '@type', 'ml:recordSet'] },
      { has: ['@context', '@type', 'cr:recordSet'] },
    ],
    source: 'Croissant format specification 1.1 (MLCommons)',
  }),
  metadata({
    id: 'ro-crate',
    title: 'RO-Crate',
    signatures: [
      { has: ['@graph'], matches: { '@graph[].@id': /(^|\/)ro-crate-metadata\.json/ } },
      { has: ['@graph'], matches: { '@context': /w3id\.org\/ro\/crate/ } },
      { has: ['@graph'], matches: { '@context[]': /w3id\.org\/ro\/crate/ } },
    ],
    source: 'RO-Crate specification 1.2',
  }),
  metadata({
    id: 'spdx',
    title: 'SPDX',
    signatures: [
      { matches: { '@context': /spdx\.(org|github\.io)/ } },
      { matches: { '@context[]': /spdx\.(org|github\.io)/ } },
      { has: ['spdxVersion', 'SPDXID'] },
      { has: ['@graph[].spdxId'] },
    ],
    source: 'SPDX 3.0 specification',
  }),
  metadata({
    id: 'cyclonedx',
    title: 'CycloneDX',
    signatures: [{ is: { bomFormat: ['CycloneDX'] } }],
    source: 'CycloneDX 1.7 specification',
  }),
  metadata({
    id: 'datapackage',
    title: 'Frictionless Data Package',
    signatures: [
      { has: ['resources'], hasAny: [['resources[].path', 'resources[].data', 'resources[].url', 'resources[].name']] },
    ],
    source: 'Data Package Standard v2',
  }),
  metadata({
    id: 'dpi-summary',
    title: 'Data Provenance Initiative summary',
    signatures: [
      { members: { has: ['Unique Dataset Identifier', 'Licenses'] } },
      { has: ['Unique Dataset Identifier', 'Licenses'] },
    ],
    source: 'Data Provenance Collection: data_summaries/_template_spec.yaml',
  }),
  metadata({
    id: 'dps',
    title: 'Data Provenance Standards (OASIS, D&TA)',
    signatures: [{ has: ['provenance.generation-method'] }, { has: ['source', 'provenance', 'use.intended-purpose'] }],
    source: 'OASIS Data Provenance Metadata 1.0',
  }),
  metadata({
    id: 'hf-dataset-infos',
    title: 'Hugging Face dataset_infos.json',
    signatures: [
      { members: { has: ['features', 'splits'] } },
      { has: ['features', 'splits'], hasAny: [['builder_name', 'dataset_name', 'download_size', 'dataset_size']] },
    ],
    source: 'huggingface/datasets: DatasetInfo',
  }),
  metadata({
    id: 'schema-org-dataset',
    title: 'schema.org Dataset',
    signatures: [
      { has: ['@context'], matches: { '@type': /(^|[:/])Dataset$/ } },
      { has: ['@context'], matches: { '@type[]': /(^|[:/])Dataset$/ } },
      { has: ['@context'], matches: { '@graph[].@type': /(^|[:/])Dataset$/ } },
      { has: ['@context'], matches: { '@graph[].@type[]': /(^|[:/])Dataset$/ } },
    ],
    source: 'schema.org: Dataset',
  }),
  metadata({
    id: 'json-ld',
    title: 'JSON-LD document',
    signatures: [{ has: ['@context', '@type'] }, { has: ['@context', '@graph'] }],
    source: 'JSON-LD 1.1 (W3C)',
  }),
  metadata({
    id: 'hf-dataset-card',
    title: 'Hugging Face dataset card',
    formats: ['text'],
    signatures: [
      { hasAny: [CARD_KEYS], lacks: MODEL_CARD_KEYS },
      // A card with few keys: a licence and a tag, and nothing of what a blog post or a page has.
      {
        has: ['license'],
        hasAny: [['language', 'tags', 'viewer', 'license_name', 'arxiv']],
        lacks: [...MODEL_CARD_KEYS, 'title', 'layout', 'date', 'author', 'datasets', 'metrics'],
      },
    ],
    source: 'huggingface/hub-docs: datasetcard.md',
  }),
  metadata({
    id: 'hf-model-card',
    title: 'Hugging Face model card',
    formats: ['text'],
    signatures: [
      { hasAny: [MODEL_CARD_KEYS], lacks: ['layout', 'date', 'author'] },
      { has: ['license', 'datasets'], lacks: ['layout', 'date', 'author'] },
      { has: ['license', 'metrics'], lacks: ['layout', 'date', 'author'] },
    ],
    source: 'huggingface/hub-docs: modelcard.md',
  }),
];
