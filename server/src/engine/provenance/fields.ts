/** Keys of the provenance object of a record. */
export type ProvenanceField =
  | 'digital_source_type'
  | 'annotations_creator'
  | 'generator'
  | 'source'
  | 'license'
  | 'created'
  | 'added'
  | 'derived_from'
  | 'generation_depth';

/** What the interface and the schema say about one key. */
export interface FieldInfo {
  field: ProvenanceField;
  /** Short label, sentence case. */
  title: string;
  /** Type of a value that is not `null`; every field may be `null`. */
  type: 'string' | 'string[]' | 'integer';
  /** What to write, in one or two sentences. */
  description: string;
  /** Published vocabularies the field comes from. */
  standard: string;
  /** Other key names that mean this field in records of no known shape, lower case with '_'. */
  synonyms: readonly string[];
}

/**
 * Provenance keys in canonical order: the order in which they are written.
 *
 * `parent_id` is no synonym of `derived_from`: in conversation trees such as OpenAssistant's it names the previous turn.
 * `label` is no synonym of `digital_source_type` either: most often it is the class to predict, so only its values could
 * tell, and a key name alone cannot.
 */
export const provenanceFields: readonly FieldInfo[] = [
  {
    field: 'digital_source_type',
    title: 'Origin of the text',
    type: 'string',
    description: 'Who or what made the text: an IPTC digital source type, trainedAlgorithmicData, or noAssertion.',
    standard: 'schema.org digitalSourceType; IPTC Digital Source Type; C2PA; SPDX noAssertion',
    synonyms: ['digitalsourcetype', 'synthetic', 'is_synthetic', 'ai_generated', 'is_generated'],
  },
  {
    field: 'annotations_creator',
    title: 'Origin of the labels',
    type: 'string',
    description: 'Who or what made the labels, which may differ from who wrote the text.',
    standard: 'Hugging Face annotations_creators',
    synonyms: ['annotations_creators'],
  },
  {
    field: 'generator',
    title: 'Generating model',
    type: 'string',
    description: 'Model that generated the text, as org/model with an optional @revision; null when there is none.',
    standard: 'W3C PROV wasAttributedTo a SoftwareAgent',
    synonyms: ['model', 'model_name', 'model_id', 'generation_model', 'engine', 'teacher'],
  },
  {
    field: 'source',
    title: 'Source',
    type: 'string',
    description: 'Dataset id or URL from which the text was obtained.',
    standard: 'Dolma source; W3C PROV hadPrimarySource; Dublin Core source',
    synonyms: [
      'src',
      'dataset',
      'dataset_source',
      'origin_dataset',
      'subset',
      'collection',
      'pile_set_name',
      'seed_data',
      'source_domain',
      'dump',
      'url',
      'uri',
      'source_url',
      'link',
    ],
  },
  {
    field: 'license',
    title: 'Licence',
    type: 'string',
    description: 'SPDX licence expression, or LicenseRef-… for terms that SPDX does not list.',
    standard: 'SPDX license expression; Croissant license',
    synonyms: ['licence', 'rights'],
  },
  {
    field: 'created',
    title: 'Created',
    type: 'string',
    description: 'When the text was written or generated, as an RFC 3339 date or date-time.',
    standard: 'Dolma created; W3C PROV generatedAtTime',
    synonyms: ['created_at', 'created_date', 'timestamp', 'date'],
  },
  {
    field: 'added',
    title: 'Added',
    type: 'string',
    description: 'When the text was collected into the dataset, as an RFC 3339 date or date-time.',
    standard: 'Dolma added; DataCite date type Collected',
    synonyms: ['collected_at', 'crawl_date', 'retrieved'],
  },
  {
    field: 'derived_from',
    title: 'Derived from',
    type: 'string[]',
    description: 'Ids or URIs of the records this one was made from.',
    standard: 'W3C PROV wasDerivedFrom',
    synonyms: ['parent', 'seed_id', 'original_id'],
  },
  {
    field: 'generation_depth',
    title: 'Generation depth',
    type: 'integer',
    description:
      'Model generation steps on the longest path back to text that is not generated, 0 or more; null when an ancestor is unknown.',
    standard: 'Dataset Hygiene; no published standard defines it',
    synonyms: [],
  },
];

const byKey = new Map<string, ProvenanceField>(
  provenanceFields.flatMap(({ field, synonyms }) => [field, ...synonyms].map((name) => [name, field] as const)),
);

const LONGEST_KEY = Math.max(...[...byKey.keys()].map((name) => name.length));

/**
 * Field that a key of a record means, by its canonical name or a synonym. Case is ignored, '-' counts as '_'.
 * A key name is weak evidence where a record has a known shape: there, the shape's own mapping comes first.
 */
export function fieldForKey(key: string): ProvenanceField | undefined {
  if (key.length > LONGEST_KEY) return undefined;
  return byKey.get(key) ?? byKey.get(key.toLowerCase().replaceAll('-', '_'));
}
