import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { summarySources } from '../engine/provenance/declarations/dpiSources';
import type { SourceDeclarations } from '../engine/provenance/knownSources';

/** Folder in which the Data Provenance Initiative keeps its summaries, and copies of it do. */
const SUMMARIES = 'data_summaries';

/** What summaries that lie in and above the folder of a dataset say of the sources they are about. */
export class LocalSources {
  private readonly byFolder = new Map<string, readonly SourceDeclarations[]>();

  constructor(private readonly text: (path: string) => string | undefined) {}

  clear(): void {
    this.byFolder.clear();
  }

  /** @param folders nearest first */
  of(folders: readonly string[]): SourceDeclarations[] {
    return folders.flatMap((folder) => this.in(join(folder, SUMMARIES)));
  }

  private in(folder: string): readonly SourceDeclarations[] {
    let found = this.byFolder.get(folder);
    if (!found) {
      found = namesIn(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => summarySources(this.text(join(folder, name)) ?? '', `${SUMMARIES}/${name}`) ?? []);
      this.byFolder.set(folder, found);
    }
    return found;
  }
}

/** Names in a folder, sorted; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
