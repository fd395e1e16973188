import { editDistance } from '../editDistance';

/** Properties of W3C PROV-O whose names mean nothing else, so that they are known without their prefix. */
const DISTINCT = [
  'actedOnBehalfOf',
  'alternateOf',
  'atLocation',
  'atTime',
  'endedAtTime',
  'generatedAtTime',
  'hadActivity',
  'hadDictionaryMember',
  'hadGeneration',
  'hadMember',
  'hadPlan',
  'hadPrimarySource',
  'hadRole',
  'hadUsage',
  'invalidatedAtTime',
  'qualifiedAssociation',
  'qualifiedAttribution',
  'qualifiedCommunication',
  'qualifiedDelegation',
  'qualifiedDerivation',
  'qualifiedEnd',
  'qualifiedGeneration',
  'qualifiedInfluence',
  'qualifiedInvalidation',
  'qualifiedPrimarySource',
  'qualifiedQuotation',
  'qualifiedRevision',
  'qualifiedStart',
  'qualifiedUsage',
  'specializationOf',
  'startedAtTime',
  'wasAssociatedWith',
  'wasAttributedTo',
  'wasDerivedFrom',
  'wasEndedBy',
  'wasGeneratedBy',
  'wasInfluencedBy',
  'wasInformedBy',
  'wasInvalidatedBy',
  'wasQuotedFrom',
  'wasRevisionOf',
  'wasStartedBy',
] as const;

const distinct: ReadonlySet<string> = new Set(DISTINCT);

/** Relations of PROV that Croissant files write in words of their own. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['locatedAt', 'atLocation'],
  ['location', 'atLocation'],
  ['isAssociatedWith', 'wasAssociatedWith'],
  ['isAttributedTo', 'wasAttributedTo'],
  ['isDerivedFrom', 'wasDerivedFrom'],
  ['isGeneratedBy', 'wasGeneratedBy'],
  ['startTime', 'startedAtTime'],
  ['endTime', 'endedAtTime'],
]);

/** Dates of PROV-O: `xsd:dateTime`, which Croissant files write as plain dates too. */
export const PROV_DATES: ReadonlySet<string> = new Set(
  ['startedAtTime', 'endedAtTime', 'generatedAtTime', 'invalidatedAtTime', 'atTime'].map((name) => `prov:${name}`),
);

/** Whether a name without its prefix can only be this property of PROV-O. */
export const isProvProperty = (local: string): boolean => distinct.has(local);

/** The property of PROV-O that a `prov:` name which PROV does not define is meant for, where that is plain. */
export function meantProperty(local: string): string | undefined {
  if (distinct.has(local)) return undefined;
  const known = WORDS.get(local);
  if (known || local.length < 8) return known;
  return DISTINCT.find((name) => editDistance(local, name, 2) !== undefined);
}
