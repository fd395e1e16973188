import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inspectHead, recordsOf } from '../engine/check';
import { hashText, recordId } from '../engine/crossRecord/recordId';
import { dataFile } from './dataFile';
import { namesIn } from './localSources';

/** Bytes of data files that are read for their ids; beyond, an id that is not found may be in what was not read. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Ids of the records of a folder's data files, read when the first parent that is not in its own file turns up. */
export class SiblingIds {
  private readonly byFolder = new Map<string, Promise<(id: string) => boolean>>();

  /** @param isDataset whether a file is one, when nobody named it */
  constructor(private readonly isDataset: (path: string) => boolean) {}

  clear(): void {
    this.byFolder.clear();
  }

  /** Answers whether a record with an id is in a data file of the folder; yes to all where not all could be read. */
  around(path: string): Promise<(id: string) => boolean> {
    const folder = dirname(path);
    const known = this.byFolder.get(folder) ?? this.read(folder);
    this.byFolder.set(folder, known);
    return known;
  }

  private async read(folder: string): Promise<(id: string) => boolean> {
    const files = namesIn(folder)
      .map((name) => join(folder, name))
      .filter((file) => this.isDataset(file));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    if (bytes > MOST_BYTES) return () => true;
    const ids = new Set<number>();
    for (const file of files.map((path) => dataFile(path))) {
      for await (const { root } of recordsOf(file, await inspectHead(file))) {
        const id = root?.type === 'object' ? recordId(root) : undefined;
        if (id !== undefined) ids.add(hashText(id));
      }
    }
    return (id) => ids.has(hashText(id));
  }
}
