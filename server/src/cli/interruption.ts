import type { BulkRun } from '../workspace/bulk/bulkFix';
import type { BulkReport } from './bulkReport';
import type { Terminal } from './terminal';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

class Interruption extends Error {}

/**
 * Runs a bulk change that ends at the next piece of a file when the program is told to stop; nothing is changed then.
 *
 * @returns undefined when it was told to stop
 */
export async function untilInterrupted<Result>(
  terminal: Terminal,
  report: BulkReport,
  work: (run: BulkRun) => Promise<Result>,
): Promise<Result | undefined> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  const turn = async (path: string, bytes: number) => {
    report.progress(path, bytes);
    await terminal.out.drained();
    // Signals are handled between turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    if (stopped) throw new Interruption();
  };
  try {
    return await work({ turn, onChange: (change) => report.change(change) });
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    terminal.fail('Interrupted: nothing was changed.');
    return undefined;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
