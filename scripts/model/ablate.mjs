// Measures changes of the training recipe on held-out corpora; the figures go by hand into docs/ablation.md.
import { root } from '../install.mjs';
import { loadTs } from '../load.mjs';

const { ablate } = await loadTs('scripts/model/ablate.ts');
ablate(root);
