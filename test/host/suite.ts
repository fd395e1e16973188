import { writeFileSync } from 'node:fs';
import { REPORT, summary } from './report';

type Body = () => unknown;

const TIMEOUT_MS = 60_000;
const tests: { name: string; body: Body }[] = [];

/** Registers a test to run inside VS Code; it fails by throwing, by rejecting, or by taking more than a minute. */
export function test(name: string, body: Body): void {
  tests.push({ name, body });
}

/** Runs all registered tests in order, a line each. VS Code calls it; rejects if any failed, or if there is none. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const { name, body } of tests) {
    try {
      await withTimeout(body);
      console.log(`ok - ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok - ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  const line = summary({ passed: tests.length - failed, failed });
  console.log(line);
  if (process.env[REPORT]) writeFileSync(process.env[REPORT], line);
  if (tests.length === 0) throw new Error('no test is registered');
  if (failed > 0) throw new Error(line);
}

async function withTimeout(body: Body): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still running after ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}
