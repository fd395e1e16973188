// Bundles the three programs: the extension's client, the language server, the command line.
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
linkCommand();

/** Makes `npx dataset-hygiene` work in the clone, as it does where the package is installed. */
function linkCommand() {
  const bin = `${root}node_modules/.bin/dataset-hygiene`;
  rmSync(bin, { force: true });
  if (process.platform === 'win32') writeFileSync(`${bin}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n');
  else symlinkSync('../../dist/cli.js', bin);
}
