import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FileContext, FileInputs } from '../../../server/src/engine/context';
import type { Finding } from '../../../server/src/engine/finding';
import { applyEdits, fixesFor, placePatch, sidecarRow } from '../../../server/src/engine/fix';
import { parseSidecar, SIDECAR_ENDING, sidecarLine } from '../../../server/src/engine/provenance/sidecar';
import type { DatasetRecord } from '../../../server/src/engine/records/record';
import type { Value } from '../../../server/src/engine/records/value';
import { rules } from '../../../server/src/engine/rules';
import type { Fix, RecordRule } from '../../../server/src/engine/rules/rule';
import { subjectOf } from '../../../server/src/engine/subject';
import { mayHaveSafeFixes } from '../../../server/src/workspace/bulk/safePass';
import { type Checked, check } from '../../support/datasets';
import { ENCODINGS, type Encoding, encode, INVALID } from '../../support/diskDatasets';
import { judgeAt, LONG_PROSE } from '../../support/judge';
import { allValues } from '../../support/plainValue';

const suspect = `${JSON.stringify({ text: LONG_PROSE, source: 'a', license: 'MIT', digital_source_type: 'noAssertion' })}\n`;

/** Content and inputs of the rules whose example cannot be written down. */
const BUILT: Record<string, { content: string; inputs: Partial<FileInputs> }> = {
  'likely-synthetic': { content: suspect, inputs: { judge: judgeAt(-100, -100) } },
  'possibly-synthetic': {
    content: suspect,
    inputs: { judge: judgeAt(100, -100) },
  },
};

/** Members put into records: as no writer would write them, so that writing them anew would show. */
const ODD = [
  '',
  '"n": 1.0, ',
  '"n":1e5,',
  '"n" : 12345678901234567890,\t',
  '"n":1,"n":2,',
  '"\\u006e":"\\u00e9\\/",',
  `"n":"${INVALID}",`,
];

interface Variant {
  encoding: Encoding;
  eol: string;
  cut: boolean;
  /** One for each record, as far as there are any. */
  odd: string[];
  format: 'as it is' | 'array' | 'table';
}

const variants = fc.record<Variant>({
  encoding: fc.constantFrom(...ENCODINGS),
  eol: fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
  cut: fc.boolean(),
  odd: fc.array(fc.constantFrom(...ODD), { maxLength: 4 }),
  format: fc.constantFrom('as it is', 'as it is', 'array', 'table'),
});

/** The example of a rule written otherwise; undefined where it cannot be. */
function written(
  file: string,
  content: string,
  { encoding, eol, cut, odd, format }: Variant,
): { name: string; bytes: Buffer } | undefined {
  const lines = content.split('\n').filter(Boolean);
  if (!file.endsWith('.jsonl')) {
    if (format !== 'as it is') return undefined;
    return { name: file, bytes: encode(content.replaceAll(/\r\n|\n/g, eol), encoding) };
  }
  const records = lines.map((line, index) => (line.startsWith('{"') ? `{${odd[index] ?? ''}${line.slice(1)}` : line));
  if (format === 'array') return { name: 'data.json', bytes: encode(`[ ${records.join(` ,${eol}`)} ]`, encoding) };
  if (format === 'table') {
    const rows = table(lines);
    return rows && { name: 'data.csv', bytes: encode(rows.join(eol) + (cut ? '' : eol), encoding) };
  }
  return { name: file, bytes: encode(records.join(eol) + (cut ? '' : eol), encoding) };
}

/** Flat records as a table. */
function table(lines: string[]): string[] | undefined {
  const records = lines.map((line) => JSON.parse(line));
  const [first] = records;
  if (!records.every((record) => Object.values(record).every((value) => typeof value === 'string'))) return undefined;
  const keys = Object.keys(first);
  const cell = (text: string) => `"${String(text ?? '').replaceAll('"', '""')}"`;
  return [keys.join(','), ...records.map((record) => keys.map((key) => cell(record[key])).join(','))];
}

/** Source of everything in a record that is neither provenance, of it or of one of its turns, nor holds some. */
function contentOf(record: DatasetRecord, context: FileContext): string[] {
  const { root, source } = record;
  if (!root) return [source];
  const values = allValues(root);
  const objects = values.flatMap((value) => (value.type === 'object' ? value.members : []));
  const provenance = [
    ...subjectOf(record, context).carried.map(({ value }) => value),
    ...objects.filter(({ key }) => key === 'provenance').map(({ value }) => value),
  ];
  const touches = (value: Value) => provenance.some(({ start, end }) => value.start <= end && start <= value.end);
  return values.flatMap((value) =>
    value.type === 'object' || value.type === 'array' || value.start === value.end || touches(value)
      ? []
      : [source.slice(value.start, value.end)],
  );
}

