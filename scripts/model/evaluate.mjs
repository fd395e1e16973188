// Evaluates the lexical model.
//   node scripts/model/evaluate.mjs               leave-corpus-out over the labelled corpora; writes calibration.ts and the model card
//   node scripts/model/evaluate.mjs PACK…         prints the figures of the shipped weights on labelled texts (.jsonl, .jsonl.gz)
import { root } from '../install.mjs';
import { loadTs } from '../load.mjs';

const { evaluateModel, evaluatePacks } = await loadTs('scripts/model/evaluateModel.ts');
const packs = process.argv.slice(2);
if (packs.length > 0) evaluatePacks(root, packs);
else evaluateModel(root);
