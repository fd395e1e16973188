import { existsSync } from 'node:fs';
import type { Finding } from '../engine/finding';
import { BaselineFile } from '../workspace/baselineFile';
import type { Project } from '../workspace/project';
import { baselineOf, fromHere } from './surroundings';

/**
 * What a check does with the baseline when it changes it: `write` accepts every finding, `prune` notes which accepted
 * ones still occur. Nothing is written before `save`.
 */
export class Acceptance {
  private readonly files = new Map<
    string,
    { before: BaselineFile | undefined; current: { rule: string; key: string }[] }
  >();

  constructor(
    private readonly mode: 'write' | 'prune',
    private readonly project: Project,
  ) {}

  /** A file is checked whose findings this baseline accepts. */
  startFile(path: string): void {
    const baseline = baselineOf(path, this.project);
    if (!this.files.has(baseline)) {
      this.files.set(baseline, { before: this.project.baselineFor(path), current: [] });
    }
  }

  /** Whether a finding, checked with its key, is accepted. */
  accepts(path: string, { rule, key }: Finding): boolean {
    const file = this.files.get(baselineOf(path, this.project))!;
    if (this.mode === 'prune' && !file.before?.has(rule, key!)) return false;
    file.current.push({ rule, key: key! });
    return true;
  }

  /** Writes the baselines that change; says what was done. */
  save(): string[] {
    return [...this.files].flatMap(([path, { before, current }]) => {
      const known = before?.size ?? 0;
      if (this.mode === 'prune') {
        if (!before) return [];
        const kept = before.prunedTo(current);
        if (kept.size < known) kept.write(path);
        return [`${fromHere(path)}: ${known - kept.size} of ${known} accepted findings are gone.`];
      }
      const accepted = before ?? BaselineFile.empty();
      for (const { rule, key } of current) accepted.add(rule, key);
      if (accepted.size === 0 && !existsSync(path)) return [];
      if (accepted.size > known) accepted.write(path);
      return [`${fromHere(path)}: ${accepted.size} accepted findings, ${accepted.size - known} of them new.`];
    });
  }
}
