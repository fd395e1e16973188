import { ambiguousProvenance } from './ambiguousProvenance';
import { createdOutOfOrder } from './createdOutOfOrder';
import { dateNotIso8601 } from './dateNotIso8601';
import { degenerateRepetition } from './degenerateRepetition';
import { hiddenCharacters } from './hiddenCharacters';
import { humanWithGenerator } from './humanWithGenerator';
import { invalidEncoding } from './invalidEncoding';
import { licenseMissing } from './licenseMissing';
import { licenseNotSpdx } from './licenseNotSpdx';
import { likelySynthetic } from './likelySynthetic';
import { llmArtefact } from './llmArtefact';
import { originMissing } from './originMissing';
import { originUnknownValue } from './originUnknownValue';
import { pointerFile } from './pointerFile';
import { possiblySynthetic } from './possiblySynthetic';
import { provenancePartialRows } from './provenancePartialRows';
import { provenanceUndeclared } from './provenanceUndeclared';
import { recordTooDeep } from './recordTooDeep';
import { recordTooLarge } from './recordTooLarge';
import { recordUnparseable } from './recordUnparseable';
import type { FileRule, RecordRule, Rule } from './rule';
import { sidecarMisaligned } from './sidecarMisaligned';
import { sourceMissing } from './sourceMissing';
import { syntheticWithoutGenerator } from './syntheticWithoutGenerator';
import { unsupportedFormat } from './unsupportedFormat';

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  ambiguousProvenance,
  createdOutOfOrder,
  dateNotIso8601,
  degenerateRepetition,
  hiddenCharacters,
  humanWithGenerator,
  invalidEncoding,
  licenseMissing,
  licenseNotSpdx,
  likelySynthetic,
  llmArtefact,
  originMissing,
  originUnknownValue,
  pointerFile,
  possiblySynthetic,
  provenancePartialRows,
  provenanceUndeclared,
  recordTooDeep,
  recordTooLarge,
  recordUnparseable,
  sidecarMisaligned,
  sourceMissing,
  syntheticWithoutGenerator,
  unsupportedFormat,
];

export const recordRules = rules.filter((rule): rule is RecordRule => rule.scope === 'record');
export const fileRules = rules.filter((rule): rule is FileRule => rule.scope === 'file');

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
