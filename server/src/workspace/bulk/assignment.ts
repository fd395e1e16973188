import type { AssertedValue } from '../../engine/provenance/assertion';
import { readDate } from '../../engine/provenance/date';
import { type FieldInfo, provenanceFields } from '../../engine/provenance/fields';
import { readLicense } from '../../engine/provenance/license';
import { annotationsCreators, readOrigin } from '../../engine/provenance/vocabulary';
import type { ProvenancePatch } from '../../engine/provenance/write';

/**
 * Reads what a person wants set: `FIELD=VALUE` each; an empty value clears the field, a repeated list field gets several
 * values. What is understood is written as the standards have it (`human` as `digitalCreation`).
 *
 * @throws Error saying what is wrong: nothing that a rule would report is written
 */
export function parseAssignments(assignments: readonly string[]): ProvenancePatch {
  const patch: ProvenancePatch = {};
  for (const assignment of assignments) {
    const at = assignment.indexOf('=');
    const name = at < 0 ? assignment : assignment.slice(0, at);
    const info = provenanceFields.find(({ field }) => field === name);
    if (!info) throw new Error(`There is no provenance field "${name}"; there are ${FIELD_NAMES}.`);
    if (at < 0) throw new Error(`"${assignment}" sets nothing: write ${name}=VALUE.`);
    const value = assignment.slice(at + 1).trim();
    const before = patch[info.field];
    if (before !== undefined && info.type !== 'string[]') throw new Error(`${name} is set twice.`);
    if (value === '') patch[info.field] = null;
    else patch[info.field] = info.type === 'string[]' ? [...asList(before), value] : readValue(info, value);
  }
  return patch;
}

const FIELD_NAMES = provenanceFields.map(({ field }) => field).join(', ');

const asList = (value: AssertedValue | null | undefined) => (typeof value === 'object' ? (value ?? []) : []);

function readValue({ field, type }: FieldInfo, value: string): AssertedValue {
  if (type === 'integer') {
    if (!/^\d{1,6}$/.test(value)) throw new Error(`${field} is a whole number, 0 or more; "${value}" is none.`);
    return Number(value);
  }
  switch (field) {
    case 'digital_source_type':
      return readOriginCode(value);
    case 'license':
      return readLicenseExpression(value);
    case 'created':
    case 'added':
      return readDay(field, value);
    case 'annotations_creator':
      if (!annotationsCreators.includes(value)) {
        throw new Error(`${field} is one of ${annotationsCreators.join(', ')}; "${value}" is none of them.`);
      }
      return value;
    default:
      return value;
  }
}

function readOriginCode(value: string): string {
  const reading = readOrigin(value);
  if (reading.kind !== 'unknown') return reading.type.code;
  const hint = reading.nearest ? ` Did you mean ${reading.nearest.code}?` : '';
  throw new Error(`"${value}" is no digital source type, such as digitalCreation or trainedAlgorithmicMedia.${hint}`);
}

function readLicenseExpression(value: string): string {
  const reading = readLicense(value);
  if (reading.kind === 'spdx' || reading.kind === 'alias') return reading.expression;
  if (reading.kind === 'family') {
    throw new Error(
      `"${value}" names a family of licences: say which, such as ${reading.candidates.slice(0, 3).join(', ')}.`,
    );
  }
  const suggestion = reading.kind === 'unrecognised' ? reading.suggestion : 'NOASSERTION';
  throw new Error(`"${value}" is no SPDX expression.${suggestion ? ` Did you mean ${suggestion}?` : ''}`);
}

function readDay(field: string, value: string): string {
  const reading = readDate(value);
  if (reading.kind === 'rfc3339' || reading.kind === 'iso8601') return value;
  if (reading.kind === 'fixable') return reading.iso;
  throw new Error(`${field} is an ISO 8601 date, such as 2024-05-17; "${value}" is none.`);
}
