// npm start: installs, builds, checks the examples, and says how to go on.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
run(process.execPath, ['scripts/build.mjs']);
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples'], { cwd: root, stdio: 'inherit' });
if (status !== 0 && status !== 1) process.exit(status ?? 1);

console.log(`
These are the findings of the examples (exit code ${status}: 1 means there are some, as there should be).

  npm run editor                     open VS Code on the examples, with squiggles and quick fixes
  npx dataset-hygiene check DATA     check your own files or folders
  npx dataset-hygiene --help         everything else
  npm test                           run all tests`);
