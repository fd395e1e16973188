import { annotationShapes } from './annotation';
import { chatShapes } from './chat';
import { evaluationShapes } from './evaluation';
import { instructionShapes } from './instruction';
import { metadataShapes } from './metadata';
import { otherShapes } from './otherDocuments';
import { preferenceShapes } from './preference';
import { pretrainingShapes } from './pretraining';
import type { Shape } from './shape';
import { taskShapes } from './tasks';

/**
 * Every known shape, in the order in which they are tried. Conventions that name themselves come first, those that a
 * pair of common keys makes up come last.
 */
export const catalogue: readonly Shape[] = [
  ...metadataShapes,
  ...otherShapes,
  ...annotationShapes,
  ...preferenceShapes,
  ...evaluationShapes,
  ...chatShapes,
  ...pretrainingShapes,
  ...instructionShapes,
  ...taskShapes,
];
