import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JsonLdContext } from '../../../../server/src/engine/provenance/declarations/croissantContext';
import { parseJson } from '../../../../server/src/engine/records/jsonParser';

const contextOf = (value: unknown) => new JsonLdContext(parseJson(JSON.stringify(value), 50).root);

const SCHEMA = { '@vocab': 'https://schema.org/' };
const PROV = 'http://www.w3.org/ns/prov#';

const names: [context: unknown, key: string, name: string][] = [
  [SCHEMA, 'license', 'sc:license'],
  [{ '@vocab': 'http://schema.org/' }, 'license', 'sc:license'],
  [{}, 'license', 'license'],
  [{ prov: PROV }, 'prov:used', 'prov:used'],
  [{ p: PROV }, 'p:used', 'prov:used'],
  [SCHEMA, `${PROV}used`, 'prov:used'],
  [SCHEMA, 'https://www.w3.org/ns/prov#used', 'prov:used'],
  [SCHEMA, 'prov:used', 'prov:used'],
  [{ prov: 'https://example.org/provinces/' }, 'prov:used', 'https://example.org/provinces/used'],
  [{ ...SCHEMA, cr: 'http://mlcommons.org/croissant/', citeAs: 'cr:citeAs' }, 'citeAs', 'cr:citeAs'],
  [{ data: { '@id': 'cr:data', '@type': '@json' }, cr: 'http://mlcommons.org/croissant/' }, 'data', 'cr:data'],
  [{ ml: 'http://mlcommons.org/schema/' }, 'ml:recordSet', 'cr:recordSet'],
  [{ rai: 'http://mlcommons.org/croissant/RAI/' }, 'rai:dataBiases', 'rai:dataBiases'],
  [{ rai: 'http://mlcommons.org/croissant/RAI/1.0/' }, 'rai:dataBiases', 'rai:dataBiases'],
  [{ rai: 'https://mlcommons.org/croissant/rai/' }, 'rai:dataBiases', 'rai:dataBiases'],
  [{ dcterms: 'http://purl.org/dc/terms/' }, 'dcterms:conformsTo', 'dct:conformsTo'],
  [{ id: '@id' }, 'id', '@id'],
  [{ ...SCHEMA, id: '@id' }, '@type', '@type'],
  [{ a: 'b', b: 'c', c: `${PROV}used` }, 'a', 'prov:used'],
  [{ a: 'b', b: 'a' }, 'a', 'a'],
  [{ http: 'https://example.org/' }, 'http://www.w3.org/ns/prov#used', 'prov:used'],
  ['https://schema.org/', 'license', 'sc:license'],
  [['https://schema.org/', { p: PROV }], 'p:used', 'prov:used'],
  [[{ '@vocab': 'https://example.org/' }, SCHEMA], 'license', 'sc:license'],
  [null, 'prov:used', 'prov:used'],
  [{ constructor: PROV }, 'toString', 'toString'],
];

for (const [context, key, name] of names) {
  test(`${key} in ${JSON.stringify(context)} is ${name}`, () => assert.equal(contextOf(context).name(key), name));
}

const written: [context: unknown, name: string, key: string][] = [
  [SCHEMA, 'sc:license', 'license'],
  [{ schema: 'http://schema.org/' }, 'sc:license', 'schema:license'],
  [{ prov: PROV }, 'prov:used', 'prov:used'],
  [{ p: PROV }, 'prov:used', 'p:used'],
  [{ used: `${PROV}used`, p: PROV }, 'prov:used', 'used'],
  [{ conformsTo: 'dct:conformsTo', dct: 'http://purl.org/dc/terms/' }, 'dct:conformsTo', 'conformsTo'],
  [SCHEMA, 'prov:used', 'prov:used'],
];

for (const [context, name, key] of written) {
  test(`${name} is written ${key} in ${JSON.stringify(context)}`, () => {
    const read = contextOf(context);
    assert.equal(read.write(name), key);
    assert.equal(read.name(key), name);
  });
}

test('a context elsewhere may define anything', () => {
  assert.ok(contextOf('https://schema.org/').remote);
  assert.ok(contextOf([SCHEMA, 'https://w3id.org/x']).remote);
  assert.ok(!contextOf(SCHEMA).remote);
});

test('contexts that lead nowhere end', () => {
  const chain = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`t${i}`, `t${i + 1}`]));
  assert.match(contextOf(chain).name('t0'), /^t\d+$/);
  assert.equal(typeof contextOf({ a: 'a:b' }).name('a:c'), 'string');
});
