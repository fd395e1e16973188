// Opens an editor with the extension loaded: npm run editor -- [folder] [--port 8080]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '0' } },
  allowPositionals: true,
});

const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const outfile = join(root, 'out/test/host/editor.js');
await build({
  entryPoints: [join(root, 'test/host/editor.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { openEditor } = await import(pathToFileURL(outfile).href);
try {
  await openEditor({ folder: positionals[0] ?? join(root, 'examples'), port: Number(values.port) });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
