import { parseJson } from '../../records/jsonParser';
import { defaultLimits } from '../../records/limits';
import { advance } from '../../records/position';
import type { ObjectValue } from '../../records/value';
import type { SourceClaim, SourceDeclarations } from '../knownSources';
import { namesOfSource } from '../knownSourcesNames';
import { originClass } from '../vocabulary';
import { objectAt, textAt } from './documents';
import { datasetsOf, modelGenerated } from './dpi';

/**
 * What a summary of the Data Provenance Initiative says of the datasets that it describes, by any of their names. One
 * without models makes no claim: the initiative lists those it knows of.
 *
 * @param text whole text of the summary, for places
 * @param file name to show
 * @returns undefined where it is no summary, or claims nothing
 */
export function summarySources(text: string, file: string): SourceDeclarations | undefined {
  const { root } = parseJson(text, defaultLimits.depth);
  if (root?.type !== 'object') return undefined;
  const claims = new Map<string, SourceClaim>();
  const named = new Map<string, number>();
  for (const dataset of datasetsOf(root)) {
    const names = namesOf(dataset);
    const claim = claimOf(dataset, names[0] ?? file, text, file);
    for (const name of new Set(names.flatMap((one) => namesOfSource(one)[0] ?? []))) {
      named.set(name, (named.get(name) ?? 0) + 1);
      if (claim && !claims.has(name)) claims.set(name, claim);
    }
  }
  // Of a name that several datasets share, such as that of their collection, each is a part.
  for (const [name, claim] of claims) if (named.get(name)! > 1) claims.set(name, { ...claim, quantifier: 'some' });
  if (claims.size === 0) return undefined;
  return (source) => {
    const name = namesOfSource(source).find((candidate) => claims.has(candidate));
    return name === undefined ? undefined : claims.get(name);
  };
}

/** Names of a dataset, the one to show first. */
function namesOf(dataset: ObjectValue): string[] {
  const inferred = objectAt(dataset, 'Inferred Metadata');
  const keys = ['Dataset Name', 'Unique Dataset Identifier', 'Hugging Face URL', 'Dataset URL'];
  const values = [...keys.map((key) => textAt(dataset, key)), inferred && textAt(inferred, 'HF Dataset')];
  return values.flatMap((value) => (value ? [value.text.trim()] : []));
}

function claimOf(dataset: ObjectValue, source: string, text: string, file: string): SourceClaim | undefined {
  const { generators, origins, whole } = modelGenerated(dataset);
  const [first] = generators;
  const [origin] = origins;
  if (!first || !origin) return undefined;
  const names = generators.map((generator) => generator.text.trim());
  const positionOf = (offset: number) => advance({ line: 0, column: 0 }, text, offset);
  return {
    source,
    origin: whole ? originClass(origin.value)! : 'machine',
    quantifier: whole ? 'every' : 'some',
    generators: names,
    evidence: `the Data Provenance Initiative names ${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''} among what made its text`,
    place: { file, range: { start: positionOf(first.start), end: positionOf(first.end) } },
  };
}

/** Generators named at most. */
const SHOWN = 3;
