import { relative, sep } from 'node:path';
import type { DatasetFile } from '../engine/check';
import { dataFile } from '../workspace/dataFile';
import type { Project } from '../workspace/project';
import type { Terminal } from './terminal';

/** Bytes handed on at a time: what they give rise to is written before the next. */
const PIECE_BYTES = 1 << 16;

/** A file as a check reads it, named by its path in the project; reading waits while the output is not taken. */
export function pacedFile(path: string, project: Project, terminal: Terminal): DatasetFile {
  const name = relative(project.rootOf(path), path).split(sep).join('/');
  const file = dataFile(path, name);
  return {
    name,
    async *bytes() {
      for await (const chunk of file.bytes()) {
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
          await terminal.out.drained();
          terminal.progress.show();
          yield chunk.subarray(at, at + PIECE_BYTES);
        }
      }
    },
  };
}
