// Loads a TypeScript module of the project into a script: bundled in memory, so that nothing has to be built before.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);

export async function loadTs(path) {
  const outfile = join(root, 'out/scripts', `${path.replaceAll('/', '-')}.cjs`);
  mkdirSync(join(root, 'out/scripts'), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return require(outfile);
}
