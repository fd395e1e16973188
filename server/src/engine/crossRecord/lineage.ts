import type { Assertion } from '../provenance/assertion';
import type { EffectiveProvenance } from '../provenance/effective';
import type { OriginClass } from '../provenance/vocabulary';
import type { Subject } from '../rules/rule';
import { hashText, recordId } from './recordId';

/** How the records of a file derive from one another. */
export interface Lineage {
  /** Row of the record with an id; undefined where no record of the file has it. */
  rowOf(id: string): number | undefined;
  /**
   * Model generation steps on the longest path from a record back to text that is not generated: 0 for such text.
   * Null where an ancestor is not known, or is its own ancestor.
   */
  depthOf(row: number): number | null;
  /** Rows of a cycle that leads from a record back to it, that record first; undefined where there is none. */
  cycleOf(row: number): readonly number[] | undefined;
  /** What licence a record has, as it is written. */
  licenseOf(row: number): string | undefined;
}

/** Class of origin as a small number. */
const CLASSES: readonly (OriginClass | undefined)[] = [undefined, 'human', 'machine', 'mixed', 'neutral', 'unknown'];

/** Ancestors that count as written or recorded, not generated. */
const ROOTS = new Set<OriginClass | undefined>(['human', 'neutral']);

/**
 * Gathers what lineage needs of each record: numbers for its id and its parents, its origin class and licence. A file
 * without `derived_from` and `generation_depth` has no lineage, and nothing is made of it.
 */
export class LineageCollector {
  private readonly ids: number[] = [];
  private readonly classes: number[] = [];
  private readonly declared: (number | null)[] = [];
  private readonly licenses: number[] = [];
  private readonly licenseNames: string[] = [];
  private readonly licenseNumbers = new Map<string, number>();
  private readonly parents = new Map<number, readonly number[]>();
  private any = false;

  add({ record, provenance }: Subject): void {
    const { row, root } = record;
    const id = root?.type === 'object' ? recordId(root) : undefined;
    this.ids[row] = id === undefined ? -1 : hashText(id);
    this.classes[row] = CLASSES.indexOf(provenance.originClass);
    this.licenses[row] = this.numberOf(provenance.get('license')?.value);
    const depth = provenance.get('generation_depth');
    this.declared[row] = typeof depth?.value === 'number' ? depth.value : null;
    const parents = parentsOf(derivation(provenance)?.value);
    if (parents.length > 0)
      this.parents.set(
        row,
        parents.map((parent) => hashText(parent)),
      );
    if (parents.length > 0 || depth?.own) this.any = true;
  }

  complete(): Lineage | undefined {
    return this.any ? this.lineage() : undefined;
  }

  private numberOf(license: unknown): number {
    if (typeof license !== 'string') return -1;
    let number = this.licenseNumbers.get(license);
    if (number === undefined) {
      number = this.licenseNames.push(license) - 1;
      this.licenseNumbers.set(license, number);
    }
    return number;
  }

