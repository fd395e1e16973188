import type { Configuration } from '../../configuration';
import { advance } from '../../records/position';
import type { Declaration, Statement } from './reading';

/** What `dataset-hygiene.json` declares; of several declarations for a file the last one wins, so it comes first. */
export function configurationDeclaration({ provenance }: Configuration, text: string): Declaration {
  const statements = [...provenance].reverse().flatMap(({ files, values }) =>
    [...values].map(([field, { value, span }]): Statement => {
      return { field, value, quantifier: 'every', scope: scopeOf(files), files, ...span };
    }),
  );
  const positionOf = (offset: number) => advance({ line: 0, column: 0 }, text, offset);
  return {
    kind: 'configuration',
    reading: { statements, columns: [], dataFiles: undefined, tags: [] },
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
  };
}

/** How far globs reach: one file, a folder, everything, or a part of it. */
function scopeOf(globs: readonly string[]): Statement['scope'] {
  if (globs.every((glob) => !/[*?[{(]/.test(glob))) return 'file';
  if (globs.some((glob) => /^(?:\.\/)?\*\*(?:\/\*)?$/.test(glob))) return 'dataset';
  return globs.every((glob) => /^[^*?[{(]+\/\*\*(?:\/\*)?$/.test(glob)) ? 'directory' : 'split';
}
