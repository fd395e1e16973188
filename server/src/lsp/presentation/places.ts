import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Session } from '../session';

/** Uri of a file around a dataset by the name that findings show, which is its path from the root of the project. */
export function placeUri(session: Session, path: string, file: string): string {
  return URI.file(join(session.project.rootOf(path), file)).toString();
}
