import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { format } from 'node:util';
import { type Message, SOCKET, SUITE } from './channel';

type Runner = { run: () => Promise<void> };

const streams = { log: 'stdout', info: 'stdout', warn: 'stderr', error: 'stderr' } as const;

/**
 * Loaded by the extension host in place of the suite: runs the suite, passes on what it prints, and says when it
 * passed. VS Code in a browser does neither: it ends with code 0 even if the extension host merely stops.
 */
export async function run(): Promise<void> {
  const socket = connect(process.env[SOCKET]!);
  // Whoever listened is gone, and the server it started is about to be ended.
  socket.on('error', () => undefined);
  const send = (message: Message) => socket.write(`${JSON.stringify(message)}\n`);
  forwardConsole(send);
  try {
    const suite = createRequire(__filename)(process.env[SUITE]!) as Runner;
    await suite.run();
    send({ passed: true });
  } catch (error) {
    send({ stream: 'stderr', text: `${error instanceof Error ? error.stack : error}\n` });
    throw error;
  } finally {
    await new Promise<void>((resolve) => socket.end(resolve));
  }
}

function forwardConsole(send: (message: Message) => void): void {
  for (const name of Object.keys(streams) as (keyof typeof streams)[]) {
    const original = console[name];
    const value = (...args: unknown[]) => {
      send({ stream: streams[name], text: `${format(...args)}\n` });
      original.apply(console, args);
    };
    // VS Code turns a plain assignment into one without effect.
    Object.defineProperty(console, name, { configurable: true, writable: true, value });
  }
}
