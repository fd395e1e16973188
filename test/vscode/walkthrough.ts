import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Extension, inExamplesWindow, until } from './workbenchCopy';

/**
 * The main job through the user interface: open a dataset, see the squiggles, ask for quick fixes on a record with no
 * origin, choose one, save, and find exactly that record changed on disk.
 *
 * @param name prefix of the screenshots
 */
export function markARecord(name: string, extension: Extension): Promise<void> {
  return inExamplesWindow(name, extension, async ({ workbench, folder, shot, goTo, quickFix }) => {
    const { page } = workbench;
    const lines = () => readFileSync(join(folder, 'letters.jsonl'), 'utf8').split('\n');
    const before = lines();
    await workbench.openFile('letters.jsonl');
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000, state: 'attached' });
    await shot('1-squiggles');

    await goTo(2, 1);
    const human = await quickFix('Mark as human');
    await shot('2-quick-fix');
    await human.click();
    await page.locator('.monaco-editor .view-lines', { hasText: 'digitalCreation' }).waitFor();
    await page.keyboard.press('Control+s');
    await until(() => lines()[1] !== before[1]);
    await shot('3-after-fix');

    const after = lines();
    assert.equal(JSON.parse(after[1]!).metadata.provenance.digital_source_type, 'digitalCreation');
    assert.deepEqual(after.toSpliced(1, 1), before.toSpliced(1, 1));
  });
}

/**
 * A suspicion through the user interface: open a dataset with a passage in the manner of a model under a human label,
 * rest the mouse on the squiggle, read why, mark the record as synthetic, name its generator, save.
 *
 * @param name prefix of the screenshots
 */
export function answerASuspicion(name: string, extension: Extension): Promise<void> {
  return inExamplesWindow(name, extension, async ({ workbench, folder, shot, goTo, quickFix }) => {
    const { page } = workbench;
    const lines = () => readFileSync(join(folder, 'gardens.jsonl'), 'utf8').split('\n');
    const before = lines();
    const editor = await workbench.openFile('gardens.jsonl');
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000, state: 'attached' });
    await editor.getByText('fast-paced').hover();
    await page.locator('.monaco-hover', { hasText: 'False alarms of this verdict' }).first().waitFor();
    await shot('4-suspicion-hover');

    await goTo(2, 20);
    const synthetic = await quickFix('Mark as synthetic');
    await shot('5-suspicion-quick-fix');
    await synthetic.click();
    await page.locator('.monaco-editor .view-lines', { hasText: 'trainedAlgorithmicMedia' }).waitFor();
    await goTo(2, before[1]!.indexOf('digitalCreation') + 5);
    const generator = await quickFix('Name the generator…');
    await shot('6-suspicion-generator');
    await generator.click();
    await page.locator('.monaco-editor .view-lines', { hasText: '"generator"' }).waitFor();
    await page.keyboard.type('example-org/gardener-3b');
    await page.keyboard.press('Control+s');
    await until(() => lines()[1] !== before[1]);
    await shot('7-suspicion-answered');

    const after = lines();
    const { provenance, ...others } = JSON.parse(after[1]!);
    assert.deepEqual(others, { ...JSON.parse(before[1]!), digital_source_type: 'trainedAlgorithmicMedia' });
    assert.equal(provenance.generator, 'example-org/gardener-3b');
    assert.deepEqual(after.toSpliced(1, 1), before.toSpliced(1, 1));
  });
}
