import { ambiguousProvenance } from './ambiguousProvenance';
import { cardContradictsRecords } from './cardContradictsRecords';
import { cardCreatorsInvalid } from './cardCreatorsInvalid';
import { cardLicenseInvalid } from './cardLicenseInvalid';
import { cardSyntheticTagContradiction } from './cardSyntheticTagContradiction';
import { createdBeforeGeneratorRelease } from './createdBeforeGeneratorRelease';
import { createdOutOfOrder } from './createdOutOfOrder';
import { croissantProvMalformed } from './croissantProvMalformed';
import { croissantRaiMinimalMissing } from './croissantRaiMinimalMissing';
import { croissantRequiredMissing } from './croissantRequiredMissing';
import { croissantUnknownRaiProperty } from './croissantUnknownRaiProperty';
import { datapackageResourceProvenanceMissing } from './datapackageResourceProvenanceMissing';
import { dateNotIso8601 } from './dateNotIso8601';
import { degenerateRepetition } from './degenerateRepetition';
import { derivedFromCycle } from './derivedFromCycle';
import { derivedFromUnresolved } from './derivedFromUnresolved';
import { dpsMethodCodeMigrated } from './dpsMethodCodeMigrated';
import { duplicateTextConflictingOrigin } from './duplicateTextConflictingOrigin';
import { foundReadAsHuman } from './foundReadAsHuman';
import { generationDepthExceedsLimit } from './generationDepthExceedsLimit';
import { generationDepthMismatch } from './generationDepthMismatch';
import { hiddenCharacters } from './hiddenCharacters';
import { humanWithGenerator } from './humanWithGenerator';
import { invalidEncoding } from './invalidEncoding';
import { licenseLooserThanParent } from './licenseLooserThanParent';
import { licenseMissing } from './licenseMissing';
import { licenseNotSpdx } from './licenseNotSpdx';
import { licenseOtherWithoutName } from './licenseOtherWithoutName';
import { likelySynthetic } from './likelySynthetic';
import { llmArtefact } from './llmArtefact';
import { mixedRecordSingleOrigin } from './mixedRecordSingleOrigin';
import { originMissing } from './originMissing';
import { originRetiredValue } from './originRetiredValue';
import { originUnknownValue } from './originUnknownValue';
import { pointerFile } from './pointerFile';
import { possiblySynthetic } from './possiblySynthetic';
import { provenancePartialRows } from './provenancePartialRows';
import { provenanceTypeUnstable } from './provenanceTypeUnstable';
import { provenanceUndeclared } from './provenanceUndeclared';
import { recordTooDeep } from './recordTooDeep';
import { recordTooLarge } from './recordTooLarge';
import { recordUnparseable } from './recordUnparseable';
import type { FileRule, RecordRule, Rule } from './rule';
import { sidecarMisaligned } from './sidecarMisaligned';
import { sourceDeclaredSynthetic } from './sourceDeclaredSynthetic';
import { sourceMissing } from './sourceMissing';
import { syntheticWithoutGenerator } from './syntheticWithoutGenerator';
import { turnOriginUntagged } from './turnOriginUntagged';
import { unsupportedFormat } from './unsupportedFormat';

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  ambiguousProvenance,
  cardContradictsRecords,
  cardCreatorsInvalid,
  cardLicenseInvalid,
  cardSyntheticTagContradiction,
  createdBeforeGeneratorRelease,
  createdOutOfOrder,
  croissantProvMalformed,
  croissantRaiMinimalMissing,
  croissantRequiredMissing,
  croissantUnknownRaiProperty,
  datapackageResourceProvenanceMissing,
  dateNotIso8601,
  degenerateRepetition,
  derivedFromCycle,
  derivedFromUnresolved,
  dpsMethodCodeMigrated,
  duplicateTextConflictingOrigin,
  foundReadAsHuman,
  generationDepthExceedsLimit,
  generationDepthMismatch,
  hiddenCharacters,
  humanWithGenerator,
  invalidEncoding,
  licenseLooserThanParent,
  licenseMissing,
  licenseNotSpdx,
  licenseOtherWithoutName,
  likelySynthetic,
  llmArtefact,
  mixedRecordSingleOrigin,
  originMissing,
  originRetiredValue,
  originUnknownValue,
  pointerFile,
  possiblySynthetic,
  provenancePartialRows,
  provenanceTypeUnstable,
  provenanceUndeclared,
  recordTooDeep,
  recordTooLarge,
  recordUnparseable,
  sidecarMisaligned,
  sourceDeclaredSynthetic,
  sourceMissing,
  syntheticWithoutGenerator,
  turnOriginUntagged,
  unsupportedFormat,
];

export const recordRules = rules.filter((rule): rule is RecordRule => rule.scope === 'record');
export const fileRules = rules.filter((rule): rule is FileRule => rule.scope === 'file');

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