  private lineage(): Lineage {
    const { ids, classes, declared, parents, licenses, licenseNames } = this;
    const rows = new Map<number, number>();
    ids.forEach((id, row) => {
      if (id >= 0 && !rows.has(id)) rows.set(id, row);
    });
    const parentRows = (row: number) => (parents.get(row) ?? []).map((id) => rows.get(id));
    let cyclic: ReadonlySet<number> | undefined;
    // One search serves every record of the cycle it finds.
    const cycles = new Map<number, readonly number[]>();
    const depths = new Map<number, number | null>();
    const known = (row: number | undefined) => (row === undefined ? null : (depths.get(row) ?? declared[row] ?? null));
    const depth = (row: number): number | null => {
      const steps = CLASSES[classes[row]!];
      const ancestors = parentRows(row);
      if (ancestors.length === 0) return ROOTS.has(steps) ? 0 : null;
      let longest = 0;
      for (const parent of ancestors) {
        const before = known(parent);
        if (before === null) return null;
        longest = Math.max(longest, before);
      }
      return longest + (steps === 'machine' || steps === 'mixed' ? 1 : 0);
    };
    const depthOf = (row: number): number | null => {
      // Depth first, without recursion: a chain may be as long as the file. Who is met again on the way is in a cycle.
      const way = [row];
      const onWay = new Set(way);
      while (way.length > 0) {
        const at = way[way.length - 1]!;
        const next = parentRows(at).find((parent) => parent !== undefined && !depths.has(parent));
        if (next === undefined || onWay.has(next)) {
          depths.set(at, next === undefined ? depth(at) : null);
          onWay.delete(at);
          way.pop();
        } else {
          way.push(next);
          onWay.add(next);
        }
      }
      return depths.get(row)!;
    };
    return {
      rowOf: (id) => rows.get(hashText(id)),
      depthOf: (row) => (depths.has(row) ? depths.get(row)! : depthOf(row)),
      cycleOf: (row) => {
        cyclic ??= onCycles([...parents.keys()], parentRows);
        if (!cyclic.has(row)) return undefined;
        const known = cycles.get(row);
        if (known) return from(known, row);
        const found = cycleFrom(row, parentRows);
        for (const other of found ?? []) if (!cycles.has(other)) cycles.set(other, found!);
        return found;
      },
      licenseOf: (row) => licenseNames[licenses[row] ?? -1],
    };
  }
}

/**
 * Records that lie on a cycle or between two: what is left when those without parents among the rest are taken away
 * again and again, and then those without children. Takes time in proportion to the edges.
 */
function onCycles(
  rows: readonly number[],
  parentRows: (row: number) => readonly (number | undefined)[],
): ReadonlySet<number> {
  const left = new Set(rows);
  const children = new Map<number, number[]>();
  const parents = new Map<number, number[]>();
  for (const row of rows) {
    for (const parent of parentRows(row)) {
      if (parent === undefined || !left.has(parent)) continue;
      push(children, parent, row);
      push(parents, row, parent);
    }
  }
  peel(left, parents, children);
  peel(left, children, parents);
  return left;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Takes away the rows that nothing left leads to, and then those that this sets free. */
function peel(left: Set<number>, to: ReadonlyMap<number, number[]>, from: ReadonlyMap<number, number[]>): void {
  const open = new Map<number, number>();
  const free: number[] = [];
  for (const row of left) {
    const count = (to.get(row) ?? []).filter((other) => left.has(other)).length;
    open.set(row, count);
    if (count === 0) free.push(row);
  }
  for (let row = free.pop(); row !== undefined; row = free.pop()) {
    left.delete(row);
    for (const next of from.get(row) ?? []) {
      const count = open.get(next);
      if (count === undefined) continue;
      open.set(next, count - 1);
      if (count === 1) free.push(next);
    }
  }
}

/** A cycle from another of its records on. */
function from(cycle: readonly number[], row: number): readonly number[] {
  const at = cycle.indexOf(row);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}

/** Steps of a search for one record's cycle; a cycle longer than that is found from none of its records. */
const MOST_STEPS = 100_000;

/** A shortest way from a record through its ancestors back to it. */
function cycleFrom(
  row: number,
  parentRows: (row: number) => readonly (number | undefined)[],
): readonly number[] | undefined {
  const cameFrom = new Map<number, number>();
  const queue = [row];
  for (let i = 0; i < queue.length && i < MOST_STEPS; i++) {
    const at = queue[i]!;
    for (const parent of parentRows(at)) {
      if (parent === undefined) continue;
      if (parent === row) {
        const cycle = [at];
        for (let step = at; step !== row; ) {
          step = cameFrom.get(step)!;
          cycle.push(step);
        }
        return cycle.reverse();
      }
      if (cameFrom.has(parent)) continue;
      cameFrom.set(parent, at);
      queue.push(parent);
    }
  }
  return undefined;
}

/** What a record or its row sidecar says it derives from; a card says it of the dataset, and names no records. */
export function derivation(provenance: EffectiveProvenance): Assertion | undefined {
  return provenance.chain('derived_from').find(({ own, scope }) => own || scope === 'sidecar');
}

/** Ids of parents as `derived_from` lists them. */
export function parentsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}
