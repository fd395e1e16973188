import { closeSync, existsSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { applyEdits } from '../../engine/fix';
import type { ProvenanceField } from '../../engine/provenance/fields';
import type { ProvenancePatch } from '../../engine/provenance/write';
import { type ConfigurationChange, declarationFor } from '../declaration';
import { Project } from '../project';
import { fileState } from '../rewrite';
import type { Transaction } from '../undo/transaction';
import { isSameValue } from './choice';
import type { Change } from './hunk';
import type { Tally } from './outcome';

/**
 * Declares values for whole files, in the configuration of each project.
 *
 * @throws Error when a configuration cannot be edited, or the declaration would not be in force
 */
export function declareAll(
  project: Project,
  files: readonly Tally[],
  patch: ProvenancePatch,
  report: (change: Change) => void,
  transaction: Transaction | undefined,
): void {
  for (const group of byRoot(files, project)) {
    const paths = group.map(({ path }) => path);
    const declaration = declarationFor(project, paths, patch);
    if (!declaration) throw new Error('the configuration cannot be edited');
    const { path, text, edits } = declaration;
    assertInForce(project, paths, patch, path, applyEdits(text ?? '', edits));
    for (const tally of group) tally.written.add(path);
    report({ path, row: null, line: 0, source: text ?? '', edits });
    if (transaction) stage(declaration, transaction);
  }
}

function byRoot(files: readonly Tally[], project: Project): Tally[][] {
  const groups = new Map<string, Tally[]>();
  for (const file of files) {
    const root = project.rootOf(file.path);
    groups.set(root, [...(groups.get(root) ?? []), file]);
  }
  return [...groups.values()];
}

/** Something nearer may be declared in another document. */
function assertInForce(project: Project, paths: readonly string[], patch: ProvenancePatch, path: string, text: string) {
  const { overlay } = project.options;
  const after = new Project({
    ...project.options,
    overlay: (file) => (file === path ? text : overlay?.(file)),
  });
  for (const file of paths) {
    const { inherited } = after.inputsFor(file);
    for (const [field, value] of Object.entries(patch) as [ProvenanceField, string][]) {
      const said = inherited.find((assertion) => assertion.field === field);
      if (said && isSameValue(said.value, value)) continue;
      const place = said?.place ? `${said.place.file} is nearer` : 'it would not be read';
      throw new Error(`the declaration of ${field} would not be in force: ${place}`);
    }
  }
}

function stage({ path, text, edits }: ConfigurationChange, transaction: Transaction): void {
  if (text === undefined && !existsSync(path)) {
    const { sink, finish } = transaction.create(path);
    sink.write(Buffer.from(applyEdits('', edits)));
    finish();
    return;
  }
  const real = realpathSync(path);
  const state = fileState(real);
  const file = openSync(real, 'r');
  try {
    const mark = readFileSync(file).length - Buffer.byteLength(text ?? '');
    const { rewrite, finish } = transaction.rewrite(real, file, state);
    const offset = (unit: number) => mark + Buffer.byteLength((text ?? '').slice(0, unit));
    for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
      rewrite.replace({ start: offset(start), end: offset(end) }, Buffer.from(newText));
    }
    finish();
  } finally {
    closeSync(file);
  }
}
