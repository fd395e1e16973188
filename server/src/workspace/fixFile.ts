import { accessSync, closeSync, constants, openSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type CheckSummary, checkDataset, type DatasetFile } from '../engine/check';
import type { FileContext, FileInputs } from '../engine/context';
import type { Finding } from '../engine/finding';
import { applyEdits, safeEdits } from '../engine/fix';
import type { Edit } from '../engine/provenance/write';
import { recordHash } from '../engine/records/hash';
import { RecordLines } from '../engine/records/lines';
import type { Position } from '../engine/records/position';
import type { DatasetRecord } from '../engine/records/record';
import { dataFile } from './dataFile';
import type { Project } from './project';
import { RawRecords } from './rawRecords';
import { fileState, Rewrite } from './rewrite';

/** How a file is to be fixed. */
export interface FixOptions {
  /** Only these rules; all when absent. */
  rules?: ReadonlySet<string>;
  /** Say what would change, and change nothing. */
  dryRun?: boolean;
  /** A person named the file. */
  named?: boolean;
  /** Called for each record as the file is gone through. */
  onRecord?: (record: DatasetRecord) => void;
}

/** One piece of a record that is replaced. */
export interface FixedPiece extends Position {
  row: number;
  before: string;
  after: string;
}

/** A record with a safe fix that is left as it is. */
export interface RefusedRecord extends Position {
  row: number;
  why: string;
}

/** What was fixed, or would be. */
export interface FixResult {
  /** Records changed. */
  changed: number;
  edits: FixedPiece[];
  refused: RefusedRecord[];
}

/**
 * Applies the safe fixes of a file: record by record, every other byte copied as it stands. The new version is checked
 * before it takes the place of the file; what was fixed must be gone from it.
 *
 * Findings that the baseline accepts are fixed like others: accepting says that nobody has to do it by hand.
 *
 * @throws Error when the file cannot be read or written, or changes meanwhile; it is then as it was
 */
export async function fixFile(path: string, project: Project, options: FixOptions = {}): Promise<FixResult> {
  // A link stays a link: what it leads to is rewritten.
  const real = realpathSync(path);
  const name = relative(project.rootOf(path), path).split(sep).join('/');
  const { baseline: _, ...inputs } = project.inputsFor(path);
  const state = fileState(real);
  const context = await contextOfFindings(dataFile(real, name), inputs, options);
  if (!context) return { changed: 0, edits: [], refused: [] };
  if (!options.dryRun) accessSync(real, constants.W_OK);
  const { rewrite, result, fixed, summary } = await writeFixed(real, name, context, options);
  if (!rewrite) return result;
  try {
    const after = dataFile(rewrite.temporary, name);
    if (!(await holds(after, inputs, options, fixed, summary))) {
      throw new Error('the fixes did not hold when they were checked; the file is left as it was');
    }
    if (fileState(real) !== state) throw new Error('it changed while it was being fixed; it is left as it is now');
    rewrite.commit();
  } finally {
    rewrite.discard();
  }
  return result;
}

/** Writes the new version beside the file, if anything changes; the file is closed again when this returns. */
async function writeFixed(path: string, name: string, context: FileContext, options: FixOptions) {
  const source = openSync(path, 'r');
  const fixer = new Fixer(path, source, context, options);
  try {
    const summary = await fixer.run(dataFile(path, name));
    const { rewrite, result, fixed } = fixer;
    rewrite?.finish();
    return { rewrite, result, fixed, summary };
  } catch (error) {
    fixer.rewrite?.discard();
    throw error;
  } finally {
    closeSync(source);
  }
}

/** The context of a file in which the rules asked for find something; undefined where they do not. */
async function contextOfFindings(
  file: DatasetFile,
  inputs: FileInputs,
  { rules, named }: FixOptions,
): Promise<FileContext | undefined> {
  let any = false;
  // The context is known before the first record is: with the first finding there is no need to go on.
  const beginning: DatasetFile = {
    name: file.name,
    async *bytes() {
      for await (const chunk of file.bytes()) {
        yield chunk;
        if (any) return;
      }
    },
  };
  const report = ({ rule, row }: Finding) => {
    any ||= row !== null && (rules?.has(rule) ?? true);
  };
  const { context } = await checkDataset(beginning, inputs, report, { named: named ?? false });
  return any ? context : undefined;
}

