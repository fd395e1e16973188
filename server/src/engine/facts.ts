import { carriedKeys } from './provenance/assertion';
import type { ColumnMapping } from './provenance/declarations/reading';
import type { ProvenanceField } from './provenance/fields';
import { canonicalKeys } from './provenance/write';
import { splitCells } from './records/csv';
import { type CsvDialect, looksLikeHeader, sniffDelimiter } from './records/csvDialect';
import { decodeUtf8 } from './records/decode';
import { detectEncoding, type EncodingFact, Utf8Stream } from './records/encoding';
import { detectFormat, extensionOf, type Format } from './records/format';
import { readRecord, splitterFor } from './records/reader';
import type { DatasetRecord } from './records/record';
import { fileStart } from './records/splitter';
import { detectShape, type ShapeMatch } from './shapes/detect';
import type { Shape } from './shapes/shape';
import { findArtefacts } from './synthetic/matchArtefacts';
import { textsOf } from './texts';

/** What is true of a whole file; computed once from its head and passed to everything that looks at its records. */
export interface FileFacts {
  encoding: EncodingFact;
  format: Format;
  dialect?: CsvDialect;
  shape: Shape;
  match: ShapeMatch;
  /** Some sampled record could be read. */
  readable: boolean;
  /** Keys of the canonical provenance object as the file has them; the full set where it has none. */
  provenanceKeys: readonly ProvenanceField[];
  /** Most sampled records carry chat template tokens: they are the file's notation, not leftovers. */
  templated: boolean;
}

/** Bytes of a file's start that its facts are computed from. */
export const HEAD_BYTES = 1024 * 1024;
const SAMPLE_RECORDS = 200;

/**
 * @param name file name, for its extension
 * @param head the first bytes of the file, `HEAD_BYTES` of them or more where a record is longer
 * @param whole whether that is all of it
 */
export function computeFacts(name: string, head: Uint8Array, whole: boolean): FileFacts {
  const encoding = detectEncoding(head);
  const stream = new Utf8Stream(encoding);
  const bytes = Buffer.concat([stream.push(head), stream.end()]);
  const text = decodeUtf8(bytes).source;
  const format = detectFormat(name, text, whole);
  const dialect = format.kind === 'csv' ? sniffDialect(name, text) : undefined;
  const reading = { format, ...(dialect && { dialect }) };
  const sample = sampleRecords(bytes, reading, whole);
  const match = detectShape(sample, format);
  const { shape } = match;
  const readable = sample.slice(0, 50).flatMap(({ root }) => (root ? [textsOf(root, shape.text)] : []));
  const marked = readable.filter((texts) =>
    texts.some(({ text }) => findArtefacts(text.slice(0, 4096)).some(isTemplateToken)),
  );
  return {
    encoding,
    ...reading,
    shape,
    match,
    readable: sample.some(({ root }) => root !== undefined),
    provenanceKeys: keySet(sample, shape),
    templated: marked.length > readable.length / 2,
  };
}

/** The facts of a file whose columns are also declared elsewhere: what is declared counts before what the shape knows. */
export function withColumns(facts: FileFacts, mappings: readonly ColumnMapping[]): FileFacts {
  if (mappings.length === 0) return facts;
  const provenance = [...mappings.map(({ path, field }) => ({ path, field })), ...facts.shape.provenance];
  const first = provenance.filter(({ path }, index) => provenance.findIndex((other) => other.path === path) === index);
  return { ...facts, shape: { ...facts.shape, provenance: first } };
}

const isTemplateToken = ({ pattern }: { pattern: { kind: string } }) => pattern.kind === 'chat-template';

function sampleRecords(
  bytes: Uint8Array,
  reading: { format: Format; dialect?: CsvDialect },
  whole: boolean,
): DatasetRecord[] {
  const splitter = splitterFor(reading, fileStart());
  const raw = splitter.push(bytes);
  // The record that the end of the head cuts is no sample, unless it is all there is.
  if (whole || raw.length === 0) raw.push(...splitter.end());
  return raw.slice(0, SAMPLE_RECORDS).map((record) => readRecord(record, reading));
}

function sniffDialect(name: string, text: string): CsvDialect {
  const extension = extensionOf(name);
  const delimiter = sniffDelimiter(text.slice(0, 65536), extension === 'csv' ? ',' : '\t');
  const rows = sampleRecords(
    Buffer.from(text.slice(0, 65536)),
    { format: { kind: 'csv' }, dialect: { delimiter, header: null } },
    true,
  )
    .slice(0, 20)
    .map(({ source }) => splitCells(source, delimiter, []).map((cell) => cell.text));
  const [first, ...others] = rows;
  return { delimiter, header: first && looksLikeHeader(first, others) ? first : null };
}

/** The canonical keys in use, in the file's order; a file with none gets them all. */
function keySet(sample: readonly DatasetRecord[], shape: Shape): readonly ProvenanceField[] {
  const keys = new Set<ProvenanceField>();
  for (const { root } of sample) {
    if (root) for (const key of carriedKeys(root, shape)) if (!key.native) keys.add(key.field);
  }
  return keys.size > 0 ? [...keys] : canonicalKeys;
}
