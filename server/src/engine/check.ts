import type { FileContext, FileInputs } from './context';
import { type CrossRecord, CrossRecordPass } from './crossRecord';
import { computeFacts, type FileFacts, HEAD_BYTES, withColumns } from './facts';
import type { Finding, LocatedRelated, Range } from './finding';
import { CONTAINERS, carriedKeys, recordAssertions } from './provenance/assertion';
import { declaresProvenance } from './provenance/effective';
import { provenanceFields } from './provenance/fields';
import { Utf8Stream } from './records/encoding';
import { baselineKey, fileBaselineKey } from './records/hash';
import { defaultLimits } from './records/limits';
import { RecordLines } from './records/lines';
import { readRecord, splitterFor } from './records/reader';
import type { DatasetRecord, RawRecord } from './records/record';
import { fileStart } from './records/splitter';
import { fileRules, recordRules } from './rules';
import type { FileProblem, FileRule, Problem, RecordRule, Rule, Severity, Subject } from './rules/rule';
import { subjectOf } from './subject';

/** A file to check: its bytes are asked for a few times, from the start. */
export interface DatasetFile {
  /** Path to show; its extension tells the format where the content does not. */
  name: string;
  bytes(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface CheckOptions {
  /** A person named this file: it is checked even if it looks like no dataset. */
  named?: boolean;
  /** Give every finding its baseline key. */
  keys?: boolean;
  /** Called for each record after it was checked. */
  onRecord?: (record: DatasetRecord) => void;
}

/** What a check says of a file besides its findings. */
export interface CheckSummary {
  facts: FileFacts;
  context: FileContext;
  /** Records read. */
  records: number;
  /** Records that could not be read; each has a finding. */
  unreadable: number;
  /** Findings not reported because the baseline accepts them. */
  suppressed: number;
  /** The file was looked at and left alone: its records have no text to check. */
  leftAlone: boolean;
}

/**
 * Checks one file. This is the only way from bytes to findings: the editor and the command line both call it.
 *
 * Memory is that of one record and of the head of the file. Findings are reported in file order, those about the file
 * at the end; whoever calls decides what to keep.
 */
export async function checkDataset(
  file: DatasetFile,
  inputs: FileInputs,
  report: (finding: Finding) => void,
  options: CheckOptions = {},
): Promise<CheckSummary> {
  const facts = withColumns(await inspectHead(file), inputs.columnMappings);
  const isDataset = facts.shape.role === 'dataset';
  const declared =
    inputs.optedIn ||
    inputs.sidecar !== undefined ||
    declaresProvenance(inputs.inherited) ||
    (isDataset && (await someRecordDeclares(file, facts)));
  const context: FileContext = { file: file.name, facts, inputs, declared };
  const checker = new Checker(context, isDataset, report, options);
  const leftAlone = !isDataset && facts.shape.role !== 'metadata' && !options.named && facts.readable;
  if (leftAlone) checker.leaveAlone();
  for await (const batch of batchesOf(file, facts)) {
    for (const raw of batch) {
      const record = readRecord(raw, facts);
      checker.record(record);
      options.onRecord?.(record);
    }
  }
  checker.finish();
  const cross = await checker.between();
  if (cross) {
    context.cross = cross;
    for await (const batch of batchesOf(file, facts)) for (const raw of batch) checker.again(readRecord(raw, facts));
  }
  const { records, unreadable, suppressed } = checker;
  return { facts, context, records, unreadable, suppressed, leftAlone };
}

/** The records of a file, read one after the other. */
export async function* recordsOf(file: DatasetFile, facts: FileFacts): AsyncGenerator<DatasetRecord> {
  for await (const batch of batchesOf(file, facts)) for (const raw of batch) yield readRecord(raw, facts);
}

/** The records of a file as they are cut out of its chunks: a turn of the event loop for each chunk, not each record. */
export async function* batchesOf(file: DatasetFile, facts: FileFacts): AsyncGenerator<RawRecord[]> {
  const splitter = splitterFor(facts, fileStart(facts.encoding.encoding === 'utf-8' ? facts.encoding.bom : 0));
  const stream = new Utf8Stream(facts.encoding);
  for await (const chunk of file.bytes()) yield splitter.push(stream.push(chunk));
  yield splitter.push(stream.end());
  yield splitter.end();
}

/** Facts of a file. Where its head holds no record that can be read, the first may just be long: more is looked at. */
export async function inspectHead(file: DatasetFile): Promise<FileFacts> {
  const { head, whole } = await readHead(file, HEAD_BYTES);
  const facts = computeFacts(file.name, head, whole);
  if (whole || facts.readable || facts.format.kind === 'unsupported' || facts.format.kind === 'pointer') return facts;
  const longer = await readHead(file, HEAD_BYTES + defaultLimits.recordBytes);
  return computeFacts(file.name, longer.head, longer.whole);
}

async function readHead(file: DatasetFile, limit: number): Promise<{ head: Uint8Array; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.bytes()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) break;
  }
  const bytes = Buffer.concat(chunks);
  return { head: bytes.subarray(0, limit), whole: length <= limit };
}

