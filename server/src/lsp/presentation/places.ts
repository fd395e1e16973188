import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { CONFIGURATION_FILE } from '../../engine/configuration';
import { parseCard } from '../../engine/provenance/card';
import { SIDECAR_ENDING } from '../../engine/provenance/sidecar';
import { foldersUp } from '../../workspace/project';
import { readText } from '../../workspace/readText';
import type { Session } from '../session';

const CARD = 'README.md';

/** Uri of a file around a dataset by the short name the engine knows it by: the same search, upwards from the dataset. */
export function placeUri(session: Session, path: string, file: string): string | undefined {
  const found = placePath(session, path, file);
  return found && URI.file(found).toString();
}

function placePath(session: Session, path: string, file: string): string | undefined {
  if (file === basename(path) + SIDECAR_ENDING) return path + SIDECAR_ENDING;
  if (file === CONFIGURATION_FILE) return session.project.configurationFor(path)?.path;
  if (file !== CARD) return undefined;
  return foldersUp(dirname(path))
    .map((folder) => join(folder, CARD))
    .find((card) => {
      const text = session.documentAt(card)?.getText() ?? readText(card);
      return text !== undefined && parseCard(text, CARD) !== undefined;
    });
}
