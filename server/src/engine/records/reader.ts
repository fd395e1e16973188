import { CsvSplitter, parseCsvRow } from './csv';
import type { CsvDialect } from './csvDialect';
import type { Format } from './format';
import { parseText, TextSplitter } from './frontMatter';
import { JsonSplitter, parseJsonRecord } from './json';
import { JsonlSplitter } from './jsonl';
import { defaultLimits, type Limits } from './limits';
import type { DatasetRecord, RawRecord } from './record';
import { fileStart, type Splitter, type StartPoint } from './splitter';

/** What reading a record needs to know of its file; computed once, from the head of the file. */
export interface ReadingFacts {
  format: Format;
  /** Present for CSV. */
  dialect?: CsvDialect;
}

/** The splitter of a format, from the start of the file or from any record in it. */
export function splitterFor(
  facts: ReadingFacts,
  start: StartPoint = fileStart(),
  limits: Limits = defaultLimits,
): Splitter {
  const { format, dialect } = facts;
  switch (format.kind) {
    case 'jsonl':
      return new JsonlSplitter(limits, start);
    case 'json':
      return new JsonSplitter(format.wrapper, limits, start);
    case 'csv':
      return new CsvSplitter(dialect!, limits, start);
    case 'text':
      return new TextSplitter(limits, start);
    default:
      return { push: () => [], end: () => [] };
  }
}

/** Reads one record of a file with these facts. Never throws: what is wrong is in the record's faults. */
export function readRecord(raw: RawRecord, facts: ReadingFacts, limits: Limits = defaultLimits): DatasetRecord {
  switch (facts.format.kind) {
    case 'csv':
      return parseCsvRow(raw, facts.dialect!);
    case 'text':
      return parseText(raw, limits);
    default:
      return parseJsonRecord(raw, limits);
  }
}
