import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Judge } from '../engine/synthetic/judge';
import { calibration } from '../engine/synthetic/lexical/calibration';
import { decodeModel } from '../engine/synthetic/lexical/model';
import { LexicalScorer } from '../engine/synthetic/lexical/scorer';

let shipped: Judge | undefined;

/**
 * The judge with the weights that ship beside the program; read once, on first use, so that nothing waits for it before.
 *
 * @throws Error when the weights are not there or damaged: the package is broken
 */
export function shippedJudge(): Judge {
  shipped ??= new Judge(new LexicalScorer(decodeModel(readFileSync(join(__dirname, 'model.bin')))), calibration);
  return shipped;
}
