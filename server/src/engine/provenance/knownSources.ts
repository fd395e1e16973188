import type { Place } from './assertion';
import { namesOfSource } from './knownSourcesNames';
import { type KnownSource, knownSources, knownSourcesAsOf } from './knownSourcesTable';
import { remember } from './memo';
import type { OriginClass } from './vocabulary';

/** What a source says of itself, and where that can be read. */
export interface SourceClaim {
  /** Name of the source, as whoever describes it spells it. */
  source: string;
  /** Who or what made its texts. `human`, `neutral` and `unknown` claim no machine text, and end the search for one. */
  origin: OriginClass;
  /** Whether that holds of every record of the source, or of a part of them that is not known. */
  quantifier: 'every' | 'some';
  /** Models that wrote its texts, where known. */
  generators: readonly string[];
  /** What it says, in a phrase without a final stop. */
  evidence: string;
  /** Address where that can be read. */
  citation?: string;
  /** Day or month of which the claim is true, as far as is known. */
  date?: string;
  /** Where a file of the project says so. */
  place?: Place;
}

/** Looks up what a source, written in whatever way, says of itself; undefined where nothing is known. */
export type SourceDeclarations = (source: string) => SourceClaim | undefined;

/**
 * Joins what is declared of sources: the first that knows a source is heard. What a project declares goes first, then
 * what cards and summaries found beside the data say, and the table that is shipped last.
 */
export function declarationsOfSources(...nearestFirst: readonly SourceDeclarations[]): SourceDeclarations {
  const all = [...nearestFirst, shippedSources];
  const find = remember((source: string) => {
    for (const declared of all) {
      const claim = declared(source);
      if (claim) return { claim };
    }
    return { claim: undefined };
  });
  return (source) => find(source).claim;
}

const byName = new Map<string, SourceClaim | undefined>();
for (const known of knownSources) {
  const claim = claimOf(known);
  for (const name of known.names) byName.set(namesOfSource(name)[0]!, claim);
  for (const name of known.except) byName.set(namesOfSource(name)[0]!, undefined);
}

/** What the shipped table says. */
export const shippedSources: SourceDeclarations = (source) => {
  const name = namesOfSource(source).find((candidate) => byName.has(candidate));
  return name === undefined ? undefined : byName.get(name);
};

function claimOf({ names, kind, generators, says, citation }: KnownSource): SourceClaim {
  return {
    source: names[0]!,
    origin: kind === 'mixed' ? 'mixed' : 'machine',
    quantifier: kind === 'some' ? 'some' : 'every',
    generators,
    evidence: says,
    citation,
    date: knownSourcesAsOf,
  };
}
