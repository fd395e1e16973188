// Bundles the three programs: the extension's client, the language server, the command line.
import { chmodSync, copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const production = process.argv.includes('--production');

await build({
  absWorkingDir: root,
  entryPoints: { client: 'client/src/extension.ts', server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
});
chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755);
// Weights stay a file of their own: a bundle would have to decode them at every start.
copyFileSync(
  new URL('../server/src/engine/synthetic/lexical/model.bin', import.meta.url),
  new URL('../dist/model.bin', import.meta.url),
);