/** Whether any record asserts where it comes from; stops at the first that does. */
async function someRecordDeclares(file: DatasetFile, facts: FileFacts): Promise<boolean> {
  const { header } = facts.dialect ?? {};
  const keys = provenanceKeyNames(facts);
  if (header && !header.some((column) => keys.has(column))) return false;
  // Records that do not even mention a key need no closer look; most of an undeclared file is passed that way.
  const mention = header ? undefined : new RegExp([...keys].map((key) => key.replace(/[^\w]/g, '\\$&')).join('|'));
  for await (const record of recordsOf(file, facts)) {
    if (mention && !mention.test(record.source)) continue;
    if (declaresProvenance(recordAssertions(record, facts.shape))) return true;
  }
  return false;
}

function provenanceKeyNames({ shape }: FileFacts): Set<string> {
  const keys = new Set<string>();
  for (const { field } of provenanceFields) keys.add(field).add(`provenance.${field}`);
  for (const container of CONTAINERS) keys.add(container.split('.').pop()!);
  for (const { path } of shape.provenance)
    keys.add(path).add(
      path
        .split(/\.|\[\]/)
        .filter(Boolean)
        .pop() ?? path,
    );
  return keys;
}

class Checker {
  records = 0;
  unreadable = 0;
  suppressed = 0;
  private readonly recordRules: RecordRule[];
  private readonly crossRules: RecordRule[];
  private readonly cross = new CrossRecordPass();
  private readonly passes: { rule: FileRule; pass: ReturnType<FileRule['pass']> }[];
  private readonly baselinePaths: string[];
  private readonly isDocument: boolean;
  private silent = false;

  constructor(
    private readonly context: FileContext,
    private readonly isDataset: boolean,
    private readonly report: (finding: Finding) => void,
    private readonly options: CheckOptions,
  ) {
    const { severities } = context.inputs;
    const on = (rule: Rule) =>
      (severities.get(rule.id) ?? (rule.offByDefault ? 'off' : 'on')) !== 'off' &&
      !(rule.aboutAbsence && !context.declared);
    const { shape } = context.facts;
    const applies = (rule: Rule) =>
      rule.documents ? rule.documents.includes(shape.id) : isDataset || READER_RULES.has(rule.id);
    const inForce = recordRules.filter((rule) => on(rule) && applies(rule));
    this.recordRules = inForce.filter(({ crossRecord }) => crossRecord !== true);
    this.crossRules = inForce.filter(({ crossRecord }) => crossRecord);
    this.passes = fileRules
      .filter((rule) => on(rule) && applies(rule))
      .map((rule) => ({ rule, pass: rule.pass(context) }));
    this.isDocument = this.recordRules.some(({ documents }) => documents);
    this.baselinePaths = [...CONTAINERS, ...context.facts.shape.provenance.map(({ path }) => path)];
  }

  /** Count records, report nothing: the file is no dataset and nobody asked for it. */
  leaveAlone(): void {
    this.silent = true;
  }

