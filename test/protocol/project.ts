import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A project in a temporary folder. */
export class TestProject {
  readonly root = mkdtempSync(join(tmpdir(), 'protocol-'));

  constructor(files: Record<string, string | Uint8Array> = {}) {
    // The search for configurations and cards ends at a repository.
    mkdirSync(join(this.root, '.git'));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  path(name: string): string {
    return join(this.root, name);
  }

  uri(name: string): string {
    return pathToFileURL(this.path(name)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
