import { constants } from 'node:os';

const all: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const exit = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);

/**
 * Runs `cleanUp` exactly once: when the returned function is called, or at the end of the process, be it by itself or
 * by one of `signals`. It must be synchronous: nothing else still runs at the end of a process.
 */
export function atEnd(cleanUp: () => void, signals = all): () => void {
  // Signals stay caught during the end: a second Ctrl+C must not cut it short.
  process.on('exit', cleanUp);
  for (const signal of signals) process.on(signal, exit);
  let done = false;
  return () => {
    if (done) return;
    done = true;
    process.off('exit', cleanUp);
    for (const signal of signals) process.off(signal, exit);
    cleanUp();
  };
}
