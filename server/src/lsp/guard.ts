import type { RemoteConsole } from 'vscode-languageserver/node';
import { Cancelled } from './documents/textFile';

/**
 * Runs a handler; what it throws goes to the log and `otherwise` is answered, so that one odd document stops nothing. A
 * document that was edited meanwhile is no fault.
 */
export async function guarded<R>(
  log: RemoteConsole,
  name: string,
  run: () => R | Promise<R>,
  otherwise: R,
): Promise<R> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Cancelled)) log.error(`${name} failed: ${traceOf(error)}`);
    return otherwise;
  }
}

/** Kind and stack of an error without its message: a message may quote the dataset. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
