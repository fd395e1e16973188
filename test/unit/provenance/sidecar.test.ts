import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSidecar, sidecarLine } from '../../../server/src/engine/provenance/sidecar';

const find = (text: string, row: number, hash: string) =>
  parseSidecar(text, 'side')
    .sidecar.find(row, () => hash)
    ?.map(({ field, value, scope, place }) => `${field}=${value} ${scope}:${place?.line}`);

test('a row speaks for the record it was written for', () => {
  const line = sidecarLine({ row: 3, recordHash: 'sha256:aa', provenance: { license: 'MIT', source: null } });
  assert.deepEqual(find(line, 3, 'sha256:aa'), ['license=MIT sidecar:0']);
  assert.equal(find(line, 3, 'sha256:bb'), undefined);
  assert.equal(find(line, 2, 'sha256:aa'), undefined);
});

test('the hash is asked for only where there is a row', () => {
  const { sidecar } = parseSidecar(sidecarLine({ row: 1, recordHash: 'x', provenance: {} }), 'side');
  assert.equal(
    sidecar.find(0, () => assert.fail()),
    undefined,
  );
});

test('a later line for a row replaces an earlier one', () => {
  const line = (license: string) => sidecarLine({ row: 0, recordHash: 'x', provenance: { license } });
  const { sidecar } = parseSidecar(line('A') + line('B'), 'side');
  assert.equal(sidecar.size, 1);
  assert.deepEqual(find(line('A') + line('B'), 0, 'x'), ['license=B sidecar:1']);
});

test('lines that are no rows are counted, blank ones are not', () => {
  const good = sidecarLine({ row: 0, recordHash: 'x', provenance: { source: 's', foreign: 'key' } }).trim();
  const bad = ['{', '[]', '{"row": "0", "recordHash": "x", "provenance": {}}', '{"row": 0, "provenance": {}}'];
  const text = [...bad, '', '  ', `${good}\r`].join('\n');
  const { sidecar, unreadable } = parseSidecar(text, 'side');
  assert.equal(unreadable, bad.length);
  assert.equal(sidecar.size, bad.length + 1);
  assert.deepEqual(find(text, 0, 'x'), ['source=s sidecar:6']);
});
