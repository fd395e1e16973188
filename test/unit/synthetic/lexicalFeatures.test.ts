import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  extractFeatures,
  FEATURES_PER_TOKEN,
  FeatureBuffer,
} from '../../../server/src/engine/synthetic/lexical/features';

function featuresOf(text: string, from?: number, to?: number): number[] {
  const buffer = new FeatureBuffer();
  extractFeatures(text, buffer, from, to);
  return Array.from(buffer.features.subarray(0, buffer.tokenCount * FEATURES_PER_TOKEN));
}

function tokensOf(text: string): string[] {
  const buffer = new FeatureBuffer();
  extractFeatures(text, buffer);
  return Array.from({ length: buffer.tokenCount }, (_, token) => text.slice(buffer.starts[token], buffer.ends[token]));
}

test('tokens are words, numbers and runs of one mark', () => {
  assert.deepEqual(tokensOf("Don't wait: 3,000.5 well-known ferries left... so!"), [
    "Don't",
    'wait',
    ':',
    '3,000.5',
    'well',
    'known',
    'ferries',
    'left',
    '...',
    'so',
    '!',
  ]);
  assert.deepEqual(tokensOf('Straße über naïve Ελλάδα 東京'), ['Straße', 'über', 'naïve', 'Ελλάδα', '東京']);
  assert.deepEqual(tokensOf(' \n**  ## \u{1f600} '), []);
});

test('typography does not reach the features', () => {
  const plain = featuresOf('She said "it\'s late" - and left. The harbour, though, stayed open.');
  for (const same of [
    'She said “it’s late” — and left. The harbour, though, stayed open.',
    'She said "it\'s late" – and left.\n\nThe harbour, though, stayed open.',
    '**She** said "it\'s late" -- and _left_.  The `harbour`, though,\u00a0stayed open.\n',
    '# She said\r\n"it\'s late" - and left. \u{1f6a2} The harbour, though, stayed open.',
  ]) {
    assert.deepEqual(featuresOf(same), plain, same);
  }
});

test('letter case reaches only the classes of words that are not function words', () => {
  const buffer = new FeatureBuffer();
  const words = (text: string) => {
    extractFeatures(text, buffer);
    return Array.from({ length: buffer.tokenCount }, (_, token) => buffer.features[token * FEATURES_PER_TOKEN]);
  };
  assert.deepEqual(words('THE Harbour Stayed'), words('the harbour stayed'));
  assert.deepEqual(featuresOf('THE AND OF IT'), featuresOf('the and of it'));
});

test('n-grams that would begin before the text are 0, all others are there', () => {
  const features = featuresOf('The harbour stayed open all night long.');
  const empty = features.map((feature, index) => (feature === 0 ? index : -1)).filter((index) => index >= 0);
  assert.deepEqual(empty, [1, 2, 3, 4, 7, 9]);
});

test('a range of a text gives what the range alone gives', () => {
  const text = 'Before it. The ferry leaves at noon. After it.';
  const range = 'The ferry leaves at noon.';
  const from = text.indexOf(range);
  assert.deepEqual(featuresOf(text, from, from + range.length), featuresOf(range));
});

test('words are counted by whitespace and the buffer grows with the text', () => {
  const buffer = new FeatureBuffer();
  extractFeatures('One, two -- three * four', buffer);
  assert.equal(buffer.wordCount, 5);
  const long = 'Silt settles, slowly. '.repeat(20_000);
  extractFeatures(long, buffer);
  assert.equal(buffer.wordCount, 60_000);
  assert.equal(buffer.tokenCount, 100_000);
  extractFeatures('short', buffer);
  assert.deepEqual([buffer.wordCount, buffer.tokenCount, buffer.words[1]], [1, 1, 1]);
});
