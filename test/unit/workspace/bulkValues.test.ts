import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PlacementSetting } from '../../../server/src/engine/configuration';
import { fieldForKey } from '../../../server/src/engine/provenance/fields';
import type { ProvenancePatch } from '../../../server/src/engine/provenance/write';
import type { DatasetRecord } from '../../../server/src/engine/records/record';
import { planBulkFix } from '../../../server/src/workspace/bulk/bulkFix';
import { type BulkChoice, pendingPatch } from '../../../server/src/workspace/bulk/choice';
import { Project } from '../../../server/src/workspace/project';
import { lastStep } from '../../../server/src/workspace/undo/steps';
import { takeBack } from '../../../server/src/workspace/undo/takeBack';
import {
  between,
  ENCODINGS,
  type Encoding,
  encode,
  INVALID,
  type OnDisk,
  readDataset,
} from '../../support/diskDatasets';
import { folderWith } from '../cli/runCli';

/** Values as no writer would write them, so that writing them anew would show. */
const ODD_MEMBERS = [
  '"n": 1.0',
  '"n":1e5',
  '"n" : 12345678901234567890',
  '"n":1,"n":2',
  '"\\u006e":"\\u00e9\\/"',
  '"deep": {"a": [ 1.50, {"b" :null}]}',
] as const;

/** What a record says of its provenance already. */
const SAID = [
  '',
  '"license": "mit"',
  '"digital_source_type": "human"',
  '"provenance": {"source": "x", "license": null}',
  '"provenance": {}',
  '"provenance": null',
  '"provenance": "a string"',
  '"metadata": {"lang": "en"}',
  '"synthetic": true',
  '"provenance": {"synthetic": true}, "digital_source_type": "human"',
  '"metadata.provenance": {"origin": "x", "generator": "y"}, "digital_source_type": "human"',
  '"provenance.digital_source_type": "human", "digital_source_type": "digitalCapture"',
] as const;

interface Row {
  text: string;
  odd: (typeof ODD_MEMBERS)[number];
  said: (typeof SAID)[number];
  eol: string;
  invalid: boolean;
}

