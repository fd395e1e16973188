import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CardFigures } from '../../scripts/model/card';
import { shippedJudge, trainingFigures } from '../../scripts/model/shipped';

const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();

test('the figures on all labelled corpora are what the shipped weights give', () => {
  const { training }: CardFigures = JSON.parse(readFileSync(join(root, 'docs/model-card.json'), 'utf8'));
  assert.deepEqual(trainingFigures(root, shippedJudge(root)), training);
});
