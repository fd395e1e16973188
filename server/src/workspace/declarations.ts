import { statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { matchesAny } from '../engine/glob';
import { readDeclaration } from '../engine/provenance/declarations';
import { MAX_DECLARATION_BYTES, mayDeclare } from '../engine/provenance/declarations/names';
import type { Declaration, DeclarationKind } from '../engine/provenance/declarations/reading';
import type { NearDeclaration } from '../engine/provenance/inheritance';
import { namesIn } from './localSources';

/** Names that are asked for where the disk has no such file: an editor may hold it unsaved. */
const USUAL = ['README.md', 'croissant.json', 'datapackage.json'];

interface DeclarationFile {
  name: string;
  declaration: Declaration;
}

/** The documents around datasets that declare their provenance: found by name, known by content, kept once read. */
export class DeclarationFiles {
  private readonly byFolder = new Map<string, readonly DeclarationFile[]>();

  constructor(
    private readonly text: (path: string) => string | undefined,
    private readonly foldersUp: (folder: string) => readonly string[],
  ) {}

  clear(): void {
    this.byFolder.clear();
  }

  /**
   * The documents that hold for a file. Of each kind those in the nearest folder that has any; one that names its files
   * holds for those only.
   *
   * @param root folder that names are shown relative to
   */
  near(path: string, root: string): NearDeclaration[] {
    return this.nearest(path).flatMap(({ file, folder, above }) => {
      const local = slashed(relative(folder, path));
      const { dataFiles } = file.declaration.reading;
      if (dataFiles && !matchesAny(local, dataFiles)) return [];
      const shown = slashed(relative(root, join(folder, file.name)));
      return [{ declaration: file.declaration, file: shown, path: local, above }];
    });
  }

  /** Kind of a document that names a file as its data. */
  namedBy(path: string): DeclarationKind | undefined {
    for (const { file, folder } of this.nearest(path)) {
      const { dataFiles } = file.declaration.reading;
      if (dataFiles && matchesAny(slashed(relative(folder, path)), dataFiles)) return file.declaration.kind;
    }
    return undefined;
  }

  /** Kind of the document that a file is, if it is one. */
  kindOf(path: string): DeclarationKind | undefined {
    return mayDeclare(basename(path)) ? this.read(path, false)?.kind : undefined;
  }

  private nearest(path: string): { file: DeclarationFile; folder: string; above: number }[] {
    const seen = new Set<DeclarationKind>();
    return this.foldersUp(dirname(path)).flatMap((folder, above) => {
      const here = this.in(folder).filter(({ declaration }) => !seen.has(declaration.kind));
      for (const { declaration } of here) seen.add(declaration.kind);
      return here.map((file) => ({ file, folder, above }));
    });
  }

  private in(folder: string): readonly DeclarationFile[] {
    let files = this.byFolder.get(folder);
    if (!files) {
      files = [...new Set([...namesIn(folder).filter(mayDeclare), ...USUAL])].flatMap((name) => {
        const declaration = this.read(join(folder, name), true);
        return declaration ? [{ name, declaration }] : [];
      });
      this.byFolder.set(folder, files);
    }
    return files;
  }

  private read(path: string, besideData: boolean): Declaration | undefined {
    if (sizeOf(path) > MAX_DECLARATION_BYTES) return undefined;
    const text = this.text(path);
    return text === undefined ? undefined : readDeclaration(path, text, besideData);
  }
}

const slashed = (path: string) => (sep === '/' ? path : path.split(sep).join('/'));

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
