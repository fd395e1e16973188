/** How a suite went. */
export interface Counts {
  passed: number;
  failed: number;
}

/** Names the file in which the suite inside VS Code leaves its last line for the process outside. */
export const REPORT = 'DATASET_HYGIENE_HOST_REPORT';

/** The suite's last line. */
export const summary = ({ passed, failed }: Counts) => `${passed} passed, ${failed} failed`;

/** Reads the suite's last line back. */
export function parseSummary(text: string): Counts | undefined {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  return passed && failed ? { passed: Number(passed), failed: Number(failed) } : undefined;
}