/** The bytes of a file in which one record has another source. */
function withRecord({ records, summary }: Checked, bytes: Buffer, record: DatasetRecord, source: string): Buffer {
  const { encoding, bom } = summary.facts.encoding;
  const at = records.indexOf(record);
  if (encoding === 'utf-8') {
    const end = record.byteOffset + record.bytes.length;
    return Buffer.concat([bytes.subarray(0, record.byteOffset), Buffer.from(source), bytes.subarray(end)]);
  }
  // A surrogate on its own reads as U+FFFD, one unit for another: units stand where they are read.
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bom));
  let unit = 0;
  for (const earlier of records.slice(0, at)) unit = text.indexOf(earlier.source, unit) + earlier.source.length;
  const start = bom + 2 * text.indexOf(record.source, unit);
  const written = Buffer.from(source, 'utf16le');
  if (encoding === 'utf-16be') written.swap16();
  return Buffer.concat([bytes.subarray(0, start), written, bytes.subarray(start + 2 * record.source.length)]);
}

/** Findings of a rule in a record. */
const count = ({ findings }: Checked, { rule, row }: Finding) =>
  findings.filter((it) => it.rule === rule && it.row === row).length;

/** Rules whose finding stays, with less weight, when the record is declared: its text is never changed. */
const STAYS = new Set(['llm-artefact', 'degenerate-repetition']);

for (const rule of rules) {
  if (rule.scope !== 'record' || !rule.fixes) continue;
  const { id, examples } = rule;
  const { content, inputs: given = {} } = BUILT[id] ?? { content: examples.invalid };
  const inputs = rule.offByDefault ? { ...given, severities: new Map([[id, rule.severity]]) } : given;

  test(`${id}: its fixes leave everything else as it is, and what they fix is gone, in any form of the file`, async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(variants, async (variant) => {
        const file = written(examples.file, content, variant);
        if (!file) return;
        const before = await check(file.name, file.bytes, inputs, { named: true });
        for (const finding of before.findings.filter((it) => it.rule === id)) {
          const record = before.records.find(({ row }) => row === finding.row);
          const isWhole = record && record.faults.length === 0 && !record.source.includes('\ufffd');
          if (!isWhole) continue;
          for (const fix of fixesFor(finding, record, before.summary.context)) {
            tried++;
            assertSafeIsKnown(rule, fix);
            await assertFixed(before, file, finding, record, fix, inputs);
          }
        }
      }),
      { numRuns: 60, includeErrorInReport: true } as never,
    );
    assert.ok(tried > 0, 'no fix was ever offered');
  });
}

function assertSafeIsKnown(rule: RecordRule, { safety }: Fix): void {
  if (safety === 'safe') assert.ok(mayHaveSafeFixes(rule), `${rule.id} has safe fixes and does not say so`);
}

async function assertFixed(
  before: Checked,
  { name, bytes }: { name: string; bytes: Buffer },
  finding: Finding,
  record: DatasetRecord,
  { title, change }: Fix,
  inputs: Partial<FileInputs>,
): Promise<void> {
  const { context } = before.summary;
  const edits = change.kind === 'edits' ? change.edits : undefined;
  const patch =
    change.kind === 'provenance'
      ? { ...change.patch, ...(change.ask && { [change.ask.field]: change.ask.suggestions[0]! }) }
      : undefined;
  const placed = edits ?? (patch && (placePatch(record, patch, context) as { edits?: typeof edits }).edits);
  let after: Checked;
  if (placed) {
    const source = applyEdits(record.source, placed);
    after = await check(name, withRecord(before, bytes, record, source), inputs, { named: true });
    assert.equal(after.records.length, before.records.length, title);
    const fixed = after.records.find(({ row }) => row === record.row)!;
    assert.equal(fixed.source, source, title);
    if (context.facts.shape.role === 'dataset') {
      assert.deepEqual(contentOf(fixed, after.summary.context), contentOf(record, context), title);
      assert.deepEqual(textsOf(fixed, after), textsOf(record, before), title);
    }
  } else {
    // The record has no room: the sidecar says it, and no byte of the file changes.
    const { sidecar } = parseSidecar(sidecarLine(sidecarRow(record, patch!, context)), name + SIDECAR_ENDING);
    after = await check(name, bytes, { ...inputs, sidecar }, { named: true });
  }
  const left = count(after, finding);
  if (STAYS.has(finding.rule)) assert.ok(left <= count(before, finding), title);
  else assert.ok(left < count(before, finding), `${title}: ${left} left`);
}

const textsOf = (record: DatasetRecord, { summary }: Checked) =>
  subjectOf(record, summary.context).texts.map(({ text }) => text);