/** Whether a file has the records it had before, without the findings that were fixed. */
async function holds(
  file: DatasetFile,
  inputs: FileInputs,
  { named }: FixOptions,
  fixed: ReadonlyMap<string, number>,
  before: CheckSummary,
): Promise<boolean> {
  const left = new Map(fixed);
  let held = true;
  const report = ({ rule, row }: Finding) => {
    const place = placeOf(rule, row);
    const allowed = left.get(place);
    if (allowed === undefined) return;
    if (allowed === 0) held = false;
    else left.set(place, allowed - 1);
  };
  const after = await checkDataset(file, inputs, report, { named: named ?? false });
  return held && after.records === before.records && after.unreadable === before.unreadable;
}

const placeOf = (rule: string, row: number | null) => `${row} ${rule}`;

/** Goes through a file, fixes its records and writes the new version. */
class Fixer {
  readonly result: FixResult = { changed: 0, edits: [], refused: [] };
  /** How many findings may be left after the fix, by row and rule. */
  readonly fixed = new Map<string, number>();
  rewrite: Rewrite | undefined;
  private readonly raw: RawRecords;
  private findings: Finding[] = [];

  constructor(
    private readonly path: string,
    private readonly source: number,
    private readonly context: FileContext,
    private readonly options: FixOptions,
  ) {
    this.raw = new RawRecords(source, context.facts.encoding);
  }

  run(file: DatasetFile): Promise<CheckSummary> {
    const { rules, named, onRecord } = this.options;
    return checkDataset(
      file,
      this.context.inputs,
      (finding) => {
        if (finding.row !== null && (rules?.has(finding.rule) ?? true)) this.findings.push(finding);
      },
      {
        named: named ?? false,
        onRecord: (record) => {
          this.fix(record);
          onRecord?.(record);
        },
      },
    );
  }

  private fix(record: DatasetRecord): void {
    const { findings } = this;
    if (findings.length === 0) return;
    this.findings = [];
    const edits = safeEdits(findings, record, this.context);
    if (edits.length === 0) return;
    const obstacle = this.obstacle(record);
    const span = obstacle ? undefined : this.raw.find(record);
    const bytes = span && this.raw.encode(applyEdits(record.source, edits));
    if (!span || !bytes) {
      const why = obstacle ?? 'its bytes would not stay the same when written anew';
      this.result.refused.push({ ...record.start, row: record.row, why });
      return;
    }
    if (!this.options.dryRun) {
      this.rewrite ??= new Rewrite(this.path, this.source);
      this.rewrite.replace(span, bytes);
    }
    this.note(record, edits, findings);
  }

  /** Why a record must not be rewritten. */
  private obstacle(record: DatasetRecord): string | undefined {
    const [fault] = record.faults;
    if (fault?.rule === 'invalid-encoding') return `it holds bytes that are not valid: ${fault.what}`;
    if (fault) return `it cannot be read in full: ${fault.what}`;
    const { sidecar } = this.context.inputs;
    if (sidecar?.find(record.row, () => recordHash(record))) {
      return `${sidecar.file} is about its bytes as they are, and would no longer hold`;
    }
    return undefined;
  }

  private note(record: DatasetRecord, edits: readonly Edit[], findings: readonly Finding[]): void {
    this.result.changed++;
    const lines = new RecordLines(record);
    for (const { start, end, newText } of edits) {
      const before = ownCopy(record.source.slice(start, end));
      this.result.edits.push({ ...lines.at(start), row: record.row, before, after: ownCopy(newText) });
    }
    if (this.options.dryRun) return;
    for (const finding of findings) {
      const own = findings.length === 1 ? edits : safeEdits([finding], record, this.context);
      // Where two fixes would touch the same text only one was made; the other is no promise.
      const made = own.length > 0 && own.every((edit) => edits.some((other) => isSame(edit, other)));
      const key = placeOf(finding.rule, record.row);
      const left = this.fixed.get(key) ?? findings.filter(({ rule }) => rule === finding.rule).length;
      if (made) this.fixed.set(key, left - 1);
    }
  }
}

/** A string that does not keep the text of the whole record in memory, as a slice of it does. */
const ownCopy = (text: string) => Buffer.from(text).toString();

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
