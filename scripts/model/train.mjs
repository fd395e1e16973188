// Trains the lexical model from the labelled corpora beside the repository and writes its weights.
//   node scripts/model/train.mjs [FILE]     writes FILE instead of the model of the package
import { root } from '../install.mjs';
import { loadTs } from '../load.mjs';

const { trainModel } = await loadTs('scripts/model/trainModel.ts');
trainModel(root, process.argv[2]);
