import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOwn } from '../../../server/src/workspace/bulk/choice';
import { Project } from '../../../server/src/workspace/project';
import { restoreProvenance } from '../../../server/src/workspace/restore/restore';
import { lastStep } from '../../../server/src/workspace/undo/steps';
import { takeBack } from '../../../server/src/workspace/undo/takeBack';
import { readDataset } from '../../support/diskDatasets';
import { folderWith } from '../cli/runCli';

interface Row {
  id: number;
  /** One of a few texts, so that some stand twice. */
  text: number;
  source: string | undefined;
  license: string | undefined;
  /** Said in the canonical object, not in fields of its own. */
  canonical: boolean;
  /** The file keeps it, in this place. */
  kept: number | undefined;
  /** The file still says its source. */
  keepsSource: boolean;
}

const rows = fc.uniqueArray(
  fc.record<Row>({
    id: fc.nat(1000),
    text: fc.nat(8),
    source: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    license: fc.option(fc.constantFrom('MIT', 'apache_v2'), { nil: undefined }),
    canonical: fc.boolean(),
    kept: fc.option(fc.nat(1000), { nil: undefined, freq: 4 }),
    keepsSource: fc.boolean(),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);

const textOf = ({ text }: Row) => `Text number ${text}: a river runs past the "mill".`;
const lines = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

function upstreamRecord(row: Row): object {
  const { id, source, license, canonical } = row;
  const said = { source: source ?? null, license: license ?? null };
  // Every record has the same keys, as records of a dataset do: their shape is found by them.
  const none = { source: null, license: null };
  return { id, text: textOf(row), ...(canonical ? { ...none, provenance: { ...said, generator: null } } : said) };
}

/** What upstream says of each record of the file: of several with its key, if they agree. */
function expected(row: Row, all: readonly Row[], key: 'id' | 'text'): string | undefined {
  const alike = all.filter((other) => other[key] === row[key]);
  const said = new Set(alike.map(({ source, license }) => JSON.stringify([source ?? null, license ?? null])));
  return said.size === 1 ? [...said][0] : undefined;
}

test('a record gets back what upstream says of it, and nothing that upstream does not agree on', async (t) => {
  const folder = folderWith(t, {});
  const path = join(folder, 'data.jsonl');
  const upstream = join(folder, 'upstream.jsonl');
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('id' as const, 'text' as const), async (all, key) => {
      for (const name of readdirSync(folder)) if (name !== '.git') rmSync(join(folder, name), { recursive: true });
      const kept = all.filter((row) => row.kept !== undefined).sort((a, b) => a.kept! - b.kept!);
      const content = lines(
        kept.map((row) => ({
          text: textOf(row),
          id: row.id,
          source: (row.keepsSource && row.source) || null,
        })),
      );
      writeFileSync(upstream, lines(all.map(upstreamRecord)));
      writeFileSync(path, content);
      if (kept.length === 0) return;
      const project = new Project({ baseline: false });
      const recordKey = key === 'id' ? { kind: 'pointer' as const, pointer: '/id' } : { kind: 'text' as const };
      const { result, matches } = await restoreProvenance(project, { path, named: true }, upstream, recordKey, {
        preview: false,
      });
      assert.equal(result.files[0]!.failed, undefined);
      const answers = kept.map((row) => expected(row, all, key));
      assert.equal(matches.ambiguous.count, answers.filter((answer) => answer === undefined).length);
      assert.equal(matches.matched, answers.filter((answer) => answer !== undefined).length);
      assert.equal(matches.unmatched.count, 0);
      const { subjects } = await readDataset(path, 'data.jsonl');
      for (const [index, { provenance }] of subjects.entries()) {
        const row = kept[index]!;
        const said = (['source', 'license'] as const).map((field) => {
          const assertion = provenance.get(field);
          return assertion && isOwn(assertion) ? assertion.value : null;
        });
        const own = JSON.stringify([(row.keepsSource && row.source) || null, null]);
        assert.equal(JSON.stringify(said), answers[index] ?? own);
      }
      if (!result.applied) return assert.equal(readFileSync(path, 'utf8'), content);
      takeBack(lastStep(folder)!);
      assert.equal(readFileSync(path, 'utf8'), content);
    }),
    { numRuns: 80, includeErrorInReport: true } as never,
  );
});
