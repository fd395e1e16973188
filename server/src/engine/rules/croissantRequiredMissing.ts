import type { CroissantDocument } from '../provenance/declarations/croissantDocument';
import { insertOrFill, type Json } from '../provenance/declarations/croissantEdits';
import { PLACEHOLDER } from '../provenance/declarations/placeholder';
import { choice, croissantExample, croissantOf, datasetSpan, inWords, PUBLISHED } from './document';
import { recordRule } from './rule';

/** A value to be filled in, in the words of the document's context. */
type Stub = (write: (name: string) => string) => Json;

/** What every Croissant dataset must say of itself, and what is written for it to be filled in. */
const REQUIRED: readonly (readonly [property: string, stub: string | Stub])[] = [
  ['dct:conformsTo', 'http://mlcommons.org/croissant/1.1'],
  ['sc:name', PLACEHOLDER],
  ['sc:description', PLACEHOLDER],
  ['sc:license', PLACEHOLDER],
  ['sc:url', PLACEHOLDER],
  ['sc:creator', (write) => ({ '@type': write('sc:Organization'), [write('sc:name')]: PLACEHOLDER })],
  ['sc:datePublished', PLACEHOLDER],
];

export const croissantRequiredMissing = recordRule<readonly string[]>({
  id: 'croissant-required-missing',
  title: 'Croissant description lacks what its specification requires',
  severity: 'warning',
  documents: ['croissant'],
  what: 'A Croissant description, 1.0 or later, without one of conformsTo, name, description, license, url, creator and datePublished, or with an empty one.',
  why: 'Both versions of the specification require them of every dataset; the reference validator passes over most of them in silence. Without creator and date nobody can ask where the data are from, or tell what they could hold.',
  fix: 'Inserts what is missing, to be filled in.',
  falsePositives:
    'Descriptions that platforms generate often have no creator or date of publication: true, and not in your hands. Version 0.8 is not checked.',
  examples: {
    file: 'croissant.json',
    invalid: croissantExample(),
    valid: croissantExample(PUBLISHED),
  },
  references: ['Croissant format specification 1.0 and 1.1, dataset-level information: required'],
  check: (subject) => {
    const { document } = croissantOf(subject);
    if (isBeforeVersions(document)) return [];
    const missing = missingOf(document).map(([property]) => property.slice(property.indexOf(':') + 1));
    return missing.length > 0 ? [{ ...datasetSpan(document), data: missing }] : [];
  },
  message: (missing) => `Croissant requires ${inWords(missing)} of every dataset.`,
  fixes: ({ data }, subject) => {
    const { text, document } = croissantOf(subject);
    const write = (name: string) => document.context.write(name);
    const stubs = missingOf(document).map(([property, stub]): [string, Json] => [
      property,
      typeof stub === 'string' ? stub : stub(write),
    ]);
    const edits = insertOrFill(text, document.dataset, stubs);
    return [choice(`Insert ${inWords(data)}, to be filled in`, edits)];
  },
});

function missingOf(document: CroissantDocument) {
  return REQUIRED.filter(([property]) => !document.says(document.dataset, property, property.replace('dct:', 'sc:')));
}

/** Croissant 0.8 had other namespaces and required less. */
function isBeforeVersions(document: CroissantDocument): boolean {
  return document.version === undefined && (document.context.declares('ml') || !document.context.declares('cr'));
}
