import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDataset } from '../../../server/src/engine/check';
import { bulkFix, planBulkFix } from '../../../server/src/workspace/bulk/bulkFix';
import { dataFile } from '../../../server/src/workspace/dataFile';
import { Project } from '../../../server/src/workspace/project';
import { lastStep } from '../../../server/src/workspace/undo/steps';
import { takeBack } from '../../../server/src/workspace/undo/takeBack';
import { folderWith } from '../cli/runCli';

/** Spellings with one safe fix, and what it makes of them. */
const LICENSES = [
  ['apache-2.0', 'Apache-2.0'],
  ['mit', 'MIT'],
  ['MIT', 'MIT'],
] as const;
const ORIGINS = [
  ['human', 'digitalCreation'],
  ['digitalCreation', 'digitalCreation'],
] as const;
const EOLS = ['\n', '\r\n', '\r', '\n\n', '\r\n \r\n'] as const;

interface Row {
  text: string;
  license: (typeof LICENSES)[number];
  origin: (typeof ORIGINS)[number];
  eol: (typeof EOLS)[number];
  /** The record holds a byte that is not valid in the file's encoding. */
  invalid: boolean;
  quoted: boolean;
}

const rows = fc.array(
  fc.record<Row>({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    license: fc.constantFrom(...LICENSES),
    origin: fc.constantFrom(...ORIGINS),
    eol: fc.constantFrom(...EOLS),
    invalid: fc.boolean(),
    quoted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);
const encodings = fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be');

type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be';

/** Stands for the invalid byte until the file is encoded. */
const MARK = '\ue000';

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8' || encoding === 'utf-8 with mark') {
    const bytes = Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
    // U+E000 takes three bytes: EE 80 80. The first alone is not valid before what follows it.
    return Buffer.from(bytes.toString('latin1').replaceAll('\xee\x80\x80', '\xff'), 'latin1');
  }
  // A surrogate on its own.
  const bytes = Buffer.from(`\ufeff${text}`.replaceAll(MARK, '\ud800'), 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** A row that is refused keeps what it had. */
const written = ({ license, origin, invalid }: Row, fixed: boolean) => {
  const index = fixed && !invalid ? 1 : 0;
  return { license: license[index], origin: origin[index] };
};

function jsonl(rows: Row[], fixed: boolean): string {
  return rows
    .map((row) => {
      const { license, origin } = written(row, fixed);
      const colon = row.quoted ? ' :\t' : ':';
      const text = JSON.stringify(`A river. ${row.text}${row.invalid ? MARK : ''}`);
      return `{"text"${colon}${text},"source"${colon}"x","license"${colon}"${license}", "digital_source_type": "${origin}", "n": 1.0e2}${row.eol}`;
    })
    .join('');
}

function csv(rows: Row[], fixed: boolean): string {
  const lines = rows.map((row) => {
    const { license, origin } = written(row, fixed);
    const text = `"${(row.text + (row.invalid ? MARK : '')).replaceAll('"', '""')}\r\nmore"`;
    const cell = row.quoted ? `"${license}"` : license;
    return `${text},x,${cell},${origin}${row.eol}`;
  });
  return `text,source,license,digital_source_type\r\n${lines.join('')}`;
}

const writers = { 'data.jsonl': jsonl, 'data.csv': csv };

for (const [name, write] of Object.entries(writers)) {
  test(`${name}: every byte but those of the fixes stays, and the fixed findings are gone`, async (t) => {
    const folder = folderWith(t, {});
    const path = join(folder, name);
    await fc.assert(
      fc.asyncProperty(rows, encodings, async (generated, encoding) => {
        const before = encode(write(generated, false), encoding);
        const after = encode(write(generated, true), encoding);
        const project = new Project();
        writeFileSync(path, before);
        const targets = [{ path, named: true }];
        const preview = await planBulkFix(project, targets, {});
        assert.deepEqual(readFileSync(path), before);
        const result = await bulkFix(project, targets, {});
        assert.equal(readFileSync(path).toString('latin1'), after.toString('latin1'));
        const [planned, done] = [preview.files[0]!, result.files[0]!];
        assert.deepEqual(
          [planned.changed, planned.refused, planned.refusals, preview.samples],
          [done.changed, done.refused, done.refusals, result.samples],
        );
        const fixable = generated.filter(({ license, origin }) => license[0] !== license[1] || origin[0] !== origin[1]);
        assert.equal(done.changed, fixable.filter(({ invalid }) => !invalid).length);
        assert.equal(done.refused, fixable.filter(({ invalid }) => invalid).length);
        assert.equal(result.applied, done.changed > 0);
        const refused = new Set(done.refusals.map(({ row }) => row));
        const left: unknown[] = [];
        await checkDataset(
          dataFile(path, name),
          project.inputsFor(path),
          ({ rule, row }) => {
            if ((rule === 'license-not-spdx' || rule === 'origin-unknown-value') && !refused.has(row!)) left.push(row);
          },
          { named: true },
        );
        assert.deepEqual(left, []);
        if (!result.applied) return;
        takeBack(lastStep(folder, path)!);
        assert.deepEqual(readFileSync(path), before);
        assert.deepEqual(readdirSync(folder).sort(), ['.dataset-hygiene', '.git', name]);
      }),
      { numRuns: 150 },
    );
  });
}
