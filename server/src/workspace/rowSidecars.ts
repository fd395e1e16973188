import { basename } from 'node:path';
import type { Sidecar } from '../engine/context';
import { attributesPath, parseDolmaAttributes } from '../engine/provenance/declarations/dolmaAttributes';
import { joinSidecars } from '../engine/provenance/declarations/sidecarRows';
import { parseSidecar, SIDECAR_ENDING } from '../engine/provenance/sidecar';
import { namesIn } from './localSources';

/** A segment of a path below which Dolma keeps documents; attributes stand in a tree of the same form beside it. */
const DOCUMENTS = /^(.*[\\/])?documents(?=[\\/])/;

/**
 * The row sidecars of a dataset file: ours, and the attribute files of Dolma beside it.
 *
 * @param shown name of the file, to be shown as the place of what they assert
 */
export function rowSidecars(
  path: string,
  shown: string,
  text: (path: string) => string | undefined,
): Sidecar | undefined {
  const own = text(path + SIDECAR_ENDING);
  const sidecars = own === undefined ? [] : [parseSidecar(own, shown + SIDECAR_ENDING).sidecar];
  const [documents] = DOCUMENTS.exec(path) ?? [];
  if (documents) {
    for (const tagger of namesIn(documents.replace(/documents$/, 'attributes'))) {
      const file = attributesPath(path, tagger);
      const attributes = file === undefined ? undefined : text(file);
      const sidecar =
        attributes === undefined ? undefined : parseDolmaAttributes(attributes, `${tagger}/${basename(path)}`);
      if (sidecar) sidecars.push(sidecar);
    }
  }
  return joinSidecars(sidecars);
}
