import type { FileContext } from '../../context';
import { firstKey, type Path, select } from '../../records/path';
import { member, type Value } from '../../records/value';
import type { Subject } from '../../rules/rule';
import type { ProvenanceField } from '../fields';
import { Facts } from './facts';
import { isEvidence, recordFacts } from './recordFacts';

/** All that is known of the datasets of a folder: what every declaration is written from. */
export interface DatasetSummary {
  /** In the order of their paths. */
  files: readonly FileSummary[];
  total: Facts;
  /** What documents other than the configuration say of records that do not say it themselves. */
  claims: readonly InheritedClaim[];
}

/** One data file. */
export interface FileSummary {
  /** From the described folder, with forward slashes. */
  path: string;
  bytes: number;
  /** In hexadecimal digits, lower case. */
  sha256: string;
  /** Kind of format, as `jsonl`; the shape's JSON wrapper for `json`. */
  format: FileContext['facts']['format'];
  /** Why its records could not be read; it is a file of the dataset all the same. */
  unread?: string;
  facts: Facts;
  /** Columns of its records that hold provenance, by field. */
  columns: readonly Column[];
  /** Columns that hold text. */
  texts: readonly Column[];
}

/** Where a value stands in each record: a column, and a way on from there. */
export interface Column {
  field?: ProvenanceField;
  path: Path;
  /** First key, or the name of the column of a table. */
  column: string;
  /** Keys below it. */
  keys: readonly string[];
  /** The column holds a list, and the keys lead on from each of its items. */
  isList: boolean;
}

/** Something a document says of records that are silent about it. */
export interface InheritedClaim {
  field: ProvenanceField;
  value: string;
  /** File and line, as `README.md:4`. */
  place: string;
  records: number;
}

/** Distinct values kept for each file; those of the whole dataset are more. */
const VALUES_OF_FILE = 200;
/** Claims kept: a dataset has few documents. */
const MAX_CLAIMS = 100;

/** Gathers a summary, file by file. */
export class Summariser {
  private readonly files: FileSummary[] = [];
  private readonly total = new Facts();
  private readonly claims = new Map<string, InheritedClaim>();

  /** Starts a file; what is returned takes its records. */
  file(context: Pick<FileContext, 'facts' | 'inputs'>): FileSummariser {
    return new FileSummariser(context, this.total, this.claims);
  }

  add(file: FileSummary): void {
    this.files.push(file);
  }

  summary(): DatasetSummary {
    const byPath = (a: FileSummary, b: FileSummary) => (a.path < b.path ? -1 : 1);
    return { files: this.files.sort(byPath), total: this.total, claims: [...this.claims.values()] };
  }
}

/** Gathers the facts of one file, and adds them to those of the dataset. */
export class FileSummariser {
  readonly facts = new Facts(VALUES_OF_FILE);
  private readonly columns = new Map<string, Column>();
  private readonly texts = new Map<Path, Column>();

  constructor(
    private readonly context: Pick<FileContext, 'facts' | 'inputs'>,
    private readonly total: Facts,
    private readonly claims: Map<string, InheritedClaim>,
  ) {}

  unreadable(): void {
    this.facts.unreadable++;
    this.total.unreadable++;
  }

  /** @param subject a record that could be read */
  add(subject: Subject): void {
    const record = recordFacts(subject, this.context);
    this.facts.add(record);
    this.total.add(record);
    this.noteColumns(subject);
    this.noteClaims(subject);
  }

  get provenanceColumns(): readonly Column[] {
    return [...this.columns.values()];
  }

  get textColumns(): readonly Column[] {
    return [...this.texts.values()];
  }

  /** The columns whose values are taken as they stand; one that a table translates, or that only implies, is none. */
  private noteColumns({ own, record, texts }: Subject): void {
    const { root } = record;
    if (root?.type !== 'object') return;
    const { provenance } = this.context.facts.shape;
    for (const { field, own: place } of own) {
      if (!place || place.by === 'implied') continue;
      const key = `${field} ${place.path}`;
      if (this.columns.has(key)) continue;
      if (provenance.some(({ path, values }) => path === place.path && values)) continue;
      const column = columnOf(root, place.path);
      if (column) this.columns.set(key, { field, ...column });
    }
    for (const { path } of texts) {
      if (this.texts.has(path)) continue;
      const column = columnOf(root, path);
      if (column) this.texts.set(path, column);
    }
  }

  private noteClaims({ provenance }: Subject): void {
    if (provenance.all.every(isEvidence)) return;
    for (const field of provenance.fields) {
      const chain = provenance.chain(field);
      if (chain.some(isEvidence)) continue;
      const { value, place } = chain[0]!;
      if (!place) continue;
      const claim = { field, value: String(value), place: `${place.file}:${place.range.start.line + 1}`, records: 1 };
      const key = `${field} ${claim.place}`;
      const known = this.claims.get(key);
      if (known) known.records++;
      else if (this.claims.size < MAX_CLAIMS) this.claims.set(key, claim);
    }
  }
}

/** The column of a path; undefined where it leads through a list in a list, or a list that is not the column itself. */
function columnOf(root: Value, path: Path): Omit<Column, 'field'> | undefined {
  if (root.type === 'object' && member(root, path)) return { path, column: path, keys: [], isList: false };
  const column = firstKey(path);
  if (column === undefined || select(root, path).length === 0) return undefined;
  const rest = path.slice(column.length);
  const isList = rest.startsWith('[]');
  const keys = rest
    .slice(isList ? 2 : 0)
    .split('.')
    .filter((key) => key !== '');
  return keys.some((key) => key.includes('[]')) ? undefined : { path, column, keys, isList };
}

/** Whether the facts are those of every record there is: a universal statement must hold for all of them. */
export function isComplete({ files, total }: DatasetSummary): boolean {
  return total.records > 0 && total.unreadable === 0 && files.every(({ unread }) => unread === undefined);
}

/** Whether every record of a file was read. */
export function isCompleteFile({ facts, unread }: FileSummary): boolean {
  return unread === undefined && facts.records > 0 && facts.unreadable === 0;
}
