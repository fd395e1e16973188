// Timings, as ratios against something measured in the same run.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, run } from './install.mjs';

run(process.execPath, ['scripts/build.mjs', '--production']);
await startUp();

/** From spawning the server to its answer to `initialize`, beside an empty Node script that prints one line. */
async function startUp() {
  const server = [];
  const empty = [];
  for (let i = 0; i < 10; i++) {
    empty.push(await time(['-e', 'process.stdout.write("x")']));
    server.push(await time([join(root, 'dist/server.js'), '--stdio'], initialize()));
  }
  const ratio = median(server) / median(empty);
  console.log(
    `start-up: server ${median(server).toFixed(0)} ms, empty script ${median(empty).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (median of 10)`,
  );
}

function initialize() {
  const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { push: true } };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Milliseconds until a process prints its first bytes. */
function time(args, input) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it answered`)));
    child.stdout.once('data', () => {
      resolve(Number(process.hrtime.bigint() - started) / 1e6);
      child.kill();
    });
    if (input) child.stdin.write(input);
  });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[4] + sorted[5]) / 2;
}
