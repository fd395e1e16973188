/**
 * Codes of the Data & Trust Alliance's Data Provenance Standards 1.0.0 and of OASIS Data Provenance Metadata 1.0, which
 * followed it with fewer codes. Sources: oasis-tcs/dps, `contributions/dta/…/method.ts`, `intended-data-use.ts`,
 * `confidentiality-classification.ts` and `prov-meta-1.0/json/data-provenance.json`.
 */

/** A way of generating data: its code in OASIS 1.0, and what it says of who or what made the text. */
export interface Method {
  code: string;
  /** Digital source type; absent where the way leaves the author open. */
  origin?: string;
  /** Nothing is lost by writing `code` in place of the code that was read. */
  exact: boolean;
}

/** Families of methods: their code in 1.0.0 without its last part, and in OASIS 1.0 where that differs. */
const FAMILIES: readonly { family: string; code?: string; origin?: string }[] = [
  { family: 'web-scraping-crawling' },
  { family: 'feeds' },
  { family: 'syndication' },
  { family: 'data-mining' },
  { family: 'machine-generated-mlops', code: 'machine-generated-ml-ops', origin: 'trainedAlgorithmicMedia' },
  { family: 'sensor-and-iot-output', code: 'other' },
  { family: 'social-media' },
  { family: 'user-generated-content' },
  { family: 'primary-user-source', origin: 'digitalCreation' },
  { family: 'data-augmentation', origin: 'composite' },
  { family: 'transfer-learning' },
  { family: 'simulations', origin: 'algorithmicMedia' },
  { family: 'other' },
];

/** Methods of 1.0.0 that say something else than their family does; null: what they yield is no text of anyone. */
const EXCEPTIONS: ReadonlyMap<string, string | null> = new Map([
  ['machine-generated-mlops-twin', 'algorithmicMedia'],
  ['machine-generated-mlops-machine-2-machine', 'algorithmicMedia'],
  ['machine-generated-mlops-xr', 'algorithmicMedia'],
  ['primary-user-source-biometric', null],
]);

/** Last parts of a code that say nothing beyond the family. */
const WHOLE_FAMILY = ['-na', '-other'];

/** A generation method by its code in either standard; undefined for a code of neither. */
export function readMethod(said: string): Method | undefined {
  for (const { family, code = family, origin } of FAMILIES) {
    if (said !== code && said !== family && !said.startsWith(`${family}-`)) continue;
    const excepted = EXCEPTIONS.get(said);
    const meant = excepted === undefined ? origin : (excepted ?? undefined);
    const rest = said === code ? '' : said.slice(family.length);
    const exact = code !== 'other' || family === 'other' ? rest === '' || WHOLE_FAMILY.includes(rest) : said === code;
    return { code, ...(meant && { origin: meant }), exact };
  }
  return undefined;
}

/** Codes for the intended purpose in 1.0.0: the code in OASIS 1.0, and whether nothing is lost by writing that. */
export const PURPOSES: ReadonlyMap<string, { code: string; exact: boolean }> = new Map([
  ['non-ai-staging', { code: 'staging-testing', exact: true }],
  ['non-ai-production', { code: 'production', exact: true }],
  ['non-ai-quality', { code: 'quality-assurance', exact: true }],
  ['non-ai-other', { code: 'other', exact: false }],
  ['ai-pre-training', { code: 'pre-training', exact: true }],
  ['ai-alignment', { code: 'alignment', exact: true }],
  ['ai-evaluation', { code: 'evaluation', exact: true }],
  ['ai-synthetic', { code: 'synthetic-data-generation', exact: true }],
  ['ai-other', { code: 'other', exact: false }],
]);

/** Codes of confidentiality that OASIS 1.0 dropped, and what is nearest there. */
export const CLASSIFICATIONS: ReadonlyMap<string, { code: string; exact: boolean }> = new Map([
  ['pii', { code: 'pi', exact: false }],
]);
