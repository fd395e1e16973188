import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDpi } from '../../../server/src/engine/provenance/declarations/dpi';
import { summarySources } from '../../../server/src/engine/provenance/declarations/dpiSources';
import { said } from '../../support/statements';

const dataset = (more: object) => ({
  'Unique Dataset Identifier': 'lake',
  'Human Annotation': 'No',
  Licenses: [],
  ...more,
});
const saysOf = (...datasets: object[]) => said(readDpi, Object.fromEntries(datasets.map((one, at) => [`d${at}`, one])));

const cases: [what: string, dataset: object, said: string[]][] = [
  ['no models are no claim that people wrote it', { 'Model Generated': [], 'Text Sources': ['crowdsourced'] }, []],
  [
    'models and nothing else',
    { 'Model Generated': ['OpenAI GPT-4'] },
    [
      'every dataset digital_source_type=trainedAlgorithmicMedia <"OpenAI GPT-4">',
      'every dataset generator=OpenAI GPT-4',
    ],
  ],
  [
    'several models',
    { 'Model Generated': ['OpenAI GPT-4', 'Llama 2'] },
    [
      'every dataset digital_source_type=trainedAlgorithmicMedia <"OpenAI GPT-4">',
      'some dataset generator=OpenAI GPT-4',
      'some dataset generator=Llama 2',
    ],
  ],
  [
    'models and annotators',
    { 'Model Generated': ['OpenAI GPT-4'], 'Human Annotation': 'Yes' },
    ['some dataset digital_source_type=compositeSynthetic <"OpenAI GPT-4">', 'some dataset generator=OpenAI GPT-4'],
  ],
  [
    'annotation neither yes nor no, as in some summaries',
    { 'Model Generated': ['OpenAI GPT-4'], 'Human Annotation': [] },
    ['some dataset digital_source_type=compositeSynthetic <"OpenAI GPT-4">', 'some dataset generator=OpenAI GPT-4'],
  ],
  [
    'models and other text',
    { 'Model Generated': ['OpenAI Playground'], 'Text Sources': ['sharegpt.com', 'crowdsourced'] },
    [
      'some dataset digital_source_type=compositeSynthetic <"OpenAI Playground">',
      'some dataset generator=OpenAI Playground',
      'some dataset source=sharegpt.com',
    ],
  ],
  [
    'generators that are no language models',
    { 'Model Generated': ['Templates', 'DeepL', 'Google Translate', 'BART'] },
    [
      'some dataset digital_source_type=dataDrivenMedia <"Templates">',
      'some dataset digital_source_type=compositeWithTrainedAlgorithmicMedia <"DeepL">',
      'some dataset digital_source_type=trainedAlgorithmicMedia <"BART">',
      'some dataset generator=Templates',
      'some dataset generator=DeepL',
      'some dataset generator=Google Translate',
      'some dataset generator=BART',
    ],
  ],
  [
    'templates only',
    { 'Model Generated': ['Templates'] },
    ['every dataset digital_source_type=dataDrivenMedia <"Templates">', 'every dataset generator=Templates'],
  ],
  [
    'one source and one parent',
    { 'Text Sources': ['wikipedia.org'], 'Derived from Datasets': ['GSM8K'] },
    ['every dataset source=wikipedia.org', 'every dataset derived_from=[GSM8K]'],
  ],
  [
    'one licence by name or exact address',
    { Licenses: [{ License: 'CC BY-NC 4.0', 'License URL': 'https://example.org/' }] },
    ['every dataset license=CC-BY-NC-4.0 <"CC BY-NC 4.0">'],
  ],
  [
    'licences that name none',
    {
      Licenses: [
        { License: 'Unspecified', 'License URL': 'https://github.com/a/b' },
        { License: 'Custom', 'License URL': 'https://www.apache.org/licenses/LICENSE-2.0' },
        { License: 'Various', 'License URL': 'Unspecified' },
        { License: 'OpenAI', 'License URL': '' },
      ],
    },
    ['some dataset license=Apache-2.0 <"https://www.apache.org/licenses/LICENSE-2.0">', 'some dataset license=OpenAI'],
  ],
];

for (const [what, fields, expected] of cases) {
  test(`Data Provenance Initiative: ${what}`, () => {
    assert.deepEqual(saysOf(dataset(fields)), expected);
    assert.deepEqual(said(readDpi, dataset(fields)), expected);
  });
}

test('Data Provenance Initiative: of a collection each dataset is some of it', () => {
  const one = dataset({ 'Model Generated': ['GPT-4'], Licenses: [{ License: 'MIT License' }] });
  assert.deepEqual(saysOf(one, dataset({ 'Text Sources': ['books'] }), { no: 'dataset' }), [
    'some dataset digital_source_type=trainedAlgorithmicMedia <"GPT-4">',
    'some dataset generator=GPT-4',
    'some dataset license=MIT <"MIT License">',
    'some dataset source=books',
  ]);
});

test('Data Provenance Initiative: what a summary says of the datasets that it names', () => {
  const collection = { Collection: 'Lake', 'Hugging Face URL': 'https://huggingface.co/datasets/org/lake' };
  const text = JSON.stringify({
    letters: dataset({ ...collection, 'Dataset Name': 'Lake Letters', 'Model Generated': ['GPT-4'] }),
    diaries: dataset({ ...collection, 'Dataset Name': 'Lake Diaries', 'Model Generated': [] }),
    songs: dataset({ 'Dataset Name': 'Songs', 'Model Generated': ['T5'], 'Text Sources': ['books'] }),
    signs: dataset({
      'Dataset Name': 'Signs',
      'Model Generated': ['DeepL'],
      'Inferred Metadata': { 'HF Dataset': 'org/signs' },
    }),
  });
  const sources = summarySources(text, 'lake.json')!;
  const told = (source: string) => {
    const claim = sources(source);
    return claim && [claim.source, claim.quantifier, claim.origin, ...claim.generators].join(' ');
  };
  assert.equal(told('lake-letters'), 'Lake Letters every machine GPT-4');
  assert.equal(told('https://huggingface.co/datasets/org/lake/viewer'), 'Lake Letters some machine GPT-4');
  assert.equal(told('lake-diaries'), undefined);
  assert.equal(told('Songs'), 'Songs some machine T5');
  assert.equal(told('org/signs@main'), 'Signs every mixed DeepL');
  assert.equal(told('org/other'), undefined);
  const { place, evidence } = sources('lake-letters')!;
  assert.equal(text.slice(place!.range.start.column, place!.range.end.column), '"GPT-4"');
  assert.equal(evidence, 'the Data Provenance Initiative names GPT-4 among what made its text');
  for (const nothing of ['', '[]', '{}', '{"a": 1}']) assert.equal(summarySources(nothing, 'x'), undefined);
});
