import type { FileFacts } from '../../engine/facts';
import type { ProvenanceField } from '../../engine/provenance/fields';
import type { ProvenancePatch } from '../../engine/provenance/write';
import type { Subject } from '../../engine/rules/rule';
import { type BulkResult, type BulkRun, bulkFix, planBulkFix } from '../bulk/bulkFix';
import { isOwn, isSameValue } from '../bulk/choice';
import { type BulkTarget, Interrupted, withFile } from '../bulk/openFile';
import { RowSet } from '../bulk/rowSet';
import type { Project } from '../project';
import { type RecordKey, Upstream } from './upstream';

/** Rows named of those that were not restored; the others are counted. */
const NAMED = 20;

/** Records of one kind: how many, and the numbers of the first. */
export interface Rows {
  count: number;
  first: number[];
}

/** How the records of a file were found upstream. */
export interface Matches {
  /** Records of the upstream dataset. */
  upstream: number;
  matched: number;
  /** Upstream does not have them. */
  unmatched: Rows;
  /** Upstream has them more than once, with different provenance. */
  ambiguous: Rows;
  /** Found, but saying something else than upstream themselves, which is left. */
  differing: Rows;
}

export interface Restoration {
  result: BulkResult;
  matches: Matches;
}

/**
 * Puts back provenance that a file lost: what the record of the dataset it was made from says itself, by its own fields or
 * its sidecar, is written where the record in the file, and its sidecar, say nothing. Memory grows with the number of upstream
 * records by some 30 bytes each.
 *
 * @throws Error when one of the files cannot be read
 */
export async function restoreProvenance(
  project: Project,
  target: BulkTarget,
  from: string,
  key: RecordKey,
  { preview, ...run }: BulkRun & { preview: boolean },
): Promise<Restoration> {
  const reading = { judged: false, writable: false, turn: run.turn };
  const upstream = new Upstream(key);
  try {
    const facts = await withFile(target, project, reading, async ({ context }) => context.facts);
    await withFile({ path: from, named: true }, project, reading, (file) => upstream.read(file, facts));
    const lookup = new Lookup(upstream);
    const values = { kind: 'each' as const, fields: upstream.fields, of: lookup.of };
    const result = await (preview ? planBulkFix : bulkFix)(project, [target], { values }, run);
    return { result, matches: { ...lookup.matches, upstream: upstream.records } };
  } catch (error) {
    throw error instanceof Interrupted ? error.cause : error;
  } finally {
    upstream.close();
  }
}

/** Looks records up, and counts each once. */
class Lookup {
  readonly matches: Omit<Matches, 'upstream'> = {
    matched: 0,
    unmatched: { count: 0, first: [] },
    ambiguous: { count: 0, first: [] },
    differing: { count: 0, first: [] },
  };
  private readonly seen = new RowSet();

  constructor(private readonly upstream: Upstream) {}

  /** What upstream says of a record and the record does not. */
  readonly of = ({ record, provenance }: Subject, facts: FileFacts): ProvenancePatch | undefined => {
    const found = this.upstream.find(record, facts);
    const isNew = !this.seen.has(record.row);
    this.seen.add(record.row);
    const note = (rows: Rows) => {
      if (!isNew) return;
      rows.count++;
      if (rows.first.length < NAMED) rows.first.push(record.row);
    };
    if (found === undefined || found === 'ambiguous') {
      note(found === undefined ? this.matches.unmatched : this.matches.ambiguous);
      return undefined;
    }
    if (isNew) this.matches.matched++;
    const lacking: ProvenancePatch = {};
    let differs = false;
    for (const [field, value] of Object.entries(found) as [ProvenanceField, string][]) {
      const said = provenance.get(field);
      if (!said || !isOwn(said)) Object.assign(lacking, { [field]: value });
      else if (!isSameValue(said.value, value)) differs = true;
    }
    if (differs) note(this.matches.differing);
    return lacking;
  };
}
