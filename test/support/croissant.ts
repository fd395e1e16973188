import { openDocument } from './documents';

export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  prov: 'http://www.w3.org/ns/prov#',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  recordSet: 'cr:recordSet',
  field: 'cr:field',
  column: 'cr:column',
  extract: 'cr:extract',
  source: 'cr:source',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  includes: 'cr:includes',
  containedIn: 'cr:containedIn',
  transform: 'cr:transform',
  jsonPath: 'cr:jsonPath',
};

/** What the specification requires of every dataset. */
export const REQUIRED = {
  '@type': 'sc:Dataset',
  conformsTo: 'http://mlcommons.org/croissant/1.1',
  name: 'ferries',
  description: 'Departures of ferries.',
  license: 'https://spdx.org/licenses/MIT.html',
  url: 'https://example.org/ferries',
  creator: { '@type': 'sc:Organization', name: 'Harbour office' },
  datePublished: '2024-05-01',
};

/** A Croissant description with these members, pretty-printed. */
export function croissantText(members: Record<string, unknown>, context: unknown = CONTEXT): string {
  return `${JSON.stringify({ '@context': context, ...REQUIRED, ...members }, null, 2)}\n`;
}

export const openCroissant = (members: Record<string, unknown>, context?: unknown) =>
  openDocument('croissant.json', croissantText(members, context));

/** A data file, and a record set read from it with these columns. */
export function tableOf(columns: readonly string[], more: Record<string, Record<string, unknown>> = {}) {
  return {
    distribution: [
      { '@type': 'cr:FileObject', '@id': 'file', contentUrl: 'data.jsonl', encodingFormat: 'application/jsonlines' },
    ],
    recordSet: [
      {
        '@type': 'cr:RecordSet',
        '@id': 'rows',
        field: columns.map((column) => ({
          '@type': 'cr:Field',
          '@id': `rows/${column}`,
          source: { fileObject: { '@id': 'file' }, extract: { column } },
          ...more[column],
        })),
      },
    ],
  };
}
