import type { CardText } from '../provenance/declarations/cardEdits';
import { CroissantDocument } from '../provenance/declarations/croissantDocument';
import type { CroissantText } from '../provenance/declarations/croissantEdits';
import type { Edit } from '../provenance/write';
import type { Span } from '../records/position';
import type { ObjectValue } from '../records/value';
import type { Fix, Subject } from './rule';

/** A document that is no object holds nothing. */
const NOTHING: ObjectValue = { type: 'object', start: 0, end: 0, members: [] };

/** The document that a rule about documents is asked to look at. */
export function textOf({ record }: Subject): { source: string; root: ObjectValue } {
  return { source: record.source, root: record.root?.type === 'object' ? record.root : NOTHING };
}

export const cardOf: (subject: Subject) => CardText = textOf;

export function croissantOf(subject: Subject): { text: CroissantText; document: CroissantDocument } {
  const text = textOf(subject);
  return { text, document: CroissantDocument.of(text.root) };
}

/** Where a problem of the dataset as a whole is shown: at its type. */
export function datasetSpan(document: CroissantDocument): Span {
  const { dataset } = document;
  const [type] = document.members(dataset, '@type');
  return type ? { start: type.keyStart, end: type.value.end } : { start: dataset.start, end: dataset.start + 1 };
}

export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** A fix by edits that a person has to choose. */
export function choice(title: string, edits: Edit[]): Fix {
  return { title, safety: 'unsafe', change: { kind: 'edits', edits } };
}

/** A fix by edits that changes form only. */
export function formOnly(title: string, edits: Edit[]): Fix {
  return { title, safety: 'safe', preferred: true, change: { kind: 'edits', edits } };
}

/** A short Croissant description for the examples of rules: what the specification requires, then these members. */
export function croissantExample(...members: string[]): string {
  const required = [
    '"@context": {"@vocab": "https://schema.org/", "dct": "http://purl.org/dc/terms/",\n    "prov": "http://www.w3.org/ns/prov#", "rai": "http://mlcommons.org/croissant/RAI/"}',
    '"@type": "Dataset",\n  "dct:conformsTo": "http://mlcommons.org/croissant/1.1"',
    '"name": "ferries", "description": "Departures of ferries.", "url": "https://example.org"',
    '"license": "MIT"',
  ];
  return `{\n  ${[...required, ...members].join(',\n  ')}\n}\n`;
}

/** What is required besides, so that an example is about one thing. */
export const PUBLISHED = '"creator": {"name": "Harbour"}, "datePublished": "2024-05-01"';
