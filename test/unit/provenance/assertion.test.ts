import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedKeys, recordAssertions, sayValue } from '../../../server/src/engine/provenance/assertion';
import { parseJson } from '../../../server/src/engine/records/jsonParser';
import type { DatasetRecord } from '../../../server/src/engine/records/record';
import {
  generated,
  generator,
  license,
  MACHINE,
  source,
  syntheticFlag,
} from '../../../server/src/engine/shapes/native';
import type { Shape } from '../../../server/src/engine/shapes/shape';

const shape: Shape = {
  id: 'test',
  title: 'Test',
  role: 'dataset',
  signatures: [],
  text: ['text'],
  provenance: [
    syntheticFlag('flag'),
    generator('model', MACHINE),
    generated('answer', MACHINE),
    source('meta.url'),
    license('licenses[]'),
  ],
  placement: 'provenance',
  source: '',
};

/** What a record asserts, as `field=value by how`. */
function asserted(json: string): string[] {
  const record = { source: json, root: parseJson(json, 16).root } as DatasetRecord;
  return recordAssertions(record, shape).map(
    ({ field, value, scope, own }) => `${field}=${sayValue(value)} ${own?.by}${scope === 'record' ? '' : scope}`,
  );
}

const records: [json: string, asserted: string[]][] = [
  ['{}', []],
  ['[1]', []],
  ['{"provenance": {"license": "MIT", "source": null, "created": " "}}', ['license=MIT canonical']],
  ['{"provenance": {"model": "a", "generator": "b"}}', ['generator=b canonical', 'generator=a canonical']],
  ['{"provenance": {"synthetic": true}}', ['digital_source_type=trainedAlgorithmicMedia canonical']],
  ['{"provenance": {"synthetic": false}}', []],
  ['{"provenance": "x", "metadata": {"provenance": {"license": "A"}}}', ['license=A canonical']],
  [
    '{"metadata": {"provenance": {"license": "A"}}, "provenance": {"license": "B"}}',
    ['license=B canonical', 'license=A canonical'],
  ],
  [
    '{"provenance.license": "A", "derived_from": ["x", "", 1, "y"]}',
    ['derived_from=x, y canonical', 'license=A canonical'],
  ],
  ['{"generation_depth": 2, "license": "top level, no shape of ours"}', ['generation_depth=2 canonical']],
  ['{"provenance": {"license": "A", "license": "B"}}', ['license=B canonical']],
  ['{"digital_source_type": "a", "digital_source_type": "b"}', ['digital_source_type=b canonical']],
  ['{"flag": true}', ['digital_source_type=trainedAlgorithmicMedia native']],
  ['{"flag": false}', ['digital_source_type=digitalCreation native']],
  ['{"flag": "maybe"}', []],
  ['{"flag": "toString"}', []],
  ['{"model": "m"}', ['generator=m native', 'digital_source_type=trainedAlgorithmicMedia implied']],
  ['{"model": ""}', []],
  ['{"answer": "words"}', ['digital_source_type=trainedAlgorithmicMedia implied']],
  ['{"licenses": ["A", "B"], "meta": {"url": "u"}}', ['source=u native', 'license=A native', 'license=B native']],
  [
    '{"model": "m", "flag": false, "provenance": {"digital_source_type": "humanEdits"}}',
    [
      'digital_source_type=humanEdits canonical',
      'digital_source_type=digitalCreation native',
      'generator=m native',
      'digital_source_type=trainedAlgorithmicMedia implied',
    ],
  ],
];

for (const [json, expected] of records) test(`${json} asserts`, () => assert.deepEqual(asserted(json), expected));

test('carried keys name the place of each, filled or not', () => {
  const json = '{"meta": {"provenance": {"licence": null}}, "provenance.source": "", "flag": null}';
  const { root } = parseJson(json, 16);
  assert.deepEqual(
    carriedKeys(root!, shape).map(({ field, path, native }) => [field, path, native]),
    [
      ['license', 'meta.provenance.licence', false],
      ['source', 'provenance.source', false],
      ['digital_source_type', 'flag', true],
    ],
  );
});

test('a hundred thousand repeated keys are carried as one', () => {
  const { root } = parseJson(`{"provenance": {${'"license": "A",'.repeat(100_000)}"license": "B"}}`, 16);
  assert.equal(carriedKeys(root!, shape).length, 1);
});
