import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The clone that is tested. */
export const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();

/** A copy of the examples for a test to open and change. */
export function copyOfExamples(): { folder: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'dataset-hygiene-'));
  const folder = join(parent, 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
