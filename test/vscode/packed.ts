import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVsix } from '../host/ui';
import { root } from './workspaceCopy';

/** Packs the extension as it is published and installs it into a folder of extensions of its own. */
export function installPacked(): { extensionsDir: string; vsix: string } {
  execFileSync(process.execPath, [join(root, 'scripts/package.mjs')], { cwd: root, stdio: 'inherit' });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, 'out/packages', `${name}-${version}.vsix`);
  const extensionsDir = mkdtempSync(join(tmpdir(), 'dataset-hygiene-extensions-'));
  installVsix(vsix, extensionsDir);
  return { extensionsDir, vsix };
}

/** An extension that does nothing: VS Code runs tests on behalf of one under development only. */
export function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-hygiene-empty-'));
  const manifest = { name: 'nothing', publisher: 'tests', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
