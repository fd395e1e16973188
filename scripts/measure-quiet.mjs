// Zero configuration must be quiet: checks our own repository (without examples/) and three ordinary packages of npm,
// unpacked with their dependencies into a temporary folder. Prints the findings of each; there should be none.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

const packages = ['express', 'vscode-languageserver', 'eslint'];
const folder = mkdtempSync(join(tmpdir(), 'dataset-hygiene-quiet-'));
let noisy = 0;
try {
  // Folders only: a file that is named is checked whatever it is.
  const own = readdirSync(root).filter((name) => name !== 'examples' && statSync(join(root, name)).isDirectory());
  report('this repository', ...own.map((name) => join(root, name)));
  for (const name of packages) {
    const target = join(folder, name);
    const install = ['i', '--prefix', target, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', name];
    const { status } = spawnSync('npm', install, { stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) process.exit(2);
    // Under another name, or its files would be passed over as a package folder.
    renameSync(join(target, 'node_modules'), join(target, 'tree'));
    report(name, join(target, 'tree'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(noisy === 0 ? 0 : 1);

function report(name, ...paths) {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'check', '--format', 'json', ...paths],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const findings = lines.filter((line) => 'rule' in line);
  const files = lines.filter((line) => 'checked' in line);
  const checked = files.filter((line) => line.checked).length;
  console.log(
    `${name}: ${findings.length} findings; ${files.length} data files seen, ${checked} checked; exit code ${status}`,
  );
  // A run that saw nothing, or failed, proves nothing.
  if (files.length === 0 || status > 1) noisy++;
  for (const { file, line, rule } of findings.slice(0, 5)) console.log(`  ${file}:${line} ${rule}`);
  noisy += findings.length;
}
