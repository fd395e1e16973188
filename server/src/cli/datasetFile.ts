import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { DatasetFile } from '../engine/check';
import { dataFile } from '../workspace/dataFile';
import type { Project } from '../workspace/project';
import type { Terminal } from './terminal';

/** Bytes handed on at a time: what they give rise to is written before the next. */
const PIECE_BYTES = 1 << 16;

/** A file up to this size is read once and kept while it is checked, which asks for its bytes several times. */
const SMALL_BYTES = 1 << 20;

/**
 * A file as a check reads it, named by its path in the project; reading waits while the output is not taken.
 *
 * @param size bytes of the file, as far as is known
 */
export function pacedFile(path: string, size: number, project: Project, terminal: Terminal): DatasetFile {
  const name = relative(project.rootOf(path), path).split(sep).join('/');
  const streamed = dataFile(path, name);
  let whole: Buffer | undefined;
  const chunks = () => {
    if (size === 0 || size > SMALL_BYTES) return streamed.bytes();
    whole ??= readFileSync(path);
    return [whole];
  };
  return {
    name,
    async *bytes() {
      for await (const chunk of chunks()) {
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
          await terminal.out.drained();
          terminal.progress.show();
          yield chunk.subarray(at, at + PIECE_BYTES);
        }
      }
    },
  };
}
