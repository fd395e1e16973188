// Packs the extension (.vsix) and the npm package (.tgz) into out/, with minified bundles, and prints their sizes.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
run(process.execPath, ['scripts/build.mjs', '--production']);
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'out/packages');
mkdirSync(folder, { recursive: true });
const vsix = join(folder, `${name}-${version}.vsix`);
run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', vsix], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
for (const path of [vsix, join(folder, `${name}-${version}.tgz`)]) {
  console.log(`${path.slice(root.length)}: ${(statSync(path).size / 1024).toFixed(0)} KB`);
}
