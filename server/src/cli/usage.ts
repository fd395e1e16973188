import { parseArgs } from 'node:util';

/** The command line cannot be followed. */
export class UsageError extends Error {}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Reads the arguments of a command; `--help` is known to every one of them. */
export function readArguments<O extends Options>(args: readonly string[], options: O) {
  const help = { help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...options, ...help } });
  } catch (error) {
    // What follows the first sentence is advice on quoting.
    const [said] = (error as Error).message.split(/\.?\s*(?:\. |\n|$)/);
    throw new UsageError(`${said}.`);
  }
}

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(option: string, value: string | undefined, words: readonly [T, ...T[]]): T {
  if (value === undefined) return words[0];
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${words.join(', ')}; "${value}" is none of them.`);
  return found;
}

/** The value of an option that takes a whole number, 0 or more. */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new UsageError(`${option} takes a whole number; "${value}" is none.`);
  return Number(value);
}

/** The paths given, or the default. */
export function pathsOr(given: readonly string[], otherwise: readonly string[]): readonly string[] {
  if (given.includes('')) throw new UsageError('A path is empty.');
  return given.length > 0 ? given : otherwise;
}
