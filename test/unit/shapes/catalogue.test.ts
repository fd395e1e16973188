import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { test } from 'node:test';
import { computeFacts } from '../../../server/src/engine/facts';
import { digitalSourceTypes } from '../../../server/src/engine/provenance/vocabulary';
import { select } from '../../../server/src/engine/records/path';
import { catalogue } from '../../../server/src/engine/shapes/catalogue';
import { detectShape } from '../../../server/src/engine/shapes/detect';
import { textsOf } from '../../../server/src/engine/texts';
import { JSONL, readAll, records } from './records';

const folder = join(process.cwd(), 'test/fixtures/shapes');
const fixtures = readdirSync(folder).map((name) => ({ id: parse(name).name, name }));

for (const { id, name } of fixtures) {
  test(`recognises ${id}`, () => {
    const { shape, match } = computeFacts(name, readFileSync(join(folder, name)), true);
    assert.equal(shape.id, id, match.evidence);
    assert.ok(match.share >= 0.8);
  });
}

test('every shape of the catalogue has a fixture', () => {
  const covered = new Set(fixtures.map(({ id }) => id));
  assert.deepEqual(
    catalogue.map(({ id }) => id).filter((id) => !covered.has(id)),
    [],
  );
});

test('shape names are unique and in kebab case', () => {
  const ids = catalogue.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

test('a dataset says where its text is, and no other shape does', () => {
  for (const { id, role, text, open } of catalogue) {
    assert.equal(text.length > 0 || open !== undefined, role === 'dataset', id);
  }
});

test('no shape lists a path twice', () => {
  for (const { id, text, provenance } of catalogue) {
    for (const paths of [text, provenance.map(({ path }) => path)]) {
      assert.deepEqual([...new Set(paths)], [...paths], id);
    }
  }
});

test('what a native field says of the origin is a code of the vocabulary', () => {
  const codes = new Set(digitalSourceTypes.map(({ code }) => code));
  for (const { id, provenance } of catalogue) {
    for (const { field, values, implies } of provenance) {
      if (implies) assert.ok(codes.has(implies), `${id}: ${implies}`);
      if (field !== 'digital_source_type') continue;
      assert.ok(values, `${id}: an origin is never taken as it stands`);
      for (const value of Object.values(values)) assert.ok(value === null || codes.has(value), `${id}: ${value}`);
    }
  }
});

test('every record of a dataset fixture has text at the paths of its shape', () => {
  for (const { id, name } of fixtures) {
    const bytes = readFileSync(join(folder, name));
    const facts = computeFacts(name, bytes, true);
    if (facts.shape.role !== 'dataset') continue;
    for (const { root } of readAll(facts, bytes)) assert.ok(textsOf(root!, facts.shape.text).length > 0, id);
  }
});

test('a role is no evidence of the author', () => {
  for (const id of ['sharegpt', 'openai-chat', 'ms-swift-conversation', 'moss', 'alpaca', 'dolly']) {
    const { provenance } = catalogue.find((shape) => shape.id === id)!;
    for (const { field, path, implies } of provenance) {
      assert.notEqual(field, 'digital_source_type', id);
      assert.ok(!/role|from|gpt/.test(path), id);
      if (implies) assert.equal(path, 'model');
    }
  }
});

test('the parent in a conversation is no derivation, a user no provenance', () => {
  for (const { id, provenance } of catalogue) {
    for (const { field, path } of provenance) {
      assert.notEqual(field, 'derived_from', id);
      assert.doesNotMatch(path, /parent|user_id|author|hashed_ip/, id);
    }
  }
});

test('the day of a crawl is not the day of writing', () => {
  for (const id of ['fineweb', 'c4', 'refinedweb', 'redpajama-v2', 'oscar', 'dclm']) {
    const { provenance } = catalogue.find((shape) => shape.id === id)!;
    assert.ok(!provenance.some(({ field }) => field === 'created' || field === 'digital_source_type'), id);
    assert.ok(
      provenance.some(({ field }) => field === 'added'),
      id,
    );
  }
});

test('OpenAI records with a key of their own are chat messages that may carry more', () => {
  const messages = [{ role: 'user', content: 'Hello' }];
  assert.equal(detectShape(records({ messages }), JSONL).shape.placement, 'none');
  const loose = detectShape(records({ messages, topic: 'greeting' }), JSONL).shape;
  assert.deepEqual([loose.id, loose.placement], ['chat-messages', 'provenance']);
});

test('preference pairs are found as strings, messages and lists of messages', () => {
  const message = { role: 'assistant', content: 'The river bends.' };
  for (const record of [
    { chosen: 'The river bends.', rejected: 'No.' },
    { prompt: [message], chosen: [message], rejected: [message] },
    { chosen_messages: [message], rejected_messages: [message] },
    { conversations: [{ from: 'human', value: 'Why?' }], chosen: { from: 'gpt', value: 'So.' }, rejected: message },
  ]) {
    const sample = records(record);
    const { shape } = detectShape(sample, JSONL);
    assert.equal(shape.id, 'preference');
    const texts = shape.text
      .flatMap((path) => select(sample[0]!.root!, path))
      .filter(({ value }) => value.type === 'string');
    assert.ok(texts.length >= 2);
  }
});

test('Croissant of every version is recognised', () => {
  const context = { '@vocab': 'https://schema.org/', recordSet: 'ml:recordSet' };
  const base = { '@type': 'sc:Dataset', name: 'herons' };
  for (const document of [
    { '@context': context, ...base },
    { '@context': { cr: 'x' }, ...base, conformsTo: 'http://mlcommons.org/croissant/1.0' },
    { '@context': { cr: 'x' }, ...base, conformsTo: ['http://mlcommons.org/croissant/1.1'] },
    { '@context': 'https://schema.org/', ...base, 'dct:conformsTo': 'http://mlcommons.org/croissant/1.0' },
  ]) {
    assert.equal(detectShape(records(document), { kind: 'json', wrapper: { kind: 'single' } }).shape.id, 'croissant');
  }
});
