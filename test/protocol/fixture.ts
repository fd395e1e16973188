import type { TestContext } from 'node:test';
import { type ClientOptions, own, TestClient } from './client';
import { TestProject } from './project';

/** A client and a project that end with the test; an error of the test itself comes before one about messages left. */
export async function fixture(
  t: TestContext,
  files: Record<string, string | Uint8Array> = {},
  options: ClientOptions = own,
): Promise<{ client: TestClient; project: TestProject }> {
  const project = new TestProject(files);
  const client = await TestClient.start(options);
  t.after(async () => {
    try {
      await client.stop();
    } finally {
      client.kill();
      project.remove();
    }
  });
  return { client, project };
}

/** A record that nothing is found in. */
export const CLEAN =
  '{"text": "A river runs past the mill.", "source": "mill", "license": "CC0-1.0", "digital_source_type": "digitalCreation"}';

export const at = (line: number, character: number) => ({ line, character });
export const span = (line: number, from: number, to: number) => ({ start: at(line, from), end: at(line, to) });
