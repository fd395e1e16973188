import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hotPassages, wholeText } from '../../../server/src/engine/synthetic/passages';

/** Windows of ten words, one beginning every five, with the given scores; a word is four characters and a space. */
const windows = (...scores: number[]) =>
  scores.map((score, index) => ({ score, words: 10, start: index * 25, end: index * 25 + 49 }));
const text = Array<string>(60).fill('word').join(' ');

test('adjacent hot windows are one passage', () => {
  assert.deepEqual(hotPassages(text, windows(0, 2, 3, 0, 0, 2, 0), 1), [
    { start: 50 - 25, end: 50 + 49, words: 15 },
    { start: 125, end: 174, words: 10 },
  ]);
});

test('the hottest comes first, and where a peak is asked for, only runs that reach it count', () => {
  const scores = windows(2, 0, 0, 2, 5, 2, 0, 0, 4);
  assert.deepEqual(
    hotPassages(text, scores, 1).map(({ start }) => start),
    [75, 200, 0],
  );
  assert.deepEqual(
    hotPassages(text, scores, 1, 4).map(({ start, end }) => [start, end]),
    [[75, 174]],
  );
  assert.deepEqual(hotPassages(text, windows(0, 1, 1), 1), []);
});

test('the whole text is without the white space around it', () => {
  assert.deepEqual(wholeText('\n two words ', 2), { start: 2, end: 11, words: 2 });
});
