import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where the wrapper in the extension host finds the socket of the process that started VS Code. */
export const SOCKET = 'DATASET_HYGIENE_HOST_SOCKET';

/** Where it finds the path of the suite to run. */
export const SUITE = 'DATASET_HYGIENE_HOST_SUITE';

/** One line on the socket: text for the terminal, or the news that the suite ended well. */
export type Message = { stream: 'stdout' | 'stderr'; text: string } | { passed: true };

/** The listening end. */
export interface Channel {
  socket: string;
  /** Whether the suite said that it passed. */
  passed(): boolean;
  /** Settles when the extension host has said all it has to say. */
  closed: Promise<void>;
}

/** Listens in `folder` for one extension host, and prints what it says. */
export function listen(folder: string): Promise<Channel> {
  const socket = join(mkdtempSync(join(folder, 's')), 's');
  let passed = false;
  const receive = (line: string) => {
    const message = JSON.parse(line) as Message;
    if ('passed' in message) passed = true;
    else process[message.stream].write(message.text);
  };
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((done) => {
      const server = createServer((connection) => {
        server.close();
        connection.on('error', () => done());
        createInterface({ input: connection }).on('line', receive).on('close', done);
      });
      server.on('error', reject).unref();
      server.listen(socket, () => resolve({ socket, passed: () => passed, closed }));
    });
  });
}
