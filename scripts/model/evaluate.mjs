// Evaluates the lexical model.
//   node scripts/model/evaluate.mjs               leave-corpus-out over the labelled corpora; writes calibration.ts
//   node scripts/model/evaluate.mjs --vendors     … and with the generators of one vendor after another held out
//   node scripts/model/evaluate.mjs PACK…         the shipped weights on files of labelled texts (.jsonl, .jsonl.gz)
import { root } from '../install.mjs';
import { loadTs } from '../load.mjs';

const { evaluateModel, evaluatePacks } = await loadTs('scripts/model/evaluateModel.ts');
const packs = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (packs.length > 0) evaluatePacks(root, packs);
else evaluateModel(root, process.argv.includes('--vendors'));
