import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Judge } from '../../server/src/engine/synthetic/judge';
import { decodeModel } from '../../server/src/engine/synthetic/lexical/model';
import { LexicalScorer } from '../../server/src/engine/synthetic/lexical/scorer';
import type { OwnCalibration } from '../../server/src/engine/synthetic/ownCalibration';

/**
 * The shipped weights, with thresholds of the test's choice for all texts of 40 words or more, and, where wanted, one for
 * the passages of texts of 300 words or more.
 */
export function judgeAt(likely: number, possible: number, own?: OwnCalibration, passage?: number): Judge {
  const file = join(process.cwd(), 'server/src/engine/synthetic/lexical/model.bin');
  const band = (threshold: number) => ({
    threshold,
    alarms: [
      { register: 'all', texts: 1000, alarms: 4 },
      { register: 'essays', texts: 200, alarms: 2 },
    ],
  });
  const calibration = {
    texts: [{ words: 40, likely: band(likely), possible: band(possible) }],
    passages: passage === undefined ? [] : [{ words: 300, likely: band(passage), possible: band(passage) }],
  };
  return new Judge(new LexicalScorer(decodeModel(readFileSync(file))), calibration, own);
}

/** Prose of our own, long enough to be judged. */
export const LONG_PROSE =
  'The ferry was late again, and the lake lay as flat as slate under the hills. My aunt had packed bread and two eggs, and she would not let anyone touch them before the bell rang. We counted swans until the light went. Then the lamps came on along the pier, one after the other, and somebody began to sing.';
