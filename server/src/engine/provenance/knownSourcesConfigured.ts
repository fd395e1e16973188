import type { DeclaredSource } from '../configuration';
import { matchesGlob } from '../glob';
import { advance } from '../records/position';
import type { SourceClaim, SourceDeclarations } from './knownSources';
import { namesOfSource } from './knownSourcesNames';
import { readOrigin } from './vocabulary';

const GLOB = /[*?[{]/;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * What `sources` of a configuration says. A key is the id or name of a dataset, or the address of a page; as a glob it
 * is compared with the address and with each name. An exact key comes before globs, and of globs the last.
 *
 * @param text whole text of the configuration, for places
 * @param file name to show
 */
export function configuredSources(
  sources: ReadonlyMap<string, DeclaredSource>,
  text: string,
  file: string,
): SourceDeclarations {
  const exact = new Map<string, SourceClaim>();
  const globs: [pattern: string, claim: SourceClaim][] = [];
  for (const [key, declared] of sources) {
    const claim = claimOf(key, declared, text, file);
    const name = namesOfSource(key)[0];
    if (GLOB.test(key)) globs.unshift([key.replace(SCHEME, '').toLowerCase(), claim]);
    else if (name !== undefined) exact.set(name, claim);
  }
  return (source) => {
    const names = namesOfSource(source);
    const name = names.find((candidate) => exact.has(candidate));
    if (name !== undefined) return exact.get(name);
    const written = [source.trim().replace(SCHEME, '').toLowerCase(), ...names];
    return globs.find(([pattern]) => written.some((candidate) => matchesGlob(candidate, pattern)))?.[1];
  };
}

function claimOf(key: string, declared: DeclaredSource, text: string, file: string): SourceClaim {
  const { origin, generators, url, span } = declared;
  const reading = readOrigin(origin);
  const type = reading.kind === 'unknown' ? undefined : reading.type;
  const positionOf = (offset: number) => advance({ line: 0, column: 0 }, text, offset);
  return {
    source: key,
    origin: type?.class ?? 'unknown',
    // A composite may hold generated parts: that is said of no single record.
    quantifier: type?.code === 'composite' ? 'some' : 'every',
    generators,
    evidence: `declared ${type?.code ?? origin} in ${file}`,
    ...(url !== undefined && { citation: url }),
    place: { file, range: { start: positionOf(span.start), end: positionOf(span.end) } },
  };
}
