import { accessSync, closeSync, constants, openSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { checkDataset, type DatasetFile } from '../engine/check';
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

export interface FixOptions {
  /** Only these rules; all when absent. */
  rules?: ReadonlySet<string>;
  /** Say what would change, and change nothing. */
  dryRun?: boolean;
  /** A person named the file. */
  named?: boolean;
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
 * Findings that the baseline accepts are fixed like others: they are accepted so that nobody has to fix them by hand.
 *
 * @throws Error when the file cannot be read or written, or changes meanwhile; it is then as it was
 */
export async function fixFile(path: string, project: Project, options: FixOptions = {}): Promise<FixResult> {
  // A link stays a link: what it leads to is rewritten.
  const real = realpathSync(path);
  const name = relative(project.rootOf(path), path).split(sep).join('/');
  const { baseline: _, ...inputs } = project.inputsFor(path);
  const state = fileState(real);
  const before = await survey(dataFile(real, name), inputs, options);
  if (!before.any) return { changed: 0, edits: [], refused: [] };
  if (!options.dryRun) accessSync(real, constants.W_OK);
  const source = openSync(real, 'r');
  const fixer = new Fixer(real, source, before.context, options);
  try {
    await fixer.run(dataFile(real, name));
    if (fixer.rewrite) {
      fixer.rewrite.finish();
      const after = await survey(dataFile(fixer.rewrite.temporary, name), inputs, options, fixer.fixed);
      if (after.remaining > 0 || after.records !== before.records || after.unreadable !== before.unreadable) {
        throw new Error('the fixes did not hold when they were checked; the file is left as it was');
      }
      if (fileState(real) !== state) throw new Error('it changed while it was being fixed; it is left as it is now');
      fixer.rewrite.commit();
    }
    return fixer.result;
  } finally {
    fixer.rewrite?.discard();
    closeSync(source);
  }
}

interface Survey {
  context: FileContext;
  records: number;
  unreadable: number;
  /** There is a finding of the rules asked for. */
  any: boolean;
  /** Findings over what may be left of them. */
  remaining: number;
}

/** @param fixed how many findings may be left, by row and rule, where some were fixed */
async function survey(
  file: DatasetFile,
  inputs: FileInputs,
  { rules, named }: FixOptions,
  fixed: ReadonlyMap<string, number> = new Map(),
): Promise<Survey> {
  let any = false;
  const counts = new Map<string, number>();
  const { context, records, unreadable } = await checkDataset(
    file,
    inputs,
    ({ rule, row }) => {
      any ||= row !== null && (rules?.has(rule) ?? true);
      const key = placeOf(rule, row);
      if (fixed.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    { named: named ?? false },
  );
  let remaining = 0;
  for (const [key, count] of counts) remaining += Math.max(0, count - fixed.get(key)!);
  return { context, records, unreadable, any, remaining };
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

  async run(file: DatasetFile): Promise<void> {
    const { rules, named } = this.options;
    await checkDataset(
      file,
      this.context.inputs,
      (finding) => {
        if (finding.row !== null && (rules?.has(finding.rule) ?? true)) this.findings.push(finding);
      },
      { named: named ?? false, onRecord: (record) => this.fix(record) },
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
      const before = record.source.slice(start, end);
      this.result.edits.push({ ...lines.at(start), row: record.row, before, after: newText });
    }
    for (const finding of findings) {
      const own = safeEdits([finding], record, this.context);
      // Where two fixes would touch the same text only one was made; the other is no promise.
      const made = own.length > 0 && own.every((edit) => edits.some((other) => isSame(edit, other)));
      const key = placeOf(finding.rule, record.row);
      const left = this.fixed.get(key) ?? findings.filter(({ rule }) => rule === finding.rule).length;
      if (made) this.fixed.set(key, left - 1);
    }
  }
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