const rows = fc.array(
  fc.record<Row>({
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
    odd: fc.constantFrom(...ODD_MEMBERS),
    said: fc.constantFrom(...SAID),
    eol: fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n \r\n'),
    invalid: fc.integer({ max: 5, min: 0 }).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 8 },
);

const patches = fc.constantFrom<ProvenancePatch>(
  { digital_source_type: 'trainedAlgorithmicMedia', generator: 'org/model' },
  { license: 'Apache-2.0' },
  { license: null, source: 'somewhere, "else"' },
  { derived_from: ['a b', 'c'], generation_depth: 2 },
);

const textOf = ({ text, invalid }: Row) => `A river runs past the mill. ${text}${invalid ? INVALID : ''}`;
const jsonRecord = (row: Row) =>
  `{"text": ${JSON.stringify(textOf(row))}, ${[row.odd, row.said].filter(Boolean).join(',\t')}}`;
const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Files of each format: the last record may have no terminator. */
const WRITERS: Record<string, (rows: Row[], cut: boolean) => string> = {
  'data.jsonl': (rows, cut) =>
    rows.map((row, i) => jsonRecord(row) + (cut && i === rows.length - 1 ? '' : row.eol)).join(''),
  'data.json': (rows) => `[ ${rows.map(jsonRecord).join(' ,\r\n\t')}\n]`,
  'data.csv': (rows, cut) =>
    `text,n,license\r\n${rows.map((row, i) => `${csvCell(textOf(row))},1.0,${row.said.includes('license') ? 'mit' : ''}${cut && i === rows.length - 1 ? '' : row.eol.replaceAll(' ', '')}`).join('')}`,
  'chat.jsonl': (rows) =>
    rows
      .map(
        (row) =>
          `{"messages": [{"role":"user","content":${JSON.stringify(textOf(row))}},{"role": "assistant", "content": "Yes."}]}${row.eol}`,
      )
      .join(''),
  'page.md': ([row]) =>
    `${row!.said.includes('license') ? '---\r\nlicense: mit # ours\r\n---\r\n' : ''}${textOf(row!)}\r\n`,
};

/** Everything of a record but its provenance: of each member its key and its source; of a table, of each cell. */
function content({ root, source, faults }: DatasetRecord): string[] {
  if (root?.type !== 'object') return [source, String(faults.length)];
  return root.members
    .filter(({ key }) => !key.startsWith('provenance') && !fieldForKey(key) && !key.startsWith('metadata'))
    .map(({ key, value }) => `${key}\0${source.slice(value.start, value.end)}`);
}

const texts = ({ subjects }: OnDisk) => subjects.map((subject) => subject.texts.map(({ text }) => text));

function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

const PLACEMENTS: (PlacementSetting | undefined)[] = [undefined, 'inline', 'columns', 'sidecar', 'declaration'];

for (const [name, write] of Object.entries(WRITERS)) {
  test(`${name}: values are said, nothing else changes, and undo gives back every byte`, async (t) => {
    const folder = folderWith(t, {});
    const path = join(folder, name);
    const property = async (
      generated: Row[],
      cut: boolean,
      encoding: Encoding,
      patch: ProvenancePatch,
      placement: PlacementSetting | undefined,
    ) => {
      for (const file of readdirSync(folder)) if (file !== '.git') rmSync(join(folder, file), { recursive: true });
      writeFileSync(path, encode(write(generated, cut), encoding));
      const before = await readDataset(path, name);
      const files = filesOf(folder);
      const choice: BulkChoice = { values: { kind: 'same', patch }, ...(placement && { placement }) };
      const targets = [{ path, named: true }];
      const plan = await planBulkFix(new Project({ baseline: false }), targets, choice);
      assert.deepEqual(filesOf(folder), files, 'a preview changes nothing');
      const result = await plan.apply();
      const [outcome] = result.files as [(typeof result.files)[0]];
      assert.deepEqual(plan.samples, result.samples);
      assert.equal(outcome.failed, plan.files[0]!.failed);
      if (!result.applied) {
        assert.deepEqual(filesOf(folder), files);
        assert.match(
          outcome.failed ?? '',
          /^$|^it is no table|^a declaration cannot clear|^it has no header row|^columns cannot be added/,
        );
        assert.ok(outcome.failed !== undefined || outcome.changed === 0);
        return;
      }
      const after = await readDataset(path, name);
      assert.deepEqual(after.context.facts.encoding, before.context.facts.encoding);
      assert.deepEqual(texts(after), texts(before));
      assert.deepEqual(after.records.map(content), before.records.map(content));
      // A header that grew is the only thing between records that may.
      const [, ...gaps] = between(after);
      assert.deepEqual(gaps, between(before).slice(1));
      if (placement === 'sidecar' || placement === 'declaration')
        assert.equal(filesOf(folder).get(name), files.get(name));
      const refused = new Set(outcome.refusals.map(({ row }) => row));
      assert.equal(refused.size, outcome.refused);
      for (const subject of after.subjects) {
        if (!refused.has(subject.record.row)) assert.equal(pendingPatch(patch, subject, 'anywhere'), undefined);
      }
      assert.equal(outcome.changed + outcome.already + outcome.refused, before.records.length);
      const again = await planBulkFix(new Project({ baseline: false }), targets, choice);
      assert.equal(again.changed, 0, 'it is done');
      takeBack(lastStep(folder, outcome.written.has(path) ? path : undefined)!);
      assert.deepEqual(filesOf(folder), files, 'undo');
    };
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.boolean(),
        fc.constantFrom(...ENCODINGS),
        patches,
        fc.constantFrom(...PLACEMENTS),
        property,
      ),
      { numRuns: 80, includeErrorInReport: true } as never,
    );
  });
}
