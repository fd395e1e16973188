import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assertion, Scope } from '../../../server/src/engine/provenance/assertion';
import { declaresProvenance, EffectiveProvenance } from '../../../server/src/engine/provenance/effective';
import type { ProvenanceField } from '../../../server/src/engine/provenance/fields';

const say = (field: ProvenanceField, value: string | number, scope: Scope = 'record'): Assertion => ({
  field,
  value,
  scope,
});

test('the nearest assertion of a field is in force; the others stay in its chain', () => {
  const provenance = new EffectiveProvenance([
    say('license', 'A'),
    say('source', 's', 'sidecar'),
    say('license', 'B', 'split'),
    say('license', 'C', 'dataset'),
  ]);
  assert.equal(provenance.get('license')?.value, 'A');
  assert.deepEqual(
    provenance.chain('license').map(({ value }) => value),
    ['A', 'B', 'C'],
  );
  assert.deepEqual(provenance.fields, ['license', 'source']);
  assert.deepEqual(provenance.chain('created'), []);
});

test('the class of the origin follows the value in force, understood words included', () => {
  const classOf = (...values: (string | number)[]) =>
    new EffectiveProvenance(values.map((value) => say('digital_source_type', value))).originClass;
  assert.equal(classOf(), undefined);
  assert.equal(classOf('digitalCreation', 'trainedAlgorithmicMedia'), 'human');
  assert.equal(classOf('synthetic'), 'machine');
  assert.equal(classOf('compositeSynthetic'), 'mixed');
  assert.equal(classOf('noAssertion'), 'unknown');
  assert.equal(classOf('gibberish'), undefined);
  assert.equal(classOf(1), undefined);
});

test('dates alone declare no provenance', () => {
  assert.equal(declaresProvenance([]), false);
  assert.equal(declaresProvenance([say('created', '2020'), say('added', '2021')]), false);
  assert.equal(declaresProvenance([say('created', '2020'), say('digital_source_type', 'noAssertion')]), true);
});
