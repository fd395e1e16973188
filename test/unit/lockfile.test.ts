import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();

/** `npm ci` refuses a lockfile that lacks packages of other platforms, and machines differ. */
test('the lockfile holds every optional package, and no address', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = JSON.parse(text).packages;
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  for (const [path, { optionalDependencies }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies ?? {}))
      assert.ok(names.has(name), `${name}, wanted by ${path}`);
  }
  assert.doesNotMatch(text, /"resolved"/);
});
