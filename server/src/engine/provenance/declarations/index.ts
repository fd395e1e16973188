import { extensionOf } from '../../records/format';
import { parseText } from '../../records/frontMatter';
import { parseJson } from '../../records/jsonParser';
import { defaultLimits } from '../../records/limits';
import { RecordLines } from '../../records/lines';
import type { RawRecord } from '../../records/record';
import { member, type ObjectValue, type Value } from '../../records/value';
import { fits, RecordView } from '../../shapes/match';
import { metadataShapes } from '../../shapes/metadata';
import { readCard } from './card';
import { readCroissant } from './croissant';
import { readCycloneDx } from './cyclonedx';
import { readDatapackage } from './datapackage';
import { readDpi } from './dpi';
import { readDps } from './dps';
import { MAX_DECLARATION_BYTES } from './names';
import type { Declaration, DeclarationKind, DeclarationReading } from './reading';
import { readSpdx } from './spdx3';

type Reader = (root: ObjectValue) => DeclarationReading;

/** Readers by the id of the shape of their documents. */
const READERS: ReadonlyMap<string, [DeclarationKind, Reader]> = new Map(
  Object.entries({
    croissant: readCroissant,
    datapackage: readDatapackage,
    dps: readDps,
    'dpi-summary': readDpi,
    spdx: readSpdx,
    cyclonedx: readCycloneDx,
    'hf-dataset-card': readCard,
  } satisfies Partial<Record<DeclarationKind, Reader>>).map(([kind, reader]) => [
    kind,
    [kind as DeclarationKind, reader],
  ]),
);

const CARDS = ['md', 'markdown'];

/**
 * Reads a document that declares provenance; what it is, its keys tell.
 *
 * @param name file name, for its extension: Markdown is read as a dataset card, anything else as one JSON document
 * @param text whole text, without byte order mark
 * @param besideData there is data beside it: a README that states nothing but a licence then states it of the data
 * @returns undefined for a document of another kind, and for one that cannot be read, is too large or nests too deep:
 *   those are the matter of the rules about reading (`record-unparseable` and its like) when the document is checked
 */
export function readDeclaration(name: string, text: string, besideData = false): Declaration | undefined {
  if (text.length > MAX_DECLARATION_BYTES) return undefined;
  const raw: RawRecord = { row: 0, start: { line: 0, column: 0 }, byteOffset: 0, bytes: NO_BYTES, source: text };
  const isText = CARDS.includes(extensionOf(name));
  const { root } = isText ? parseText(raw, defaultLimits) : parseJson(text, defaultLimits.depth);
  if (root?.type !== 'object') return undefined;
  const lone = besideData && isText && member(root, 'license') ? 'hf-dataset-card' : '';
  const [kind, read] = READERS.get(shapeOf(root, isText) ?? lone) ?? [];
  if (!kind || !read) return undefined;
  const lines = new RecordLines(raw);
  return { kind, reading: read(root), rangeOf: ({ start, end }) => ({ start: lines.at(start), end: lines.at(end) }) };
}

const NO_BYTES = new Uint8Array();

/** The kind of a document about data; several kinds share keys, and the first in the order of the catalogue counts. */
function shapeOf(root: Value, isText: boolean): string | undefined {
  const view = new RecordView(root);
  return metadataShapes.find(
    ({ formats, signatures }) =>
      (formats?.includes('text') ?? false) === isText && signatures.some((signature) => fits(view, signature)),
  )?.id;
}
