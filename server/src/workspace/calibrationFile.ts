import { join } from 'node:path';
import type { BandShift, OwnCalibration } from '../engine/synthetic/ownCalibration';
import { STATE_FOLDER } from './baselineFile';
import { readText } from './readText';
import { writeAtomic } from './writeAtomic';

/** Calibration of a project, beside its baseline. */
export const calibrationPath = (root: string) => join(root, STATE_FOLDER, 'calibration.json');

/**
 * The calibration of a project; undefined where there is none.
 *
 * @throws Error when it is damaged: thresholds nobody chose must not be used in silence
 */
export function readCalibration(path: string): OwnCalibration | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    if (isCalibration(data)) return data;
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as Error).message}`);
  }
  throw new Error(`${path} is no calibration of version 1`);
}

export function writeCalibration(path: string, calibration: OwnCalibration): void {
  writeAtomic(path, `${JSON.stringify({ version: 1, ...calibration }, null, 2)}\n`);
}

function isCalibration(data: unknown): data is OwnCalibration {
  const { version, date, model, texts, likely, possible } = (data ?? {}) as Partial<OwnCalibration> & {
    version?: unknown;
  };
  const isShift = (band: BandShift | undefined) => Number.isFinite(band?.shift) && Number.isInteger(band?.alarms);
  return (
    version === 1 &&
    typeof date === 'string' &&
    typeof model === 'string' &&
    Number.isInteger(texts) &&
    isShift(likely) &&
    isShift(possible)
  );
}
