import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inspectHead, recordsOf } from '../engine/check';
import { hashText, recordId } from '../engine/crossRecord/recordId';
import { dataFile } from './dataFile';
import { fileState } from './rewrite';

/** Bytes of other files that are read for their ids; beyond, an id that is not found may be in what was not read. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Ids of records in the data files beside one, read when the first parent that is not in its own file turns up. */
export class SiblingIds {
  private readonly byFile = new Map<string, { state: string; ids: ReadonlySet<number> }>();

  /** @param isDataset whether a file is one, when nobody named it */
  constructor(private readonly isDataset: (path: string) => boolean) {}

  clear(): void {
    this.byFile.clear();
  }

  /** Answers whether a record with an id is in another data file of the folder; yes where not all could be read. */
  async around(path: string): Promise<(id: string) => boolean> {
    const sets: ReadonlySet<number>[] = [];
    let left = MOST_BYTES;
    for (const name of readdirSync(dirname(path)).sort()) {
      const file = join(dirname(path), name);
      if (file === path || !this.isDataset(file)) continue;
      left -= statSync(file).size;
      if (left < 0) return () => true;
      sets.push(await this.idsOf(file));
    }
    return (id) => {
      const hash = hashText(id);
      return sets.some((ids) => ids.has(hash));
    };
  }

  private async idsOf(path: string): Promise<ReadonlySet<number>> {
    const state = fileState(path);
    const known = this.byFile.get(path);
    if (known?.state === state) return known.ids;
    const file = dataFile(path);
    const ids = new Set<number>();
    for await (const { root } of recordsOf(file, await inspectHead(file))) {
      const id = root?.type === 'object' ? recordId(root) : undefined;
      if (id !== undefined) ids.add(hashText(id));
    }
    this.byFile.set(path, { state, ids });
    return ids;
  }
}