  record(record: DatasetRecord): void {
    if (!record.stray) record.root ? this.records++ : this.unreadable++;
    if (this.silent) return;
    if (this.isDataset || this.isDocument || record.faults.length > 0) this.check(record);
  }

  private check(record: DatasetRecord): void {
    const subject = subjectOf(record, this.context);
    this.apply(this.recordRules, subject);
    for (const { pass } of this.passes) pass.add(subject);
    if (this.crossRules.length > 0) this.cross.add(subject);
  }

  /** What holds between the records, when all were read; undefined where no rule needs to see them again. */
  async between(): Promise<CrossRecord | undefined> {
    const { idsElsewhere } = this.context.inputs;
    if (this.silent || this.crossRules.length === 0) return undefined;
    return this.cross.complete(async () => (await idsElsewhere?.()) ?? (() => false));
  }

  /** A record in the second reading. */
  again(record: DatasetRecord): void {
    if (!record.root) return;
    const subject = subjectOf(record, this.context);
    this.cross.again(subject);
    this.apply(this.crossRules, subject);
  }

  private apply(rules: readonly RecordRule[], subject: Subject): void {
    const { record } = subject;
    let lines: RecordLines | undefined;
    for (const rule of rules) {
      for (const problem of rule.check(subject, this.context)) {
        lines ??= new RecordLines(record);
        this.found(rule, problem, record, lines);
      }
    }
  }

  finish(): void {
    if (this.silent) return;
    for (const { rule, pass } of this.passes) for (const problem of pass.finish()) this.foundInFile(rule, problem);
  }

  private found(rule: RecordRule, problem: Problem<unknown>, record: DatasetRecord, lines: RecordLines): void {
    const { baseline } = this.context.inputs;
    const key = this.options.keys || baseline?.knows(rule.id) ? this.keyOf(rule.id, record) : undefined;
    if (key && baseline?.has(rule.id, key)) {
      this.suppressed++;
      return;
    }
    const related: LocatedRelated[] = (problem.related ?? []).map(({ span, ...rest }) => ({
      ...rest,
      ...(span && { range: rangeOf(span, lines) }),
    }));
    this.report({
      rule: rule.id,
      severity: this.severity(rule, problem.severity),
      message: rule.message(problem.data),
      row: record.row,
      range: rangeOf(problem, lines),
      problem,
      related,
      ...(this.options.keys && { key }),
    });
  }

  private foundInFile(rule: FileRule, problem: FileProblem<unknown>): void {
    const { baseline } = this.context.inputs;
    const key = fileBaselineKey(rule.id, this.context.file);
    if (baseline?.has(rule.id, key)) {
      this.suppressed++;
      return;
    }
    this.report({
      rule: rule.id,
      severity: this.severity(rule, problem.severity),
      message: rule.message(problem.data),
      row: null,
      range: FILE_START,
      problem: null,
      related: problem.related ?? [],
      ...(problem.rows && { rows: problem.rows }),
      ...(this.options.keys && { key }),
    });
  }

  private keyOf(rule: string, record: DatasetRecord): string {
    const { shape } = this.context.facts;
    const own = record.root ? carriedKeys(record.root, shape).map(({ path }) => path) : [];
    return baselineKey(rule, record, [...this.baselinePaths, ...own]);
  }

  /** The configuration's severity, but never louder than the problem itself asks to be when it was demoted. */
  private severity(rule: Rule, own: Severity | undefined): Severity {
    const configured = this.context.inputs.severities.get(rule.id);
    if (configured === undefined || configured === 'off') return own ?? rule.severity;
    if (own === undefined || own === rule.severity) return configured;
    return LOUDNESS.indexOf(own) < LOUDNESS.indexOf(configured) ? own : configured;
  }
}

const LOUDNESS: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
const FILE_START: Range = { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } };

/** Rules about reading: they hold for any file that is looked at. */
const READER_RULES = new Set([
  'record-unparseable',
  'record-too-large',
  'record-too-deep',
  'invalid-encoding',
  'pointer-file',
  'unsupported-format',
]);

function rangeOf({ start, end }: { start: number; end: number }, lines: RecordLines): Range {
  return { start: lines.at(start), end: lines.at(end) };
}
