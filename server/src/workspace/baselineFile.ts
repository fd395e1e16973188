import { join } from 'node:path';
import type { Baseline } from '../engine/context';
import { readText } from './readText';
import { writeAtomic } from './writeAtomic';

/** State folder of a project, beside its configuration. */
export const STATE_FOLDER = '.dataset-hygiene';

export const baselinePath = (root: string) => join(root, STATE_FOLDER, 'baseline.json');

/**
 * Accepted findings: for each rule a set of keys, each standing for one record by its content. No line, no count and
 * no text of the dataset is in it.
 */
export class BaselineFile implements Baseline {
  private constructor(private readonly rules: Map<string, Set<string>>) {}

  static empty(): BaselineFile {
    return new BaselineFile(new Map());
  }

  /** @throws Error saying what is wrong when the text is no baseline: a damaged one must not pass for an empty one */
  static parse(text: string): BaselineFile {
    const data: unknown = JSON.parse(text);
    if (!isObject(data) || data.version !== 1 || !isObject(data.accepted)) {
      throw new Error('not a baseline of version 1');
    }
    const rules = new Map<string, Set<string>>();
    for (const [rule, keys] of Object.entries(data.accepted)) {
      if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
        throw new Error(`the keys of ${rule} are no list`);
      rules.set(rule, new Set(keys));
    }
    return new BaselineFile(rules);
  }

  /** The baseline at a path; undefined where there is none. */
  static read(path: string): BaselineFile | undefined {
    const text = readText(path);
    return text === undefined ? undefined : BaselineFile.parse(text);
  }

  knows(rule: string): boolean {
    return this.rules.has(rule);
  }

  has(rule: string, key: string): boolean {
    return this.rules.get(rule)?.has(key) ?? false;
  }

  add(rule: string, key: string): void {
    const keys = this.rules.get(rule);
    if (keys) keys.add(key);
    else this.rules.set(rule, new Set([key]));
  }

  /** Only those accepted findings that still occur: never one that is not accepted yet. */
  prunedTo(occurring: Iterable<{ rule: string; key: string }>): BaselineFile {
    const kept = BaselineFile.empty();
    for (const { rule, key } of occurring) if (this.has(rule, key)) kept.add(rule, key);
    return kept;
  }

  get size(): number {
    let size = 0;
    for (const keys of this.rules.values()) size += keys.size;
    return size;
  }

  /** Sorted, a key a line, so that merges and reviews are easy. */
  toString(): string {
    const accepted = Object.fromEntries(
      [...this.rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, keys]) => [rule, [...keys].sort()]),
    );
    return `${JSON.stringify({ version: 1, accepted }, null, 2)}\n`;
  }

  write(path: string): void {
    writeAtomic(path, this.toString());
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
