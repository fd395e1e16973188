import type { CroissantDocument } from '../provenance/declarations/croissantDocument';
import { declarePrefix, insertOrFill, type Json } from '../provenance/declarations/croissantEdits';
import { PLACEHOLDER } from '../provenance/declarations/placeholder';
import { MINIMAL_RAI } from '../provenance/declarations/raiTerms';
import { choice, croissantExample, croissantOf, datasetSpan, inWords, PUBLISHED } from './document';
import { recordRule } from './rule';

const SYNTHETIC = 'rai:hasSyntheticData';

const STUBS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['prov:wasDerivedFrom', { '@type': 'prov:Entity', 'prov:label': PLACEHOLDER }],
  ['prov:wasGeneratedBy', { '@type': 'prov:Activity', 'prov:label': PLACEHOLDER }],
]);

export const croissantRaiMinimalMissing = recordRule<readonly string[]>({
  id: 'croissant-rai-minimal-missing',
  title: 'Croissant description lacks the minimal responsible-AI fields',
  severity: 'warning',
  documents: ['croissant'],
  offByDefault: true,
  what: 'A Croissant description without one of the eight properties that NeurIPS 2026 requires of datasets: five of Croissant RAI on limits, biases, personal data, uses and impact, `rai:hasSyntheticData`, `prov:wasDerivedFrom` and `prov:wasGeneratedBy`.',
  why: 'Submissions without them are flagged in review. Off unless the configuration gives it a severity, since nobody else requires them.',
  fix: 'Inserts what is missing, to be filled in. Whether there are synthetic data is not guessed: there is a fix for each answer.',
  falsePositives: 'None for a submission. `rai:hasSyntheticData` is not yet in the published vocabulary.',
  examples: {
    file: 'croissant.json',
    invalid: croissantExample(PUBLISHED),
    valid: croissantExample(
      PUBLISHED,
      '"rai:dataLimitations": "One harbour."',
      '"rai:dataBiases": "Summer only."',
      '"rai:personalSensitiveInformation": "None."',
      '"rai:dataUseCases": "Reading timetables."',
      '"rai:dataSocialImpact": "None known."',
      '"rai:hasSyntheticData": false',
      '"prov:wasDerivedFrom": "https://example.org/timetable"',
      '"prov:wasGeneratedBy": {"@type": "prov:Activity", "prov:label": "Transcription"}',
    ),
  },
  references: [
    'NeurIPS 2026 Evaluations and Datasets track, hosting guidelines: minimal RAI',
    'Croissant RAI specification 1.0',
  ],
  check: (subject) => {
    const { document } = croissantOf(subject);
    const missing = missingOf(document);
    return missing.length > 0 ? [{ ...datasetSpan(document), data: missing }] : [];
  },
  message: (missing) => `The minimal responsible-AI fields lack ${inWords(missing)}.`,
  fixes: (_, subject) => {
    const { text, document } = croissantOf(subject);
    const missing = missingOf(document);
    const used = ['rai', 'prov'].filter((prefix) => missing.some((property) => property.startsWith(`${prefix}:`)));
    const prefixes = used.filter((prefix) => !document.context.remote && !document.context.declares(prefix));
    const insert = (synthetic: boolean) => [
      ...prefixes.flatMap((prefix) => declarePrefix(text, prefix)),
      ...insertOrFill(
        text,
        document.dataset,
        missing.map((name) => [name, name === SYNTHETIC ? synthetic : (STUBS.get(name) ?? PLACEHOLDER)]),
      ),
    ];
    if (!missing.includes(SYNTHETIC)) return [choice('Insert the missing fields, to be filled in', insert(false))];
    return [
      choice('Insert the missing fields, with synthetic data', insert(true)),
      choice('Insert the missing fields, without synthetic data', insert(false)),
    ];
  },
});

function missingOf(document: CroissantDocument): string[] {
  // Older contexts put the properties of RAI into the namespace of Croissant itself.
  return MINIMAL_RAI.filter(
    (name) => !document.says(document.dataset, name) && !document.says(document.dataset, name.replace(/^rai:/, 'cr:')),
  );
}
