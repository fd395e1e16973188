import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

/** Real dataset files, where they are: the scripts that measure on them must find what they claim. */
const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();

function measure(script: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script)], { encoding: 'utf8' });
  assert.equal(status, 0, `${script} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

test('every sample is checked in one run, and record counts equal those of JSON.parse', () => {
  const output = measure('measure-samples.mjs');
  const [, equal, all] = /counts equal to JSON\.parse: (\d+) of (\d+)/.exec(output)!;
  assert.equal(equal, all);
  assert.match(output, /exit code 1/);
});

test('the shapes of the samples are recognised', () => {
  const share = Number(/\(([\d.]+) %\)/.exec(measure('measure-shapes.mjs'))?.[1]);
  assert.ok(share >= 95, `${share} %`);
});
