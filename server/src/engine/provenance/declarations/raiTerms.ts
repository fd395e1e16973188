import { editDistance } from '../editDistance';

/** Properties of Croissant RAI 1.0 (`croissant_rai.ttl`). */
const DEFINED = [
  'annotationsPerItem',
  'annotatorDemographics',
  'dataAnnotationAnalysis',
  'dataAnnotationPlatform',
  'dataAnnotationProtocol',
  'dataBiases',
  'dataCollection',
  'dataCollectionMissingData',
  'dataCollectionRawData',
  'dataCollectionTimeframe',
  'dataCollectionType',
  'dataImputationProtocol',
  'dataLimitations',
  'dataManipulationProtocol',
  'dataPreprocessingProtocol',
  'dataReleaseMaintenancePlan',
  'dataSocialImpact',
  'dataUseCases',
  'machineAnnotationTools',
  'personalSensitiveInformation',
] as const;

/**
 * Names in use that the vocabulary lacks: `hasSyntheticData`, which NeurIPS 2026 requires, what Croissant Baker writes, and
 * two of the specification's own table of use cases.
 */
const IN_USE = [
  'hasSyntheticData',
  'usedBy',
  'usedPlatform',
  'dataSharingAgreements',
  'dataGovernanceProtocol',
] as const;

const known: ReadonlySet<string> = new Set([...DEFINED, ...IN_USE]);

/** Other names for a property; the specification's prose has the first ones, users the rest. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['useCases', 'dataUseCases'],
  ['annotationPlatform', 'dataAnnotationPlatform'],
  ['annotationProtocol', 'dataAnnotationProtocol'],
  ['annotationAnalysis', 'dataAnnotationAnalysis'],
  ['dataCollectionRaw', 'dataCollectionRawData'],
  ['dataReleaseMaintenance', 'dataReleaseMaintenancePlan'],
  ['dataBias', 'dataBiases'],
  ['biases', 'dataBiases'],
  ['limitations', 'dataLimitations'],
  ['socialImpact', 'dataSocialImpact'],
  ['dataPreprocessing', 'dataPreprocessingProtocol'],
  ['dataImputation', 'dataImputationProtocol'],
  ['dataManipulation', 'dataManipulationProtocol'],
  ['personalInformation', 'personalSensitiveInformation'],
  ['sensitiveInformation', 'personalSensitiveInformation'],
  ['syntheticData', 'hasSyntheticData'],
]);

/** What the name of a RAI property means: `known`, another name for one, a slip or two away from one, or nothing known. */
export type RaiReading = { kind: 'known' } | { kind: 'other-name' | 'near'; property: string } | { kind: 'unknown' };

export function readRaiProperty(local: string): RaiReading {
  if (known.has(local)) return { kind: 'known' };
  const other = OTHER_NAMES.get(local);
  if (other) return { kind: 'other-name', property: other };
  const near =
    local.length > 60
      ? undefined
      : [...known].find((name) => editDistance(local.toLowerCase(), name.toLowerCase(), 2) !== undefined);
  return near ? { kind: 'near', property: near } : { kind: 'unknown' };
}

/** What NeurIPS 2026 requires of the Croissant file of a dataset, besides the core (Evaluations and Datasets track). */
export const MINIMAL_RAI: readonly string[] = [
  'rai:dataLimitations',
  'rai:dataBiases',
  'rai:personalSensitiveInformation',
  'rai:dataUseCases',
  'rai:dataSocialImpact',
  'rai:hasSyntheticData',
  'prov:wasDerivedFrom',
  'prov:wasGeneratedBy',
];
